using System.Net;
using IllAddins.Host.Addins;

namespace IllAddins.Tests.Web;

/// <summary>What monitors are told, who sign in to nothing.</summary>
public sealed class MonitorTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public Task InitializeAsync() => shell.InitializeAsync();

    public Task DisposeAsync() => shell.DisposeAsync();

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/addins")]
    public async Task A_host_at_work_says_ok(string path) => Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(path));

    [Fact]
    public async Task An_addin_that_does_not_run_or_is_not_healthy_is_told_of_without_its_name_or_words()
    {
        var running = new AddinEntry { Name = "BranchSlips", Folder = "/srv/addins/BranchSlips", State = new AddinState.Running() };
        shell.Addins.Add(running with { State = new AddinState.Disabled { By = "root", At = shell.Clock.GetUtcNow() } });
        shell.Health.Add(new AddinHealth("TextMessages", "Gateway", new HealthAnswer.Degraded { Message = "The gateway is slow." }));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync("/healthz/addins"));

        shell.Health.Add(new AddinHealth("BranchSlips", "Printer", new HealthAnswer.Unhealthy { Message = "No paper for ann." }));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync("/healthz/addins"));
        shell.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "An add-in is not healthy. Admins see which on the page Health."), await AskAsync("/healthz/addins"));

        shell.Addins[0] = running with { State = new AddinState.Faulted { Why = "It is parked.", Details = "" } };
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "An add-in does not run. Admins see which on the page Add-ins."), await AskAsync("/healthz/addins"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync("/healthz"));
    }

    [Fact]
    public async Task Metrics_say_what_health_checks_found()
    {
        shell.Health.Add(new AddinHealth("TextMessages", "Gateway", new HealthAnswer.Degraded { Message = "The gateway is slow." }));
        using var visitor = await Visitor.SignedInAsync(shell, TestStaff.Admin);

        Assert.Contains("illaddins_addin_health{addin=\"TextMessages\",check=\"Gateway\"} 1\n", await (await visitor.GetAsync("/metrics")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string path)
    {
        using var client = shell.Browser();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
