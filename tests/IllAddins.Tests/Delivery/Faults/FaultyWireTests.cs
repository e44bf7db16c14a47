using IllAddins.Tests.Fixtures;
using static IllAddins.Tests.Delivery.Faults.FaultRows;

namespace IllAddins.Tests.Delivery.Faults;

/// <summary>Servers that hang up, babble, drip, promise little or answer what nobody asked, and one bad recipient among good ones.</summary>
public sealed class FaultyWireTests(FaultDesk desk) : IClassFixture<FaultDesk>
{
    public static TheoryData<SmtpStage, string, SmtpAct, string> Acts => new()
    {
        { SmtpStage.Greeting, "cut", new SmtpAct.Cut(), Outage },
        { SmtpStage.Hello, "cut", new SmtpAct.Cut(), Outage },
        { SmtpStage.Mail, "cut", new SmtpAct.Cut(), Outage },
        { SmtpStage.Rcpt, "cut", new SmtpAct.Cut(), Outage },
        { SmtpStage.Data, "cut", new SmtpAct.Cut(), Outage },
        { SmtpStage.Text, "cut", new SmtpAct.Cut(), Unknown },
        { SmtpStage.FinalDot, "cut", new SmtpAct.Cut(), Unknown },
        { SmtpStage.FinalDot, "cut, and kept", new SmtpAct.Cut { Keeps = true }, Unknown },
        { SmtpStage.Quit, "cut", new SmtpAct.Cut(), Sent },
        { SmtpStage.Greeting, "cut within a line", new SmtpAct.RawAndCut("220 liste"), Outage },
        { SmtpStage.Hello, "cut within a line", new SmtpAct.RawAndCut("250-listener.test\r\n250-PIPE"), Outage },
        { SmtpStage.Mail, "cut within a line", new SmtpAct.RawAndCut("25"), Outage },
        { SmtpStage.Rcpt, "cut within a refusal", new SmtpAct.RawAndCut("550 5.1.1 No su"), Outage },
        { SmtpStage.Data, "cut within a line", new SmtpAct.RawAndCut("354"), Outage },
        { SmtpStage.FinalDot, "cut within a yes", new SmtpAct.RawAndCut("250 2.0.0 Ok: que") { Keeps = true }, Unknown },
        { SmtpStage.FinalDot, "cut between the lines of a yes", new SmtpAct.RawAndCut("250-2.0.0 Ok\r\n") { Keeps = true }, Unknown },
        { SmtpStage.Greeting, "babble", new SmtpAct.Garbage("HTTP/1.1 400 Bad Request\r\n\r\n"), Outage },
        { SmtpStage.Hello, "babble", new SmtpAct.Garbage("\0\u0001\u0002\r\n"), Outage },
        { SmtpStage.Mail, "babble", new SmtpAct.Garbage("+OK\r\n"), Outage },
        { SmtpStage.Rcpt, "babble", new SmtpAct.Garbage("2x0 Ok\r\n"), Outage },
        { SmtpStage.Rcpt, "codes that differ", new SmtpAct.Garbage("250-Ok\r\n550 No\r\n"), Outage },
        { SmtpStage.Data, "babble", new SmtpAct.Garbage("* OK\r\n"), Outage },
        { SmtpStage.FinalDot, "babble", new SmtpAct.Garbage("oops\r\n") { Keeps = true }, Unknown },
        { SmtpStage.Quit, "babble", new SmtpAct.Garbage("oops\r\n"), Sent },
        { SmtpStage.Quit, "a refusal", new SmtpAct.Answer("502 5.5.1 Not implemented"), Sent },
        { SmtpStage.Quit, "later", new SmtpAct.Answer("421 4.3.2 Shutting down"), Sent },
        { SmtpStage.Greeting, "drip", new SmtpAct.Drip("220-listener.test\n220 welcome"), Sent },
        { SmtpStage.Mail, "drip", new SmtpAct.Drip("250 2.1.0 Ok"), Sent },
        { SmtpStage.Rcpt, "drip a refusal", new SmtpAct.Drip("550 5.1.1 No such user"), Refused },
        { SmtpStage.FinalDot, "drip", new SmtpAct.Drip("250-2.0.0 Thank you\n250 2.0.0 queued"), Sent },
        { SmtpStage.Greeting, "a line without end", new SmtpAct.Endless("220 welcome "), Outage },
        { SmtpStage.Greeting, "lines without end", new SmtpAct.Endless("220-welcome\r\n"), Outage },
        { SmtpStage.Hello, "a line without end", new SmtpAct.Endless("250-listener "), Outage },
        { SmtpStage.Hello, "lines without end", new SmtpAct.Endless("250-X-UNHEARD-OF\r\n"), Outage },
        { SmtpStage.Mail, "lines without end", new SmtpAct.Endless("250-2.1.0 Ok\r\n"), Outage },
        { SmtpStage.FinalDot, "lines without end", new SmtpAct.Endless("250-2.0.0 Ok\r\n") { Keeps = true }, Unknown },
        { SmtpStage.Mail, "an endless word", new SmtpAct.Answer("250 2.1.0 " + new string('x', 100_000)), Sent },
        { SmtpStage.Rcpt, "an endless refusal", new SmtpAct.Answer("550 5.1.1 " + new string('x', 100_000)), Refused },
        { SmtpStage.FinalDot, "an endless yes", new SmtpAct.Answer("250 2.0.0 " + new string('x', 100_000)), Sent },
        { SmtpStage.FinalDot, "a yes of many lines", new SmtpAct.Answer(string.Concat(Enumerable.Repeat("250-2.0.0 Ok\n", 2_000)) + "250 2.0.0 Ok"), Sent },
        { SmtpStage.Mail, "a refusal and a cut", new SmtpAct.AnswerAndCut("554 5.7.1 Go away"), Outage },
        { SmtpStage.Rcpt, "a refusal and a cut", new SmtpAct.AnswerAndCut("550 5.1.1 No such user"), Refused },
        { SmtpStage.FinalDot, "a yes and a cut", new SmtpAct.AnswerAndCut("250 2.0.0 Ok"), Sent },
        { SmtpStage.FinalDot, "a refusal and a cut", new SmtpAct.AnswerAndCut("554 5.7.1 Spam"), Outage },
        { SmtpStage.Mail, "two answers", new SmtpAct.Answer("250 2.1.0 Ok\n250 2.1.0 Ok again"), Sent },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Whatever_a_server_does_has_its_end_state(SmtpStage stage, string what, SmtpAct act, string expected)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = ["8BITMIME"] });
        listener.Script.At(stage, act);

        Assert.Equal((what, expected), (what, await desk.SweptAsync(listener)));
        Assert.Equal(expected == Sent ? FaultDesk.Patrons : act.Keeps ? 3 : 0, listener.Mails.Count);
    }

    [Fact]
    public async Task A_server_that_hangs_up_where_it_should_forget_a_refused_mail_gets_the_next_one_on_another_connection()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Rcpt, "550 5.1.1 No such user").At(SmtpStage.Reset, new SmtpAct.Cut());

        Assert.Equal(Refused, await desk.SweptAsync(listener));
    }

    [Theory]
    [InlineData]
    [InlineData("PIPELINING")]
    [InlineData("8BITMIME")]
    [InlineData("SMTPUTF8")]
    [InlineData("SIZE")]
    [InlineData("SIZE 0")]
    [InlineData("ENHANCEDSTATUSCODES", "PIPELINING", "8BITMIME", "SIZE 1000000")]
    [InlineData("X-UNHEARD-OF", "CHUNKING", "DSN", "BINARYMIME")]
    public async Task A_server_may_offer_what_it_likes(params string[] extensions)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = extensions });

        Assert.Equal(Sent, await desk.SweptAsync(listener));
        Assert.Equal(FaultDesk.Patrons, listener.Mails.Count);
    }

    [Fact]
    public async Task A_server_that_knows_no_ehlo_is_greeted_in_the_old_way()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Hello, "502 5.5.1 Not implemented", line => line.StartsWith("EHLO", StringComparison.Ordinal));

        Assert.Equal(Sent, await desk.SweptAsync(listener));
    }

    [Fact]
    public async Task A_server_whose_size_limit_is_too_small_is_at_fault_and_told_the_size_first()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = ["SIZE 100", "PIPELINING"] });
        listener.Script.At(SmtpStage.Mail, "552 5.3.4 Message size exceeds fixed limit", line => line.Contains(" SIZE=", StringComparison.Ordinal));

        Assert.Equal(Outage, await desk.SweptAsync(listener));
    }

    [Theory]
    [InlineData("220 listener.test\r\n250 Nobody asked\r\n")]
    [InlineData("220 listener.test\r\n550 Nobody asked\r\n")]
    public async Task An_answer_that_nobody_asked_for_never_makes_a_mail_sent_that_was_not(string greeting)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Greeting, new SmtpAct.Garbage(greeting));

        var state = await desk.SweptAsync(listener);

        Assert.Equal(state.StartsWith(Sent, StringComparison.Ordinal) ? FaultDesk.Patrons : 0, listener.Mails.Count);
        Assert.DoesNotContain("Failed", state, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk@example.org", "550 5.1.1 No such user", Sent)]
    [InlineData("desk@example.org", "451 4.7.1 Greylisted", Sent)]
    [InlineData("copy@example.org", "550 5.1.1 No such user", Sent)]
    [InlineData("u20", "550 5.1.1 No such user", Refused)]
    [InlineData("u20", "450 4.2.1 Mailbox busy", Later)]
    [InlineData("example.org", "550 5.1.1 No such user", Refused)]
    public async Task One_recipient_refused_among_good_ones_decides_only_where_it_is_the_patron(string refused, string words, string expected)
    {
        await desk.Library.QueryAsync("UPDATE EMailTemplates SET CC = 'desk@example.org', BCC = 'copy@example.org' RETURNING Name");
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.Rcpt, words, line => line.Contains(refused, StringComparison.Ordinal));

        var state = await desk.SweptAsync(listener);
        await desk.Library.QueryAsync("UPDATE EMailTemplates SET CC = NULL, BCC = NULL RETURNING Name");

        Assert.Equal(expected, state);
        Assert.Equal(expected == Sent ? FaultDesk.Patrons : 0, listener.Mails.Count);
    }
}
