using IllAddins.CustomerContact.Notices;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Web;

namespace IllAddins.Tests.ContactForm;

/// <summary>When the next e-mails go out, as the line beside the title says it.</summary>
public sealed class SweepTimesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 0, "10:35")]
    [InlineData(null, 4, "10:35")]
    // Late, or never again by this process.
    [InlineData(null, 6, null)]
    // The demo sweeps more often than its sites say; somebody who was late does not make the next one late.
    [InlineData(1, 0, "10:32")]
    [InlineData(12, 0, "10:47")]
    public async Task The_next_sweep_is_an_interval_after_the_last(int? secondAfter, int asked, string? expected)
    {
        var (clock, times, site) = (new ManualClock(Start), new SweepTimes(), Some.Site with { SweepMinutes = 5 });
        Assert.Null(times.Next(site, clock.GetUtcNow()));
        var sweep = times.Noting(clock, (_, _) => Task.FromResult(new SweepReport { Routed = 2 }));

        Assert.Equal(2, (await sweep(site, CancellationToken.None)).Routed);
        if (secondAfter is { } minutes)
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await sweep(site, CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromMinutes(asked));
        Assert.Equal(expected, times.Next(site, clock.GetUtcNow())?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
