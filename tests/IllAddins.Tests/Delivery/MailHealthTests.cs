using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>What admins and monitors are told of the e-mail.</summary>
public sealed class MailHealthTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task All_is_well_until_a_sites_mail_is_paused_or_cannot_be_sent()
    {
        await library.RunAsync("sites", "set", "MAIN", "--name", "Main Library", "--time-zone", "UTC", "--from-address", "ill@library.example");
        Assert.Equal((0, "CustomerContact          E-mail               Healthy    No site's mail is paused; 0 notices wait for the next sweep or attempt."), await LookAsync());

        await library.QueryAsync(
            """
            INSERT INTO MailBrakes (Site, Account, Struck, PausedAt, Probes, NextProbeAt, CatchingUp, Answer)
            VALUES ('MAIN', 'relay', '1 2 3', '2026-03-02T14:00:00.000Z', 1, '2026-03-02T14:05:00.000Z', 0, '421 busy') RETURNING Site
            """);
        var (code, paused) = await LookAsync();
        Assert.Equal(1, code);
        Assert.Contains(" Unhealthy  E-mail of site MAIN is paused since 2 Mar 14:00: 3 different notices in a row met a fault of the mail server, which answered last: 421 busy.", paused, StringComparison.Ordinal);

        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "relay.library.example", Security = "Perhaps" } });
        Assert.Contains("No mail of site MAIN is sent: ", (await LookAsync()).Said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> LookAsync()
    {
        var (code, output, _) = await library.RunAsync("addins", "health");
        return (code, output.Trim());
    }
}
