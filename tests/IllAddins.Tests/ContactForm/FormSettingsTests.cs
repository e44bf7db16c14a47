using IllAddins.Tests.Road;

namespace IllAddins.Tests.ContactForm;

/// <summary>What admins set about the form counts at the next reading, for all sites or for one.</summary>
public sealed class FormSettingsTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,Address,City
        mia,Mia,Box,LAW,Mail,3 Ash St,Ames
        ned,Ned,Ash,MAIN,Mail,4 Ash St,Ames
        ola,Ola,Elm,MAIN,Mail,5 Ash St,Ames
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        501,mia,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        502,ned,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        503,ola,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Notes on rivers
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_settings_file_that_breaks_stops_mails_and_letters_in_words_and_leaves_the_form_as_it_was()
    {
        library.Settings(new { TimeZone = "UTC", Addins = new { CustomerContact = new { WaitingTooLongDays = "3" } } });
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        var file = Path.Combine(library.Data, "appsettings.json");
        await File.WriteAllTextAsync(file, "{ \"Mail\": ");
        var why = $"The settings {file} cannot be read: found no valid JSON in line 1, expected an object such as {{ \"Mail\": {{ \"Host\": \"smtp.example.org\" }} }}. Mend the file; README lists the settings.";

        await desk.LookAsync();
        var test = await desk.AskAndCallAsync("test-send", "admin", new() { ["to"] = "admin@library.example" }, 502);
        var letters = await desk.CallAsync("print-test-page", "staff1");

        Assert.Equal(3, desk.TooLongDays["MAIN"]);
        Assert.Equal(($"No test mail was sent: {why}", true), (test.Message, test.Refused));
        Assert.Contains(why, letters.Message, StringComparison.Ordinal);
        Assert.True(letters.Refused);
    }

    [Fact]
    public async Task The_status_after_notified_via_mail_is_the_sites_own_and_undo_leads_back_from_it()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        await SetAsync("NotifiedViaMailStatus", "Letter Sent", "--site", "LAW");

        var done = await desk.CallAsync("notified-via-mail", "staff1", 501, 502, 503);
        Assert.Equal("1 request moved to Letter Sent, 2 to Customer Notified via Mail.", done.Message);
        Assert.Equal("Letter Sent", await library.StatusAsync(501));
        Assert.Equal("3 requests were taken back.", (await desk.UndoAsync("staff1", done)).Message);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(501));
    }

    [Fact]
    public async Task How_long_is_too_long_is_set_in_days_for_all_sites_and_for_one()
    {
        await library.ImportAsync(Users, Requests);
        await using var desk = await ContactDesk.OpenAsync(library);
        Assert.Equal(7, desk.TooLongDays["MAIN"]);
        await SetAsync("WaitingTooLongDays", "5");
        await SetAsync("WaitingTooLongDays", "30", "--site", "LAW");
        await desk.LookAsync();
        Assert.Equal((5, 30), (desk.TooLongDays["MAIN"], desk.TooLongDays["LAW"]));
    }

    [Theory]
    [InlineData("WaitingTooLongDays", "0", "Found '0', expected a whole number from 1 to 365")]
    [InlineData("WaitingTooLongDays", "366", "Found '366', expected a whole number from 1 to 365")]
    [InlineData("WaitingTooLongDays", "a week", "Found 'a week', expected a whole number from 1 to 365")]
    [InlineData("NotifiedViaMailStatus", "awaiting customer contact", "Found 'awaiting customer contact', at which customers are still to be told. Expected a status for those who have been told, e.g. Customer Notified via Mail.")]
    public async Task What_cannot_be_set_is_refused_with_what_can(string name, string value, string words)
    {
        await library.ImportAsync(Users, Requests);
        var (code, _, error) = await library.RunAsync("settings", "set", "CustomerContact", name, value);
        Assert.NotEqual(0, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    private async Task SetAsync(params string[] args) => Assert.Equal(0, (await library.RunAsync(["settings", "set", "CustomerContact", .. args])).Code);
}
