using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>The commands of the next mail go out behind the final dot of the one before: what becomes of both, whatever the server says or does in between.</summary>
public sealed class SendAheadTests
{
    private static readonly OutgoingMail First = Some.Mail("1@illaddins.test");
    private static readonly OutgoingMail Second = Some.Mail("2@illaddins.test", "john@library.test");
    private static readonly OutgoingMail Third = Some.Mail("3@illaddins.test");

    public static TheoryData<SmtpStage, SmtpAct, string> Answers => new()
    {
        { SmtpStage.Mail, new SmtpAct.Answer("451 4.7.1 Slower"), "TryLater" },
        { SmtpStage.Mail, new SmtpAct.Answer("550 5.1.8 No such sender"), "ServerFault" },
        { SmtpStage.Mail, new SmtpAct.Garbage("what?\r\n"), "ServerFault" },
        { SmtpStage.Mail, new SmtpAct.AnswerAndCut("421 4.7.0 Enough for one connection"), "Accepted" },
        { SmtpStage.Mail, new SmtpAct.Cut(), "Accepted" },
        { SmtpStage.Rcpt, new SmtpAct.Answer("450 4.2.1 Mailbox busy"), "TryLater" },
        { SmtpStage.Rcpt, new SmtpAct.Answer("550 5.1.1 No John"), "RefusedRecipient" },
        { SmtpStage.Rcpt, new SmtpAct.Cut(), "Accepted" },
        { SmtpStage.Data, new SmtpAct.Answer("451 4.3.0 Try again"), "TryLater" },
        { SmtpStage.Data, new SmtpAct.Answer("554 5.7.1 Refused by policy"), "ServerFault" },
        { SmtpStage.Data, new SmtpAct.Answer("250 Ok?"), "ServerFault" },
        { SmtpStage.Data, new SmtpAct.Cut(), "TryLater" },
    };

    public static TheoryData<SmtpAct, string> Ends => new()
    {
        { new SmtpAct.Answer("451 4.3.0 Queue file write error"), "TryLater" },
        { new SmtpAct.Answer("550 5.1.1 No Jane"), "RefusedRecipient" },
        { new SmtpAct.Answer("554 5.7.1 Looks like spam"), "ServerFault" },
        { new SmtpAct.Drip("250 2.0.0 Ok"), "Accepted" },
        { new SmtpAct.AnswerAndCut("250 2.0.0 Ok"), "Accepted" },
        { new SmtpAct.AnswerAndCut("421 4.3.2 Shutting down"), "TryLater" },
        { new SmtpAct.Garbage("what?\r\n"), "Unknown" },
        { new SmtpAct.RawAndCut("25"), "Unknown" },
        { new SmtpAct.Cut(), "Unknown" },
    };

    [Fact]
    public async Task The_next_mail_is_announced_with_the_end_of_the_one_before_and_without_its_text_the_connection_is_dropped()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using (var transport = Some.Transport(listener))
            Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(First, () => Second, CancellationToken.None));
        await listener.AllConversationsEnded();

        Assert.Equal(["EHLO", "MAIL", "RCPT", "DATA", "MAIL", "RCPT", "DATA"], listener.Commands.Select(command => command.Split(' ', ':')[0]));
        Assert.Equal(["1@illaddins.test"], Arrived(listener));
    }

    [Fact]
    public async Task Mails_of_every_length_arrive_in_their_order_over_one_connection()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        var mails = Enumerable.Range(1, 30).Select(number => Some.Mail($"{number}@illaddins.test") with { TextBody = string.Concat(Enumerable.Repeat($".{number}\n", number * number * 10)) }).ToList();

        for (var at = 0; at < mails.Count; at++)
            Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(mails[at], () => at + 1 < mails.Count ? mails[at + 1] : null, CancellationToken.None));

        Assert.Equal(mails.Select(mail => mail.MessageId), Arrived(listener));
        Assert.Equal(mails.Select(mail => mail.TextBody), listener.Mails.Select(mail => mail.Parsed().TextBody!.ReplaceLineEndings("\n")));
        Assert.Equal(1, listener.Connections);
    }

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task What_is_answered_to_an_announced_mail_counts_for_that_mail_alone(SmtpStage stage, SmtpAct act, string family)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(stage, null, act);

        var outcomes = await SendAllAsync(listener);

        Assert.Equal(["Accepted", family, "Accepted"], outcomes);
        Assert.Equal(family == "Accepted" ? ["1@illaddins.test", "2@illaddins.test", "3@illaddins.test"] : ["1@illaddins.test", "3@illaddins.test"], Arrived(listener));
    }

    [Theory]
    [MemberData(nameof(Ends), DisableDiscoveryEnumeration = true)]
    public async Task However_a_mail_ends_the_one_announced_behind_it_arrives_once(SmtpAct act, string family)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.Next(SmtpStage.FinalDot, act);

        var outcomes = await SendAllAsync(listener);

        Assert.Equal([family, "Accepted", "Accepted"], outcomes);
        Assert.Equal(["2@illaddins.test", "3@illaddins.test"], Arrived(listener).Where(id => id != "1@illaddins.test"));
    }

    [Fact]
    public async Task Another_mail_than_the_announced_one_goes_over_another_connection()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);

        await transport.SendAsync(First, () => Second, CancellationToken.None);
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Third, CancellationToken.None));

        Assert.Equal(["1@illaddins.test", "3@illaddins.test"], Arrived(listener));
        Assert.Equal(2, listener.Connections);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_announced_is_sent_the_usual_way()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener);
        foreach (var unfit in new[] { Second with { Cc = "desk@library.test" }, Second with { ToAddress = "jürgen@library.test" }, Second with { ToAddress = "nobody" } })
        {
            var before = listener.Commands.Count;
            await transport.SendAsync(First, () => unfit, CancellationToken.None);
            var said = listener.Commands.Skip(before).Count(command => command.StartsWith("MAIL", StringComparison.Ordinal));
            var outcome = await transport.SendAsync(unfit, CancellationToken.None);

            Assert.Equal(1, said);
            Assert.Equal(unfit.ToAddress != "nobody", outcome is MailOutcome.Accepted);
        }
    }

    [Fact]
    public async Task A_server_without_PIPELINING_hears_of_no_mail_ahead()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = ["8BITMIME"] });
        await using var transport = Some.Transport(listener);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(First, () => throw new InvalidOperationException("asked"), CancellationToken.None));
    }

    [Fact]
    public async Task An_announced_mail_has_no_line_in_the_journal_before_its_own_end()
    {
        var lines = new List<string>();
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener, journal: new(id => lines.Add($"before {id}"), (id, _) => lines.Add($"after {id}")));

        await transport.SendAsync(First, () => Second, CancellationToken.None);
        Assert.Equal(["before 1@illaddins.test", "after 1@illaddins.test"], lines);
        await transport.SendAsync(Second, CancellationToken.None);
        Assert.Equal(["before 2@illaddins.test", "after 2@illaddins.test"], lines[2..]);
    }

    // Each names the next one.
    private static async Task<List<string>> SendAllAsync(ScriptedSmtpListener listener)
    {
        await using var transport = Some.Transport(listener);
        var outcomes = new List<string>();
        foreach (var (mail, next) in new[] { (First, Second), (Second, Third), (Third, null) })
            outcomes.Add((await transport.SendAsync(mail, () => next, CancellationToken.None)).GetType().Name);
        return outcomes;
    }

    private static IEnumerable<string> Arrived(ScriptedSmtpListener listener) => listener.Mails.Select(mail => mail.Parsed().MessageId!);
}
