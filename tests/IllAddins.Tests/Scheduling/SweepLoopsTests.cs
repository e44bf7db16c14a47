using IllAddins.Host.Scheduling;

namespace IllAddins.Tests.Scheduling;

public sealed class SweepLoopsTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Every_site_is_swept_at_the_start_and_then_at_its_interval()
    {
        await using var sites = await SweptSites.StartAsync(Nothing, "MAIN");
        await sites.SetAsync("MAIN", 2);
        Assert.Equal(["ILL at 00:00", "MAIN at 00:00"], await sites.RunsAsync(2));

        await sites.PassAsync(TimeSpan.FromSeconds(119));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["MAIN at 02:00"], await sites.RunsAsync(1));

        await sites.PassAsync(TimeSpan.FromSeconds(119));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["MAIN at 04:00"], await sites.RunsAsync(1));

        await sites.PassAsync(TimeSpan.FromSeconds(59));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["ILL at 05:00"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_site_is_swept_at_once_where_somebody_wants_it_and_then_at_its_interval_again()
    {
        await using var sites = await SweptSites.StartAsync(Nothing);
        await sites.RunsAsync(1);
        await sites.SettleAsync();
        Assert.Equal(TimeSpan.FromMinutes(5), sites.UntilNext("ILL"));
        Assert.False(sites.Loops.RunNow("NOWHERE"));
        Assert.True(sites.Loops.RunNow("ill"));
        Assert.Equal(TimeSpan.Zero, sites.UntilNext("ILL"));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["ILL at 00:01"], await sites.RunsAsync(1));
        Assert.Equal(TimeSpan.FromMinutes(5), sites.UntilNext("ILL"));
        Assert.Null(sites.UntilNext("MAIN"));

        await sites.PassAsync(TimeSpan.FromSeconds(299));
        Assert.Equal(OneSecond, sites.UntilNext("ILL"));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["ILL at 05:01"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_site_is_swept_on_though_the_clock_was_set_back()
    {
        await using var sites = await SweptSites.StartAsync(Nothing);
        await sites.RunsAsync(1);
        await sites.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["ILL at 05:00"], await sites.RunsAsync(1));

        await sites.SettleAsync();
        sites.Clock.Set(TimeSpan.FromMinutes(-5));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["ILL at 00:01"], await sites.RunsAsync(1));

        await sites.PassAsync(TimeSpan.FromSeconds(299));
        await sites.PassAsync(OneSecond);
        Assert.Equal(["ILL at 05:01"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_sweep_under_way_is_not_started_again_and_the_next_begins_when_it_is_over()
    {
        var over = new TaskCompletionSource<SweepReport>();
        await using var sites = await SweptSites.StartAsync((_, _) => over.Task);
        Assert.Equal(["ILL at 00:00"], await sites.RunsAsync(1));
        await sites.PassAsync(TimeSpan.FromMinutes(5));
        await sites.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Null(sites.UntilNext("ILL"));

        over.SetResult(new SweepReport());
        await sites.PassAsync(OneSecond);

        Assert.Equal(["ILL at 10:01"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_site_that_hangs_keeps_no_other_waiting()
    {
        await using var sites = await SweptSites.StartAsync((site, token) => site.NVTGC == "LAW" ? Forever(token) : Nothing(site, token), "LAW", "MAIN");
        Assert.Equal(["ILL at 00:00", "LAW at 00:00", "MAIN at 00:00"], await sites.RunsAsync(3));

        await sites.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["ILL at 05:00", "MAIN at 05:00"], await sites.RunsAsync(2));
    }

    [Fact]
    public async Task A_sweep_that_does_not_wait_keeps_no_other_waiting_either()
    {
        using var release = new ManualResetEventSlim();
        await using var sites = await SweptSites.StartAsync(
            (site, token) =>
            {
                if (site.NVTGC == "ILL")
                    release.Wait(token);
                return Nothing(site, token);
            },
            "MAIN");

        Assert.Equal(["ILL at 00:00", "MAIN at 00:00"], await sites.RunsAsync(2));
        release.Set();
    }

    [Fact]
    public async Task A_sweep_that_throws_runs_again_at_the_next_interval()
    {
        await using var sites = await SweptSites.StartAsync((_, _) => throw new InvalidOperationException("The disk is full."));
        await sites.RunsAsync(1);

        await sites.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(["ILL at 05:00"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_shorter_interval_counts_at_once()
    {
        await using var sites = await SweptSites.StartAsync(Nothing);
        await sites.SetAsync("ILL", 1440);
        await sites.RunsAsync(1);
        await sites.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(1440), Assert.Single(sites.Loops.States) is var state ? state.Next - state.Last : default);

        await sites.SetAsync("ILL", 12);
        await sites.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["ILL at 12:00"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_new_site_is_swept_at_the_next_look()
    {
        await using var sites = await SweptSites.StartAsync(Nothing);
        await sites.RunsAsync(1);

        await sites.SetAsync("MED", 5);
        await sites.PassAsync(OneSecond);

        Assert.Equal(["MED at 00:01"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task Sites_that_cannot_be_read_are_logged_once_and_swept_when_they_can()
    {
        await using var sites = await SweptSites.StartAsync(Nothing);
        await sites.RunsAsync(1);
        sites.Sql("ALTER TABLE Sites RENAME TO Hidden");
        await sites.PassAsync(TimeSpan.FromMinutes(5));
        await sites.PassAsync(OneSecond);
        Assert.Single(sites.Log.Lines, line => line.Contains("The sites cannot be read; no sweep starts until they can", StringComparison.Ordinal));

        sites.Sql("ALTER TABLE Hidden RENAME TO Sites");
        await sites.PassAsync(OneSecond);

        Assert.Equal(["ILL at 05:02"], await sites.RunsAsync(1));
    }

    [Fact]
    public async Task A_stop_ends_a_sweep_under_way_and_waits_for_it()
    {
        var ended = false;
        await using var sites = await SweptSites.StartAsync(async (_, token) =>
        {
            try
            {
                return await Forever(token);
            }
            finally
            {
                ended = true;
            }
        });
        await sites.RunsAsync(1);

        await sites.Loops.StopAsync(CancellationToken.None);

        Assert.True(ended);
        Assert.True(sites.Loops.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_ever_for_a_sweep_that_does_not_end()
    {
        var never = new TaskCompletionSource<SweepReport>();
        await using var sites = await SweptSites.StartAsync((_, _) => never.Task);
        await sites.RunsAsync(1);

        await sites.Loops.StopAsync(new CancellationToken(canceled: true));

        Assert.False(sites.Loops.ExecuteTask!.IsCompleted);
        never.SetResult(new SweepReport());
        await sites.Loops.ExecuteTask;
    }

    private static Task<SweepReport> Nothing(Site site, CancellationToken token) => Task.FromResult(new SweepReport());

    private static async Task<SweepReport> Forever(CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return new SweepReport();
    }
}
