using System.Net;
using System.Text.Json;

namespace IllAddins.Tests.Web;

/// <summary>Dialogs before commands, undo, what is offered next, and roles, as the page's script calls them.</summary>
public sealed class DialogTests : IAsyncLifetime
{
    private const string Fix = "/screens/contact/commands/fix-address";
    private const string Resend = "/requests/481675/panels/notices/commands/resend";

    private readonly ShellHost shell = new();
    private Visitor? visitor;

    private Visitor Ann => visitor!;

    private SampleScreen Sample => shell.Sample;

    public async Task InitializeAsync()
    {
        await shell.InitializeAsync();
        visitor = await Visitor.SignedInAsync(shell);
    }

    public async Task DisposeAsync()
    {
        Ann.Dispose();
        await shell.DisposeAsync();
    }

    [Fact]
    public async Task A_dialog_is_described_and_nothing_is_run()
    {
        var (status, form) = await Ann.CommandAsync($"{Fix}/ask", Visitor.Rows(482101));

        Assert.Equal((HttpStatusCode.OK, "Fix the address", "Save and send", ""), (status, Text(form, "title"), Text(form, "submit"), Text(form, "refusal")));
        Assert.Equal(
            ["address Text old@example.org 50", "template Choice english 100000", "text LongText Dear reader 100000", "day Date  100000", "hour DateTime  100000", "copy Flag  100000"],
            form.GetProperty("fields").EnumerateArray().Select(field => $"{Text(field, "name")} {Text(field, "kind")} {Text(field, "value")} {field.GetProperty("maxLength").GetInt32()}"));
        Assert.Equal(482101, Assert.Single(Assert.Single(Sample.Asked).Rows).TransactionNumber);
        Assert.Empty(Sample.Calls);
    }

    [Fact]
    public async Task A_dialog_asked_again_knows_what_it_was_filled_with()
    {
        var (_, form) = await Ann.CommandAsync($"{Fix}/ask", Body(("address", "half"), ("template", "german")));

        Assert.Equal(["half", "german", "Guten Tag"], form.GetProperty("fields").EnumerateArray().Take(3).Select(field => Text(field, "value")));
    }

    [Fact]
    public async Task A_filled_dialog_runs_the_command_with_a_value_for_each_field()
    {
        var (_, answer) = await Ann.CommandAsync(Fix, Body(("address", " new@example.org "), ("template", "english"), ("text", "One\r\nTwo"), ("copy", "TRUE"), ("intruder", "x")));

        Assert.Equal("1 sent to new@example.org.", Text(answer, "message"));
        Assert.Equal(
            new Dictionary<string, string> { ["address"] = "new@example.org", ["template"] = "english", ["text"] = "One\nTwo", ["day"] = "", ["hour"] = "", ["copy"] = "true" },
            Assert.Single(Sample.Calls).Values);
    }

    [Theory]
    [InlineData("address", "", "Fill in 'E-mail address'.")]
    [InlineData("address", "an-address-of-more-than-fifty-signs-is-too-long@example.org", "59 signs; 50 at most. Shorten it.")]
    [InlineData("address", "a@b\u0007", "It must be one line of plain text.")]
    [InlineData("template", "french", "'french' cannot be chosen. Choose one from the list.")]
    [InlineData("day", "2.3.2026", "'2.3.2026' is no date. Expected is e.g. 2026-03-02.")]
    [InlineData("day", "2026-02-30", "'2026-02-30' is no date. Expected is e.g. 2026-03-02.")]
    [InlineData("hour", "2026-03-02", "'2026-03-02' is no date and time. Expected is e.g. 2026-03-02T08:30.")]
    public async Task What_does_not_fit_its_field_is_told_there_and_nothing_is_run(string field, string value, string problem)
    {
        var (status, answer) = await Ann.CommandAsync(Fix, Body([("address", "new@example.org"), (field, value)]));

        Assert.Equal(
            (HttpStatusCode.OK, "Nothing was done yet: mend what is marked, then repeat.", problem),
            (status, Text(answer, "message"), Text(answer.GetProperty("fieldProblems"), field)));
        Assert.Empty(Sample.Calls);
    }

