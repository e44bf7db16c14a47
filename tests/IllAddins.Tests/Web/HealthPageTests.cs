using System.Net;
using IllAddins.Host.Addins;
using IllAddins.Host.Scheduling;

namespace IllAddins.Tests.Web;

/// <summary>What admins read of the health of host and add-ins.</summary>
public sealed class HealthPageTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public Task InitializeAsync() => shell.InitializeAsync();

    public Task DisposeAsync() => shell.DisposeAsync();

    [Fact]
    public async Task The_page_says_what_was_looked_at_when_how_it_stands_and_what_to_do_the_worst_first()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        shell.Addins.Add(new AddinEntry { Name = "CustomerContact", Folder = "/srv/addins/CustomerContact", State = new AddinState.Running() });
        shell.Sweeps.Add(Swept(new SweepReport { Routed = 3 }));
        Assert.Matches(
            "All is well. Looked at 3 Mar 10:00:00 \\(America/New_York\\). Look again .* Database IllAddins Healthy It answers within \\d+ ms; \\d+ GB are free on its disk. Add-ins IllAddins Healthy 1 runs. Sweeps of MAIN CustomerContact Healthy Last run 3 Mar 09:58, next 3 Mar 10:03; no errors.",
            await admin.ReadAsync("/health"));

        shell.Sweeps[0] = Swept(new SweepReport { Errors = [new SweepError { Site = "MAIN", Message = "The script fails." }] });
        Assert.Matches("1 thing works, but somebody should look at it. .* Sweeps of MAIN CustomerContact Degraded Last run 3 Mar 09:58, next 3 Mar 10:03; 1 error: The script fails. Database ", await admin.ReadAsync("/health"));

        shell.Addins[0] = shell.Addins[0] with { State = new AddinState.Faulted { Why = "It is parked.", Details = "" } };
        shell.Sweeps[0] = Swept(null);
        shell.Health.Add(new AddinHealth("TextMessages", "Gateway", new HealthAnswer.Unhealthy { Message = "The gateway is down; call them." }));
        var page = await admin.ReadAsync("/health");
        Assert.Matches("2 things do not work. .* Add-ins IllAddins Unhealthy These do not run: CustomerContact. .* Gateway TextMessages Unhealthy The gateway is down; call them. Database ", page);
        Assert.Contains("It runs since 3 Mar 09:58.", page, StringComparison.Ordinal);
        shell.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains("The run that began 3 Mar 09:58 has not ended.", await admin.ReadAsync("/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_the_settings_stands_among_the_checks()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        shell.SettingsTrouble = sites => sites.Any(site => site.NVTGC == "MAIN") ? "No site has the code of Mail:Sites:MIAN." : null;

        Assert.Contains("Settings IllAddins Degraded No site has the code of Mail:Sites:MIAN.", await admin.ReadAsync("/health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_are_no_admins_do_not_see_it()
    {
        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/health")).StatusCode);
    }

    private SweepState Swept(SweepReport? report)
    {
        var last = shell.Clock.GetUtcNow() - TimeSpan.FromMinutes(2);
        return new SweepState { Site = "MAIN", Addin = "CustomerContact", Last = last, Next = last + TimeSpan.FromMinutes(5), Report = report };
    }
}
