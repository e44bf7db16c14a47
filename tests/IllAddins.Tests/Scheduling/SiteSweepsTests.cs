using IllAddins.Host.Scheduling;
using IllAddins.Tests.Addins;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Scheduling;

public sealed class SiteSweepsTests
{
    private static readonly Site Main = Some.Site;

    [Fact]
    public async Task Sweeps_run_in_the_order_of_registration_and_their_reports_add_up()
    {
        var order = new List<string>();
        var sweeps = Sweeps(
            ("Routing", (site, _) => Told(order, $"Routing {site.NVTGC}", new SweepReport { Routed = 2, Held = 1 })),
            ("Notification", (site, _) => Told(order, $"Notification {site.NVTGC}", new SweepReport { Sent = 3, Held = 4, Failed = 5 })));

        var report = await sweeps.RunAsync(Main, CancellationToken.None);

        Assert.Equal(["Routing MAIN", "Notification MAIN"], order);
        Assert.Equal((2, 3, 5, 5), (report.Routed, report.Sent, report.Held, report.Failed));
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task A_sweep_that_throws_is_an_error_of_the_report_and_the_next_one_runs()
    {
        var sweeps = Sweeps(
            ("Routing", (_, _) => throw new InvalidOperationException("The disk is full.")),
            ("Notification", (_, _) => Task.FromResult(new SweepReport { Sent = 1 })));

        var report = await sweeps.RunAsync(Main, CancellationToken.None);

        Assert.Equal(1, report.Sent);
        Assert.Equal(
            new SweepError { Site = "MAIN", Message = "The Routing sweep of add-in Fixture stopped: The disk is full. What it did until then is not counted here. The log has the details; it is tried again at the next sweep." },
            Assert.Single(report.Errors));
    }

    [Fact]
    public async Task A_cancelled_sweep_is_no_error_and_no_other_sweep_starts()
    {
        using var stop = new CancellationTokenSource();
        var second = false;
        var sweeps = Sweeps(
            ("Routing", (_, token) =>
            {
                stop.Cancel();
                return Task.FromCanceled<SweepReport>(token);
            }
        ),
            ("Notification", (_, _) =>
            {
                second = true;
                return Task.FromResult(new SweepReport());
            }
        ));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeps.RunAsync(Main, stop.Token));

        Assert.False(second);
    }

    private static SiteSweeps Sweeps(params (string Name, Func<Site, CancellationToken, Task<SweepReport>> Run)[] sweeps) => new(
        () => [.. sweeps.Select(sweep => ("Fixture", new Sweep { Name = sweep.Name, RunAsync = sweep.Run }))],
        NullLogger<SiteSweeps>.Instance);

    private static Task<SweepReport> Told(List<string> order, string what, SweepReport report)
    {
        order.Add(what);
        return Task.FromResult(report);
    }
}
