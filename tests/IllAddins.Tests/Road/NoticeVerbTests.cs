using System.Text.Json;
using IllAddins.Tests.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>What staff and admins see of notices, and do about them, from the command line.</summary>
public sealed class NoticeVerbTests : IAsyncLifetime, IDisposable
{
    private const string Users = "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n";
    private const string Requests = """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        202,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of air
        """;

    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public async Task InitializeAsync()
    {
        library.MailTo(listener, connections: 1);
        await library.ImportAsync(Users, Requests);
        await library.RunAsync("sites", "set", "MAIN", "--time-zone", "America/New_York");
    }

    public async Task DisposeAsync() => await listener.DisposeAsync();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Notices_are_listed_with_their_state_attempts_times_and_the_last_answer()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("450-4.2.1 Mailbox busy,\n450 4.2.1 come back"));
        await library.SweepAsync();

        var all = Json(await library.RunAsync("notices", "list", "--json"));

        Assert.Equal(2, all.GetArrayLength());
        Assert.Equal(
            ["id", "transactionNumber", "site", "channel", "template", "state", "attempts", "createdAt", "firstTriedAt", "nextTryAt", "finishedAt", "messageId", "lastAnswer", "note"],
            all[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("Retrying", 1, "450 4.2.1 Mailbox busy,\n4.2.1 come back", "2026-03-02T10:00:00-05:00", "2026-03-02T10:01:00-05:00"),
            (Text(all[0], "state"), all[0].GetProperty("attempts").GetInt32(), Text(all[0], "lastAnswer"), Text(all[0], "firstTriedAt"), Text(all[0], "nextTryAt")));
        Assert.Equal(
            (202, "E-Mail", "Sent", "250 2.0.0 Ok: queued as 1", $"<{Text(all[1], "messageId")}>"),
            (all[1].GetProperty("transactionNumber").GetInt32(), Text(all[1], "channel"), Text(all[1], "state"), Text(all[1], "lastAnswer"), $"<{listener.Mails.Single().Parsed().MessageId}>"));
        Assert.Equal([202], await NumbersAsync("--state", "sent"));
        Assert.Equal([201], await NumbersAsync("--transaction", "201"));
        Assert.Equal([202], await NumbersAsync("--last", "1"));
        Assert.Equal([], await NumbersAsync("--site", "ILL"));
        Assert.Equal((1, "", "There is no site 'LAW'. See: sites list\n"), await library.RunAsync("notices", "list", "--site", "LAW"));
        Assert.Equal((0, "There is no such notice.\n", ""), await library.RunAsync("notices", "list", "--state", "Unknown"));
    }

    [Fact]
    public async Task A_notice_is_shown_with_its_text_and_every_attempt_word_for_word()
    {
        listener.Script.Next(SmtpStage.Rcpt, new SmtpAct.Answer("450 4.2.1 Mailbox busy"));
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromMinutes(2));
        await library.SweepAsync();

        var shown = Json(await library.RunAsync("notices", "show", "1", "--json"));
        var (code, text, _) = await library.RunAsync("notices", "show", "1");

        Assert.Equal(("Sent", "Jane Doe <jane@example.org>", "Ready for you: Atlas of soil"), (Text(shown.GetProperty("notice"), "state"), Text(shown.GetProperty("notice"), "to"), Text(shown.GetProperty("notice"), "subject")));
        Assert.Equal(
            ["Recipient TryLater 450 4.2.1 Mailbox busy", "FinalDot Accepted 250 2.0.0 Ok: queued as 2"],
            shown.GetProperty("attempts").EnumerateArray().Select(attempt => $"{Text(attempt, "stage")} {Text(attempt, "outcome")} {Text(attempt, "answer")}"));
        Assert.Equal(0, code);
        Assert.Contains("  Ready for you: Atlas of soil\nText\n  Dear Jane Doe,\n", text, StringComparison.Ordinal);
        Assert.Equal((1, "", "There is no notice 99. See: notices list\n"), await library.RunAsync("notices", "show", "99"));
    }

    [Fact]
    public async Task What_staff_decide_is_done_and_stands_in_history_and_audit()
    {
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        listener.Script.Next(SmtpStage.Rcpt, null, new SmtpAct.Answer("550 5.1.1 no such user"));
        await library.SweepAsync();

        Assert.Equal(
            (0, "Notice 1 of request 201 is Sent now. Its request has moved on, unless it had done so before.\n", ""), await library.RunAsync("notices", "delivered", "1", "--by", "ann"));
        Assert.Equal(
            (1, "", "Notice 1 of request 201 was left alone: it is Sent already; a second one would tell the patron twice.\n"), await library.RunAsync("notices", "resend", "1"));
        Assert.Equal(
            (1, "", "Notice 2 of request 202 was left alone: 'jane' has no '@'; expected an address such as jane@library.org.\n"), await library.RunAsync("notices", "fix", "2", "--address", "jane"));
        Assert.Equal(
            (0, "Notice 2 of request 202 is Pending now. The address on the user's record is corrected, and the notice goes there at the next sweep.\n", ""),
            await library.RunAsync("notices", "fix", "2", "--address", "jane.doe@example.org", "--by", "bob"));
        Assert.Equal((0, "Notice 2 of request 202 is Cancelled now. It goes out only by another word of staff: notices resend.\n", ""), await library.RunAsync("notices", "cancel", "2", "--by", "bob"));
        Assert.Equal(0, (await library.SweepAsync()).Sent);
        Assert.Equal((0, "Notice 2 of request 202 is Pending now. It goes out at the next sweep.\n", ""), await library.RunAsync("notices", "resend", "2", "--by", "bob"));
        Assert.Equal(1, (await library.SweepAsync()).Sent);

        var audit = Json(await library.RunAsync("audit", "list", "--json"));
        Assert.Equal(
            [
                "ann route status 201 MAIN Awaiting Customer Contact Customer Notified via E-Mail", "ann mark as delivered notice 1 201 MAIN Unknown Sent",
                "bob correct e-mail address 202 MAIN  ", "bob correct address and resend notice 2 202 MAIN Failed Pending", "bob cancel notice 2 202 MAIN Pending Cancelled",
                "bob resend notice 2 202 MAIN Cancelled Pending",
            ],
            audit.EnumerateArray().Where(entry => entry.GetProperty("transactionNumber").ValueKind == JsonValueKind.Number).Select(entry => string.Join(' ', new[] { "by", "act", "subject", "transactionNumber", "site", "was", "became" }.Select(name => entry.GetProperty(name).ToString()))));
        Assert.Equal(4, Json(await library.RunAsync("audit", "list", "--by", "BOB", "--json")).GetArrayLength());
        Assert.Equal(2, Json(await library.RunAsync("audit", "list", "--transaction", "201", "--json")).GetArrayLength());
        Assert.Equal(0, Json(await library.RunAsync("audit", "list", "--since", "2026-03-03", "--json")).GetArrayLength());
        Assert.Equal((1, "", "There is no site 'X'. Look at the sites with: sites list\n"), await library.RunAsync("audit", "list", "--site", "X"));
        Assert.Equal(
            ["ann: E-mail 'ILL Borrowing Loan Pickup' was marked as delivered.", "ann: Request routed from 'Awaiting Customer Contact' to 'Customer Notified via E-Mail'."],
            await library.QueryAsync("SELECT Username || ': ' || Entry FROM History WHERE TransactionNumber = 201 AND Username = 'ann' ORDER BY Entry"));
    }

    [Fact]
    public async Task All_that_failed_on_a_day_of_the_sites_clock_is_sent_again()
    {
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 no such user");
        await library.SweepAsync();
        listener.Script.Clear();

        var before = await library.RunAsync("notices", "resend-failed", "--site", "MAIN", "--from", "2026-03-02", "--until", "2026-03-02T09:59:59");
        var (code, output, _) = await library.RunAsync("notices", "resend-failed", "--site", "main", "--from", "2026-03-02T10:00", "--until", "2026-03-02", "--by", "ann");

        Assert.Equal((0, "No notice of site MAIN failed within that time.\n", ""), before);
        Assert.Equal(
            (0, """
            ID  TN   Done  State    Why
            1   201  yes   Pending
            2   202  yes   Pending
            Of site MAIN, 2 notices are to be sent again at the next sweep; 0 left alone.

            """),
            (code, output));
        Assert.Equal(2, (await library.SweepAsync()).Sent);
        Assert.Equal((1, "", "There is no site 'X'. See: sites list\n"), await library.RunAsync("notices", "resend-failed", "--site", "X", "--from", "2026-03-02", "--until", "2026-03-02"));
        Assert.Equal(
            (1, "", "--until: found 'soon', expected a day or a moment such as 2026-03-02 or 2026-03-02T14:30.\n"),
            await library.RunAsync("notices", "resend-failed", "--site", "MAIN", "--from", "2026-03-02", "--until", "soon"));
    }

    [Fact]
    public async Task A_test_mail_goes_out_over_the_sites_server_shows_no_patron_and_is_no_notice()
    {
        await library.RunAsync("addins", "list");
        await library.QueryAsync("UPDATE EMailTemplates SET CC = 'desk@example.org', HtmlBody = '<p><#Transaction.LoanTitle></p>' WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name");

        var (code, output, error) = await library.RunAsync("notices", "test", "--site", "MAIN", "--template", "ILL Borrowing Loan Pickup", "--to", "ann@example.org", "--by", "ann");

        Assert.Equal((0, $"The mail server 127.0.0.1:{listener.Port} took the test mail to ann@example.org: 250 2.0.0 Ok: queued as 1\n", ""), (code, output, error));
        var mail = Assert.Single(listener.Mails);
        Assert.Equal(["ann@example.org"], mail.Recipients);
        Assert.Equal("[Test] Ready for you: The example, and how it was made up", mail.Parsed().Subject);
        Assert.DoesNotContain("Atlas", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p>The example, and how it was made up</p>", mail.Parsed().HtmlBody, StringComparison.Ordinal);
        Assert.Empty(await library.QueryAsync("SELECT Id FROM EMailCopies"));
        Assert.Equal(["ann send a test mail to ann@example.org: 250 2.0.0 Ok: queued as 1"], await library.QueryAsync("SELECT ActedBy || ' ' || Act || ' ' || Detail FROM Audit WHERE Act LIKE 'send%'"));
        Assert.Equal(2, (await library.SweepAsync()).Sent);
    }

    [Fact]
    public async Task A_test_mail_with_a_requests_values_leaves_a_history_entry_and_moves_nothing()
    {
        var (code, _, _) = await library.RunAsync("notices", "test", "--site", "MAIN", "--template", "ILL Borrowing Loan Pickup", "--to", "ann@example.org", "--transaction", "201", "--by", "ann");

        Assert.Equal(0, code);
        Assert.Contains("Atlas of soil", listener.Mails.Single().Text, StringComparison.Ordinal);
        Assert.Equal("Awaiting Customer Contact", await library.StatusAsync(201));
        Assert.Equal(
            ["A test mail of template 'ILL Borrowing Loan Pickup' was made with the values of this request; it is no notice to the patron."],
            await library.QueryAsync("SELECT Entry FROM History WHERE TransactionNumber = 201 AND Username = 'ann'"));
    }

    [Fact]
    public async Task A_test_mail_tells_of_copies_that_patrons_mails_could_not_have_and_names_the_site_where_nothing_says_the_place()
    {
        await library.RunAsync("sites", "set", "MAIN", "--name", "Main Library");
        await library.RunAsync("addins", "list");
        await library.QueryAsync("UPDATE EMailTemplates SET CC = 'desk@example.org; the desk' WHERE Name = 'ILL Borrowing Loan Pickup' RETURNING Name");

        var (code, output, _) = await library.RunAsync("notices", "test", "--site", "MAIN", "--template", "ILL Borrowing Loan Pickup", "--to", "ann@example.org", "--transaction", "201");

        Assert.Equal(0, code);
        Assert.EndsWith(": 250 2.0.0 Ok: queued as 1 The address 'the desk' of the field CC is no e-mail address; expected a form such as jane@library.org.\n", output, StringComparison.Ordinal);
        Assert.Contains("Where:     Main Library", listener.Mails.Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no template 'Loan Pickup' at site MAIN.", "MAIN", "Loan Pickup", "ann@example.org")]
    [InlineData("There is no site 'X'. See: sites list", "X", "ILL Borrowing Loan Pickup", "ann@example.org")]
    [InlineData("--to: 'ann' has no '@'; expected an address such as jane@library.org.", "MAIN", "ILL Borrowing Loan Pickup", "ann")]
    [InlineData("The test mail to ann@example.org was not accepted, at the step Recipient: 550 5.7.1 Not you", "MAIN", "ILL Borrowing Loan Pickup", "ann@example.org")]
    public async Task A_test_mail_that_cannot_go_says_why(string why, string site, string template, string to)
    {
        listener.Script.At(SmtpStage.Rcpt, "550 5.7.1 Not you");

        Assert.Equal((1, "", why + "\n"), await library.RunAsync("notices", "test", "--site", site, "--template", template, "--to", to));
        Assert.Empty(listener.Mails);
    }

    private async Task<IReadOnlyList<int>> NumbersAsync(params string[] filter) =>
        [.. Json(await library.RunAsync(["notices", "list", "--json", .. filter])).EnumerateArray().Select(notice => notice.GetProperty("transactionNumber").GetInt32())];

    private static JsonElement Json((int Code, string Output, string Error) answer)
    {
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        return JsonDocument.Parse(answer.Output).RootElement;
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
