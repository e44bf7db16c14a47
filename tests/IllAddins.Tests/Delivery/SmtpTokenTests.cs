using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>Logging in with an OAuth 2 access token.</summary>
public sealed class SmtpTokenTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("illaddins-token-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_account_logs_in_with_the_token_of_its_file_and_a_renewed_one_counts_at_the_next_connection()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "law@library.test", Token = "ya29.new" });
        await using var transport = Transport(listener, "ya29.old\n");
        Assert.Equal(new MailOutcome.ServerFault(new(MailStage.Login, 535, "5.7.8 Wrong user name or password")), await transport.SendAsync(Some.Mail(), CancellationToken.None));

        await File.WriteAllTextAsync(Token, "ya29.new\n");

        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail(), CancellationToken.None));
        Assert.Equal("law@library.test", Assert.Single(listener.Mails).User);
        Assert.All(listener.Commands.Where(command => command.StartsWith("AUTH", StringComparison.Ordinal)), command => Assert.Equal("AUTH XOAUTH2", command));
    }

    [Fact]
    public async Task A_token_is_not_told_to_a_server_that_asks_for_passwords()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "law@library.test", Password = "right" });
        await using var transport = Transport(listener, "ya29.new\n");

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Login, null, $"The mail server 127.0.0.1:{listener.Port} offers no login that can be used (AUTH XOAUTH2), and Mail:User is 'law@library.test'. Nothing was sent.")),
            await transport.SendAsync(Some.Mail(), CancellationToken.None));
        Assert.DoesNotContain(listener.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_token_file_is_named_by_its_own_setting()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { User = "law@library.test", Token = "ya29.new" });
        await using var transport = Transport(listener, "\n");

        Assert.Equal(
            new MailOutcome.ServerFault(new(MailStage.Composing, null, $"The access token file '{Token}' (Mail:AccessTokenFile) is empty; expected the access token of 'law@library.test'. Nothing was sent.")),
            await transport.SendAsync(Some.Mail(), CancellationToken.None));
        Assert.Equal(0, listener.Connections);
    }

    private string Token => Path.Combine(folder, "token");

    private SmtpTransport Transport(ScriptedSmtpListener listener, string token)
    {
        File.WriteAllText(Token, token);
        return new SmtpTransport(Some.Settings(listener) with { User = "law@library.test", AccessTokenFile = Token }, TimeProvider.System);
    }
}
