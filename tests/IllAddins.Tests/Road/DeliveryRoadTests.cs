using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

public sealed class DeliveryRoadTests : IDisposable
{
    private const string Users = """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Notification_RequestPickup_Email
        jdoe,Jane,Doe,MAIN,Electronic,jane@example.org,Yes
        """;

    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        """;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_mail_server_that_is_down_loses_nothing_and_the_next_sweep_sends()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(Users, Requests);
        var down = await library.SweepAsync();

        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        library.Clock.Advance(TimeSpan.FromMinutes(5));
        var up = await library.SweepAsync();

        Assert.Equal((0, 1), (down.Sent, down.Failed));
        Assert.Equal((1, 0), (up.Sent, up.Failed));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_refused_address_waits_for_staff_and_goes_out_once_it_is_corrected()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 no such user");
        library.MailTo(listener);
        await library.ImportAsync(Users, Requests);
        var refused = await library.SweepAsync();
        var again = await library.SweepAsync();

        listener.Script.Clear();
        await library.ImportAsync(Users.Replace("jane@", "jane.doe@", StringComparison.Ordinal), Requests);
        var corrected = await library.SweepAsync();

        Assert.Equal((0, 1, 1), (refused.Sent, refused.Failed, refused.Held));
        Assert.Equal("e-mail refused: 550 5.1.1 no such user", Assert.Single(refused.Errors).Message);
        Assert.Equal((0, 0, 1), (again.Sent, again.Failed, again.Held));
        Assert.Equal((1, 0), (corrected.Sent, corrected.Held));
        Assert.Equal(["jane.doe@example.org"], Assert.Single(listener.Mails).Recipients);
    }

    [Fact]
    public async Task A_patron_who_opted_out_gets_no_mail_and_stands_on_the_list_with_the_reason()
    {
        await library.ImportAsync(Users.Replace(",Yes", ",No", StringComparison.Ordinal), Requests);

        var swept = await library.SweepAsync();

        Assert.Equivalent(new SweepResult(0, 0, 1, 0, []), swept);
        Assert.Equal(
            ["opted out: the user turned off e-mails about pickup (Notification_RequestPickup_Email)."],
            await library.QueryAsync("SELECT Reason FROM ContactDecisions WHERE TransactionNumber = 201"));
    }

    [Fact]
    public async Task A_template_with_an_unknown_field_sends_nothing_and_says_which()
    {
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("addins", "list");
        await library.QueryAsync("UPDATE EMailTemplates SET Body = 'Dear <#User.FirstNam>' WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name");

        var swept = await library.SweepAsync();

        Assert.Equal((0, 1), (swept.Sent, swept.Held));
        Assert.Equal(
            "Template 'ILL Borrowing Loan Pickup' (site ILL) uses <#User.FirstNam>, which is no field. Did you mean <#User.FirstName>?",
            Assert.Single(swept.Errors).Message);
    }

    [Fact]
    public async Task A_disabled_template_means_no_mail_until_it_is_enabled_again()
    {
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("addins", "list");
        await library.QueryAsync("UPDATE EMailTemplates SET Disabled = 1 RETURNING Name");
        var disabled = await library.SweepAsync();

        await library.QueryAsync("UPDATE EMailTemplates SET Disabled = 0 RETURNING Name");
        var enabled = await library.SweepAsync();

        Assert.Equal((0, 1), (disabled.Sent, disabled.Held));
        Assert.Equal((1, 0), (enabled.Sent, enabled.Held));
    }

    [Fact]
    public async Task A_deleted_template_means_no_mail_and_stays_deleted()
    {
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("addins", "list");
        await library.QueryAsync("DELETE FROM EMailTemplates WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name");

        var swept = await library.SweepAsync();

        Assert.Equal((0, 1), (swept.Sent, swept.Held));
        Assert.StartsWith("Template 'ILL Borrowing Loan Pickup' is unknown at site MAIN.", Assert.Single(swept.Errors).Message, StringComparison.Ordinal);
    }
}
