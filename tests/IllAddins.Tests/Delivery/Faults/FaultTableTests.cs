using IllAddins.Tests.Fixtures;
using static IllAddins.Tests.Delivery.Faults.FaultRows;

namespace IllAddins.Tests.Delivery.Faults;

/// <summary>Whatever a mail server does at any stage, where four notices stand after a sweep: real sockets, the whole road from the arrival to the outbox.</summary>
public sealed class FaultTableTests(FaultDesk desk) : IClassFixture<FaultDesk>
{
    [Theory]
    [MemberData(nameof(FaultRows.Answers), MemberType = typeof(FaultRows))]
    public async Task Every_answer_at_every_stage_has_its_end_state_and_is_kept_word_for_word(SmtpStage stage, string words, string expected)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, words);

        Assert.Equal(expected, await desk.SweptAsync(listener));
        Assert.Equal(expected == Sent ? FaultDesk.Patrons : 0, listener.Mails.Count);
        if (expected != Sent || stage is SmtpStage.FinalDot)
            Assert.Equal([Kept(words)], await desk.AnswersAsync());
    }

    [Theory]
    [InlineData("421 4.3.2 Shutting down")]
    [InlineData("454 4.7.0 TLS not available now")]
    [InlineData("500 What?")]
    [InlineData("501 5.5.4 No parameters")]
    [InlineData("502 5.5.1 Not implemented")]
    [InlineData("554 5.7.0 TLS refused")]
    public async Task A_refused_starttls_is_the_servers_fault_and_nothing_goes_in_clear(string words)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = true });
        listener.Script.At(SmtpStage.StartTls, words);

        Assert.Equal(Outage, await desk.SweptAsync(new { Host = "127.0.0.1", listener.Port, Security = "StartTls", Connections = 1 }));
        Assert.Equal([Kept(words)], await desk.AnswersAsync());
        Assert.DoesNotContain(listener.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StartTls", true)]
    [InlineData("StartTls", false)]
    [InlineData("Tls", true)]
    [InlineData("Tls", false)]
    public async Task Tls_that_is_missing_or_vouched_for_by_nobody_is_the_servers_fault_and_nothing_goes_in_clear(string security, bool tls)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = tls && security == "StartTls", Tls = tls && security == "Tls" });

        Assert.Equal(Outage, await desk.SweptAsync(new { Host = "127.0.0.1", listener.Port, Security = security, Connections = 1, LocalName = "illaddins.test" }));
        Assert.Empty(listener.Mails);
        Assert.DoesNotContain(listener.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("421 4.7.0 Too many failures")]
    [InlineData("432 4.7.12 A password transition is needed")]
    [InlineData("454 4.7.0 Temporary authentication failure")]
    [InlineData("500 5.5.2 What?")]
    [InlineData("501 5.5.2 Cannot decode")]
    [InlineData("503 5.5.1 Bad sequence")]
    [InlineData("504 5.5.4 Unknown mechanism")]
    [InlineData("530 5.7.0 No")]
    [InlineData("534 5.7.9 Too weak")]
    [InlineData("535 5.7.8 Wrong password")]
    [InlineData("538 5.7.11 Encryption required")]
    [InlineData("550 5.7.1 Account disabled")]
    public async Task A_refused_login_is_the_servers_fault(string words)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "ill", Password = "right" });
        listener.Script.At(SmtpStage.Auth, words);

        Assert.Equal(Outage, await desk.SweptAsync(LoggedIn(listener, "right")));
        Assert.Equal([Kept(words)], await desk.AnswersAsync());
    }

    [Theory]
    [InlineData("right", Sent)]
    [InlineData("wrong", Outage)]
    public async Task A_password_is_right_or_the_sites_mail_rests(string password, string expected)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "ill", Password = "right" });

        Assert.Equal(expected, await desk.SweptAsync(LoggedIn(listener, password)));
    }

    [Fact]
    public async Task A_server_without_a_login_that_was_asked_for_gets_nothing()
    {
        await using var listener = ScriptedSmtpListener.Start();

        Assert.Equal(Outage, await desk.SweptAsync(LoggedIn(listener, "right")));
    }

    [Fact]
    public async Task Nobody_listening_is_an_outage() =>
        Assert.Equal(Outage, await desk.SweptAsync(new { Host = "127.0.0.1", Port = Road.Library.DeadPort, Security = "None", Connections = 1 }));

    private object LoggedIn(ScriptedSmtpListener listener, string password) => new
    {
        Host = "127.0.0.1",
        listener.Port,
        Security = "None",
        Connections = 1,
        User = "ill",
        PasswordFile = desk.Library.File("password.txt", password),
    };

    private static string Kept(string words) => string.Join('\n', words.Split('\n').Select((line, at) => at == 0 ? line.Replace('-', ' ') : line[4..]));
}
