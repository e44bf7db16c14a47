using System.Net;
using System.Text.Json;

namespace IllAddins.Tests.Web;

public sealed class CommandTests : IAsyncLifetime
{
    private const string Phone = "/screens/contact/commands/phone";
    private const string Print = "/screens/contact/commands/print";

    private readonly ShellHost shell = new();
    private Visitor? visitor;

    private Visitor Ann => visitor!;

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
    public async Task A_command_gets_each_row_once_with_who_called_and_its_answer_comes_back()
    {
        var (status, body) = await Ann.CommandAsync(Phone, Visitor.Rows(481675, 482755, 481675));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"message":"1 moved to Customer Notified via Phone. 1 left alone.","refused":false,"file":null,"undo":{"token":"move 1","title":"1 moved"}}""", body.GetRawText());
        var call = Assert.Single(shell.Sample.Calls);
        Assert.Equal("ann", call.User);
        Assert.Equal(
            [new SelectedRow { TransactionNumber = 481675, ArrivalId = 1481675 }, new SelectedRow { TransactionNumber = 482755, ArrivalId = 1482755 }],
            call.Rows);
    }

    [Fact]
    public async Task A_command_without_the_token_is_not_run()
    {
        var (status, body) = await Ann.CommandAsync(Phone, Visitor.Rows(481675), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            "Nothing was done: this page was opened before the last sign-in, or by another program. Reload the page, then repeat.",
            body.GetProperty("message").GetString());
        Assert.Empty(shell.Sample.Calls);
    }

    [Theory]
    [InlineData(Phone, """{"rows":[]}""", 400, "Select requests in the Phone group first.")]
    [InlineData(Phone, "[1", 400, "The selection could not be read: expected was {\"rows\": [{\"transactionNumber\": 1, \"arrivalId\": 1}]}. Reload the page, then repeat.")]
    [InlineData(Phone, """{"rows":[{"arrivalId":1}]}""", 400, "The selection could not be read: expected was {\"rows\": [{\"transactionNumber\": 1, \"arrivalId\": 1}]}. Reload the page, then repeat.")]
    [InlineData("/screens/contact/commands/dance", """{"rows":[]}""", 404, "The screen Customer Contact has no command 'dance'. Reload the page: it may have changed.")]
    [InlineData("/screens/nowhere/commands/phone", """{"rows":[]}""", 404, "There is no screen 'nowhere'. Its add-in may have been removed or stopped; admins see why on the page Add-ins.")]
    public async Task What_cannot_be_run_is_refused_in_words(string path, string json, int status, string words)
    {
        var (found, body) = await Ann.CommandAsync(path, json);
        Assert.Equal((status, words), ((int)found, body.GetProperty("message").GetString()));
        Assert.Empty(shell.Sample.Calls);
    }

    [Fact]
    public async Task A_command_that_needs_no_selection_runs_without_one_and_knows_the_site_chosen()
    {
        var (status, body) = await Ann.CommandAsync("/screens/contact/commands/list", """{"rows":[]}""");

        Assert.Equal((HttpStatusCode.OK, "List of 0 for all."), (status, body.GetProperty("message").GetString()));
        Assert.Empty(Assert.Single(shell.Sample.Calls).Rows);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_taken_at_once_and_no_more()
    {
        Assert.Equal(HttpStatusCode.OK, (await Ann.CommandAsync(Phone, Visitor.Rows([.. Enumerable.Range(1, 10_000)]))).Status);
        var (status, body) = await Ann.CommandAsync(Phone, Visitor.Rows([.. Enumerable.Range(1, 10_001)]));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "10,001 rows are selected; one call takes 10,000 at most. Select fewer."),
            (status, body.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_command_that_throws_is_told_in_words_and_logged_in_full()
    {
        shell.Sample.Fault = new InvalidOperationException("A secret of the add-in.");
        var (status, body) = await Ann.CommandAsync(Phone, Visitor.Rows(481675));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal(
            """{"message":"Notified via Phone broke off: the add-in Sample failed. Look which rows have changed before you repeat it, and tell an admin. The log says more."}""",
            body.GetRawText());
        Assert.Contains(shell.Log.Lines, line => line.Contains("A secret of the add-in.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_is_shown_in_the_browser_for_fifteen_minutes_to_the_one_who_made_it()
    {
        var (_, body) = await Ann.CommandAsync(Print, Visitor.Rows(481675));
        var file = body.GetProperty("file");
        Assert.Equal("letters.pdf", file.GetProperty("name").GetString());
        var url = file.GetProperty("url").GetString()!;

        var answer = await Ann.GetAsync(url);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("inline; filename=letters.pdf; filename*=UTF-8''letters.pdf", answer.Content.Headers.ContentDisposition?.ToString());
        Assert.StartsWith("%PDF", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var other = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).StatusCode);
        shell.Clock.Advance(TimeSpan.FromMinutes(15));
        var late = await Ann.GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Contains(
            "Documents are kept for 15 minutes, for the one who made them. Run the command again.",
            Visitor.Text(await late.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_answers_in_json_alone()
    {
        var (_, body) = await Ann.CommandAsync(Print, Visitor.Rows(481675));
        Assert.Equal(JsonValueKind.Object, body.ValueKind);
        Assert.Equal(["message", "refused", "file"], body.EnumerateObject().Select(property => property.Name));
    }
}