    [Fact]
    public async Task What_the_add_in_finds_wrong_is_told_at_the_field()
    {
        var (_, answer) = await Ann.CommandAsync(Fix, Body(("address", "nowhere")));

        Assert.Equal(("Nothing was sent.", "'nowhere' has no @."), (Text(answer, "message"), Text(answer.GetProperty("fieldProblems"), "address")));
    }

    [Fact]
    public async Task A_dialog_that_refuses_is_not_run()
    {
        Sample.Form = new CommandForm { Title = "Fix the address", Refusal = "482101 was mended by bea at 10:31." };

        Assert.Equal("482101 was mended by bea at 10:31.", Text((await Ann.CommandAsync($"{Fix}/ask", Visitor.Rows(482101))).Body, "refusal"));
        var (_, answer) = await Ann.CommandAsync(Fix, Visitor.Rows(482101));
        Assert.Equal(("482101 was mended by bea at 10:31.", true), (Text(answer, "message"), answer.GetProperty("refused").GetBoolean()));
        Assert.Empty(Sample.Calls);
    }

    [Fact]
    public async Task A_dialog_that_cannot_be_drawn_is_the_add_ins_failure()
    {
        var field = new FormField { Name = "address", Title = "Address", Kind = FormFieldKind.Text };
        Sample.Form = new CommandForm { Title = "Fix", Fields = [field, field] };

        var (status, body) = await Ann.CommandAsync($"{Fix}/ask", Visitor.Rows(482101));

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(
            "The dialog of Fix address could not be made: the add-in Sample failed. Nothing was done. Try again; if it happens again, tell an admin. The log says more.",
            Text(body, "message"));
        Assert.Contains(shell.Log.Lines, line => line.Contains("Sample failed in the dialog of command 'fix-address' of screen 'contact': InvalidOperationException: It answered two fields named 'address'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_without_a_dialog_has_none_to_ask_for()
    {
        var (status, body) = await Ann.CommandAsync("/screens/contact/commands/phone/ask", Visitor.Rows(481675));

        Assert.Equal((HttpStatusCode.NotFound, "Notified via Phone has no dialog. Reload the page: it may have changed."), (status, Text(body, "message")));
        Assert.Empty(Sample.Calls);
    }

    [Fact]
    public async Task Only_admins_see_ask_for_and_run_what_is_theirs()
    {
        Assert.DoesNotContain("Purge", await Ann.ReadAsync("/screens/contact"), StringComparison.Ordinal);
        foreach (var path in (string[])["/screens/contact/commands/purge", "/screens/contact/commands/purge/ask", "/requests/481675/panels/notices/commands/forget"])
        {
            var (status, body) = await Ann.CommandAsync(path, Visitor.Rows(481675));
            Assert.Equal((HttpStatusCode.Forbidden, "Only admins may do this. Ask an admin to do it, or to change your role."), (status, Text(body, "message")));
        }

        Assert.Empty(Sample.Asked);
        Assert.Empty(Sample.Calls);
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        Assert.Contains("Purge", await admin.ReadAsync("/screens/contact"), StringComparison.Ordinal);
        Assert.Equal("Fix the address", Text((await admin.CommandAsync("/screens/contact/commands/purge/ask", Visitor.Rows(481675))).Body, "title"));
    }

    [Fact]
    public async Task A_move_can_be_taken_back_once_by_its_token_after_a_restart_of_the_host_too()
    {
        var (_, moved) = await Ann.CommandAsync("/screens/contact/commands/phone", Visitor.Rows(481675));
        Assert.Equal("""{"token":"move 1","title":"1 moved"}""", moved.GetProperty("undo").GetRawText());
        await shell.RestartAsync();
        using var again = await Visitor.SignedInAsync(shell);

        Assert.Equal("1 moved back by ann.", Text((await again.CommandAsync("/screens/contact/undo", """{"token":"move 1"}""")).Body, "message"));
        Assert.Contains(Sample.Rows, row => row.TransactionNumber == 481675);
        Assert.Equal("That has been taken back already.", Text((await again.CommandAsync("/screens/contact/undo", """{"token":"move 1"}""")).Body, "message"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":""}""")]
    [InlineData("[")]
    public async Task An_undo_of_nothing_is_refused_in_words(string json)
    {
        var (status, body) = await Ann.CommandAsync("/screens/contact/undo", json);

        Assert.Equal((HttpStatusCode.BadRequest, """What to take back could not be read: expected was {"token": "..."}. Reload the page, then repeat."""), (status, Text(body, "message")));
    }

    [Fact]
    public async Task What_comes_next_is_offered_with_its_rows()
    {
        var (_, printed) = await Ann.CommandAsync("/screens/contact/commands/print", Visitor.Rows(481675, 482755));

        Assert.Equal(
            """{"question":"Mark 1 as notified by mail?","command":"mail","rows":[{"transactionNumber":482755,"arrivalId":1482755}],"values":{"address":"letters@example.org"}}""", printed.GetProperty("next").GetRawText());
    }

    [Fact]
    public async Task A_panels_command_gets_the_request_and_the_key_of_the_row()
    {
        var (_, answer) = await Ann.CommandAsync(Resend, """{"rows":[{"transactionNumber":481675,"arrivalId":1}],"key":"notice 7","values":{"address":"new@example.org"}}""");
        Assert.Equal("Resent 'notice 7' to new@example.org.", Text(answer, "message"));

        Assert.Equal("Released 481675.", Text((await Ann.CommandAsync("/requests/481675/panels/notices/commands/release", Visitor.Rows(481675))).Body, "message"));
    }

    [Fact]
    public async Task A_panels_command_is_shown_only_where_it_fits_the_request()
    {
        Assert.Contains(" Release ", await Ann.ReadAsync("/requests/481675"), StringComparison.Ordinal);
        Assert.DoesNotContain(" Release ", await Ann.ReadAsync("/requests/482753"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Resend, """{"rows":[{"transactionNumber":481675,"arrivalId":1}]}""", 400)]
    [InlineData(Resend, """{"rows":[{"transactionNumber":482101,"arrivalId":1}],"key":"notice 7"}""", 400)]
    [InlineData(Resend, """{"rows":[],"key":"notice 7"}""", 400)]
    [InlineData("/requests/481675/panels/notices/commands/release", """{"rows":[{"transactionNumber":481675,"arrivalId":1}],"key":"notice 7"}""", 400)]
    [InlineData("/requests/481675/panels/notices/commands/dance", """{"rows":[{"transactionNumber":481675,"arrivalId":1}]}""", 404)]
    [InlineData("/screens/contact/commands/fix-address", """{"rows":[null]}""", 400)]
    [InlineData("/screens/contact/commands/fix-address", """{"rows":[{"transactionNumber":1,"arrivalId":1}],"values":null}""", 400)]
    [InlineData("/screens/contact/commands/fix-address", """{"rows":[{"transactionNumber":1,"arrivalId":1}],"values":{"address":null}}""", 400)]
    public async Task What_no_page_of_ours_sends_is_refused(string path, string json, int status)
    {
        var (found, body) = await Ann.CommandAsync(path, json);

        Assert.Equal(status, (int)found);
        Assert.EndsWith(".", Text(body, "message"), StringComparison.Ordinal);
        Assert.Empty(Sample.Calls);
    }

    private static string Body(params (string Name, string Value)[] values) => JsonSerializer.Serialize(new
    {
        rows = new[] { new { transactionNumber = 482101, arrivalId = 1482101 } },
        values = values.GroupBy(value => value.Name).ToDictionary(same => same.Key, same => same.Last().Value),
    });

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
