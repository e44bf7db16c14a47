using System.Net;
using System.Text.RegularExpressions;
using IllAddins.Host.Web;

namespace IllAddins.Tests.Web;

/// <summary>The fields of the request form, without and with its script.</summary>
public sealed partial class RequestEditTests(ShellHost shell) : IClassFixture<ShellHost>
{
    private const string Title = "Transaction.LoanTitle";
    private const string Phone = "User.Phone";

    [Fact]
    public async Task A_plain_form_saves_what_was_changed_and_says_how_much()
    {
        var path = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);

        var answer = await staff.PostFormAsync($"{path}?from=/screens/contact", Field(Title, "Rivers\r\nof Kent"), Was(Title, "Rivers"), Field(Phone, "(555) 016-9492"), Was(Phone, "(555) 016-9492"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"{path}?from=%2Fscreens%2Fcontact&saved=1", $"{answer.Headers.Location}");
        var page = await Html(staff, $"{answer.Headers.Location}");
        Assert.Contains("1 field saved.", Visitor.Text(page), StringComparison.Ordinal);
        Assert.Contains("Fields changed: LoanTitle. ann", Visitor.Text(page), StringComparison.Ordinal);
        Assert.Contains("Rivers&#xA;of Kent", page.Replace("\nof Kent", "&#xA;of Kent", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_that_was_entered_is_lost()
    {
        var path = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);

        var answer = await staff.PostFormAsync(path, Field(Title, "Another"), Was(Title, "Rivers"), Field("Transaction.DueDate", "soon"), Was("Transaction.DueDate", ""));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was saved yet: look at Due Date, then save again.", Visitor.Text(page), StringComparison.Ordinal);
        Assert.Contains("Found 'soon', expected a date such as", Visitor.Text(page), StringComparison.Ordinal);
        Assert.Equal("Another", Values(page)[Title]);
        Assert.Equal("soon", Values(page)["Transaction.DueDate"]);
        Assert.Equal("Rivers", Values(page)[$"was:{Title}"]);
        Assert.Equal("Rivers", await TitleAsync(path));
    }

    [Fact]
    public async Task A_field_that_somebody_changed_meanwhile_says_who_and_what_and_a_second_save_writes_over_it()
    {
        var path = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        await EditAsync(path, "bea", "Brooks");

        var answer = await staff.PostFormAsync(path, Field(Title, "Another"), Was(Title, "Rivers"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("bea changed this at 3 Mar 10:00: it says 'Brooks' now. Save again to write yours over it.", Visitor.Text(page), StringComparison.Ordinal);
        Assert.Equal(("Another", "Brooks"), (Values(page)[Title], Values(page)[$"was:{Title}"]));
        Assert.Equal("Brooks", await TitleAsync(path));
        await staff.PostFormAsync(path, Field(Title, "Another"), Was(Title, "Brooks"));
        Assert.Equal("Another", await TitleAsync(path));
    }

    [Fact]
    public async Task The_pages_script_gets_its_answers_as_json()
    {
        var path = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        await EditAsync(path, "bea", "Brooks");
        var stale = await staff.SendFormAsync(path, Field(Title, "Another"), Was(Title, "Rivers"));
        Assert.True(stale.GetProperty("refused").GetBoolean());
        Assert.Equal("Brooks", stale.GetProperty("now").GetProperty(Title).GetString());
        Assert.StartsWith("bea changed this", stale.GetProperty("fieldProblems").GetProperty(Title).GetString(), StringComparison.Ordinal);
        var saved = await staff.SendFormAsync(path, Field(Title, "Another"), Was(Title, "Brooks"));
        Assert.Equal(("1 field saved.", false), (saved.GetProperty("message").GetString(), saved.GetProperty("refused").GetBoolean()));
    }

    [Fact]
    public async Task What_routes_and_whose_a_request_is_stays_text_and_is_refused_from_a_form_made_by_hand()
    {
        var path = await AddAsync();
        using var staff = await Visitor.SignedInAsync(shell);
        var names = Values(await Html(staff, path)).Keys;
        foreach (var locked in new[] { "TransactionNumber", "TransactionStatus", "TransactionDate", "CreationDate", "Username", "ProcessType" })
            Assert.DoesNotContain($"Transaction.{locked}", names);
        Assert.Contains("Transaction.SpecIns", names);
        Assert.Contains("User.Fax", names);
        var answer = await staff.PostFormAsync(path, Field("Transaction.TransactionStatus", "Lost"), Was("Transaction.TransactionStatus", "Awaiting Customer Contact"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_and_no_page_of_others_saves()
    {
        var path = await AddAsync();
        using var stranger = new Visitor(shell);
        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostFormAsync(path, Field(Title, "X"), Was(Title, "Rivers"))).StatusCode);
        var foreign = await staff.Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([new(Title, "X"), new($"was:{Title}", "Rivers")]));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostFormAsync("/requests/999999", Field(Title, "X"), Was(Title, "Rivers"))).StatusCode);
        Assert.Equal("Rivers", await TitleAsync(path));
    }

    private static (string, string) Field(string name, string text) => (name, text);

    private static (string, string) Was(string name, string text) => ($"was:{name}", text);

    private static async Task<string> Html(Visitor visitor, string path) => await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();

    private static Dictionary<string, string> Values(string page) => Input().Matches(page).DistinctBy(input => input.Groups[1].Value).ToDictionary(
        input => input.Groups[1].Value, input => WebUtility.HtmlDecode(ValueOf().Match(input.Value).Groups[1].Value));

    private async Task EditAsync(string path, string by, string title) => await shell.Get<ShellSettings>().Record.UpdateRequestAsync(
        new RequestEdit { TransactionNumber = Number(path), Fields = new Dictionary<string, FieldEdit> { [Title] = new() { Text = title } }, By = by }, null, CancellationToken.None);

    private async Task<string> AddAsync()
    {
        var answer = await shell.Get<ShellSettings>().Record.CreateRequestAsync(
            new RecordFields
            {
                Texts = new Dictionary<string, string?>
                {
                    ["Username"] = "mwest",
                    ["ProcessType"] = "Borrowing",
                    ["RequestType"] = "Loan",
                    ["TransactionStatus"] = "Awaiting Customer Contact",
                    ["LoanTitle"] = "Rivers",
                },
                By = "System",
            },
            null,
            CancellationToken.None);
        return $"/requests/{Assert.IsType<WriteAnswer.Written>(answer).TransactionNumber}";
    }

    private async Task<string> TitleAsync(string path) =>
        Assert.Single(await shell.Get<ShellSettings>().Record.FindAsync([Number(path)], CancellationToken.None)).Transaction.Text("LoanTitle");

    private static int Number(string path) => int.Parse(path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<(?:input|select|textarea)[^>]*? name=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
}
