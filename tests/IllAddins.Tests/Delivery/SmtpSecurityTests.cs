using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>TLS and logging in: what is asked for is had, or nothing is sent.</summary>
public sealed class SmtpSecurityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("illaddins-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_trusted_server_gets_the_mail_inside_tls(MailSecurity security)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = security is MailSecurity.StartTls, Tls = security is MailSecurity.Tls });
        await using var transport = new SmtpTransport(Some.Settings(listener, security), TimeProvider.System, trusted: listener.Certificate);

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None));
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail("2@illaddins.test"), CancellationToken.None));

        Assert.All(listener.Mails, mail => Assert.True(mail.Secured));
        Assert.Equal(2, listener.Mails.Count);
        Assert.Equal(1, listener.Connections);
    }

    [Fact]
    public async Task Without_the_starttls_that_was_asked_for_nothing_is_sent_in_clear()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = new SmtpTransport(Some.Settings(listener, MailSecurity.StartTls), TimeProvider.System);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Tls, null, $"The mail server 127.0.0.1:{listener.Port} does not offer STARTTLS, and Mail:Security is StartTls. Nothing was sent.")),
            outcome);
        Assert.Equal(["EHLO illaddins.test"], listener.Commands);
    }

    [Theory]
    [InlineData("454 4.7.0 TLS not available now", "TryLater")]
    [InlineData("554 5.7.0 TLS refused", "ServerFault")]
    public async Task A_refused_starttls_is_quoted_and_nothing_is_sent(string words, string family)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = true });
        listener.Script.At(SmtpStage.StartTls, words);
        await using var transport = new SmtpTransport(Some.Settings(listener, MailSecurity.StartTls), TimeProvider.System, trusted: listener.Certificate);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Equal(family, outcome.GetType().Name);
        Assert.Equal(MailStage.Tls, outcome.Answer.Stage);
        Assert.Equal(words, outcome.Answer.ToString());
        Assert.DoesNotContain(listener.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(MailSecurity security)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = security is MailSecurity.StartTls, Tls = security is MailSecurity.Tls });
        await using var transport = new SmtpTransport(Some.Settings(listener, security), TimeProvider.System);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Tls, null, $"The certificate of the mail server 127.0.0.1:{listener.Port} was refused: its chain is not trusted (UntrustedRoot). Nothing was sent.")),
            outcome);
        Assert.Empty(listener.Mails);
        Assert.DoesNotContain(listener.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_even_when_it_is_trusted()
    {
        using var certificate = ThrowAwayCertificate.Make("elsewhere.test");
        await using var listener = ScriptedSmtpListener.Start(new() { StartTls = true, Certificate = certificate });
        await using var transport = new SmtpTransport(Some.Settings(listener, MailSecurity.StartTls), TimeProvider.System, trusted: certificate);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Tls, null, $"The certificate of the mail server 127.0.0.1:{listener.Port} was refused: it is not for the name 127.0.0.1. Nothing was sent.")),
            outcome);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_on_the_tls_port_is_at_fault()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = new SmtpTransport(Some.Settings(listener, MailSecurity.Tls), TimeProvider.System);

        var outcome = await transport.SendAsync(Some.Mail(), CancellationToken.None);

        var fault = Assert.IsType<MailOutcome.ServerFault>(outcome);
        Assert.Equal(MailStage.Tls, fault.Answer.Stage);
        Assert.StartsWith($"TLS with the mail server 127.0.0.1:{listener.Port} failed: ", fault.Answer.Text, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was sent. Mail:Security is Tls, which servers expect on port 465; on ports 25 and 587 they expect StartTls.", fault.Answer.Text, StringComparison.Ordinal);
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task An_account_logs_in_with_the_password_of_its_file()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "pass wörd" });

        var outcome = await SentWithLogin(listener, PasswordFile("pass wörd\r\n"));

        Assert.IsType<MailOutcome.Accepted>(outcome);
        Assert.Equal("illiad", Assert.Single(listener.Mails).User);
    }

    [Fact]
    public async Task A_wrong_password_is_said_once_and_the_servers_answer_told_word_for_word()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "right" });

        var outcome = await SentWithLogin(listener, PasswordFile("wrong"));

        Assert.Equal(new MailOutcome.ServerFault(new(MailStage.Login, 535, "5.7.8 Wrong user name or password")), outcome);
        Assert.DoesNotContain("wrong", outcome.ToString(), StringComparison.Ordinal);
        // Servers lock an account after a few failures.
        Assert.Equal(["AUTH PLAIN"], listener.Commands.Where(command => command.StartsWith("AUTH", StringComparison.Ordinal)));
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task A_login_that_the_server_puts_off_is_tried_later()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "right" });
        listener.Script.At(SmtpStage.Auth, "454 4.7.0 Directory is down");

        Assert.Equal(new MailOutcome.TryLater(new(MailStage.Login, 454, "4.7.0 Directory is down")), await SentWithLogin(listener, PasswordFile("right")));
    }

    [Fact]
    public async Task A_corrected_password_file_counts_at_the_next_attempt()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "right" });
        var file = PasswordFile("wrong");
        await using var transport = new SmtpTransport(Some.Settings(listener) with { User = "illiad", PasswordFile = file }, TimeProvider.System);
        Assert.IsType<MailOutcome.ServerFault>(await transport.SendAsync(Some.Mail(), CancellationToken.None));

        await File.WriteAllTextAsync(file, "right\n");

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail(), CancellationToken.None));
    }

    [Fact]
    public async Task A_server_without_auth_is_at_fault_when_there_is_an_account()
    {
        await using var listener = ScriptedSmtpListener.Start();

        var outcome = await SentWithLogin(listener, PasswordFile("right"));

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Login, null, $"The mail server 127.0.0.1:{listener.Port} offers no login that can be used (AUTH), and Mail:User is 'illiad'. Nothing was sent.")),
            outcome);
        Assert.Empty(listener.Mails);
    }

    [Fact]
    public async Task A_missing_password_file_is_named_before_the_server_is_asked()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "right" });
        var missing = Path.Combine(_folder, "missing");

        var outcome = await SentWithLogin(listener, missing);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Composing, null, $"The password file '{missing}' (Mail:PasswordFile) cannot be read: Could not find file '{missing}'. Nothing was sent.")),
            outcome);
        Assert.Equal(0, listener.Connections);
    }

    [Fact]
    public async Task An_empty_password_file_is_named_before_the_server_is_asked()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "illiad", Password = "right" });
        var file = PasswordFile("\n");

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Composing, null, $"The password file '{file}' (Mail:PasswordFile) is empty; expected the password of 'illiad'. Nothing was sent.")),
            await SentWithLogin(listener, file));
        Assert.Equal(0, listener.Connections);
    }

    [Fact]
    public async Task A_password_never_crosses_the_network_in_clear()
    {
        var settings = new MailSettings { Host = "mail.invalid", User = "illiad", PasswordFile = PasswordFile("right") };
        await using var transport = new SmtpTransport(settings, TimeProvider.System);

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Composing, null, "Mail:User is 'illiad' and Mail:Security is None: the password would go to mail.invalid in clear, which is done only on this machine itself. Set Mail:Security to StartTls or Tls, or empty Mail:User.")),
            await transport.SendAsync(Some.Mail(), CancellationToken.None));
    }

    private static async Task<MailOutcome> SentWithLogin(ScriptedSmtpListener listener, string passwordFile)
    {
        await using var transport = new SmtpTransport(Some.Settings(listener) with { User = "illiad", PasswordFile = passwordFile }, TimeProvider.System);
        return await transport.SendAsync(Some.Mail(), CancellationToken.None);
    }

    private string PasswordFile(string content)
    {
        var file = Path.Combine(_folder, "password");
        File.WriteAllText(file, content);
        return file;
    }
}
