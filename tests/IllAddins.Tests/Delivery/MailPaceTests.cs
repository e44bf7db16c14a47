using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>How fast a site's mails follow each other where there is a limit.</summary>
public sealed class MailPaceTests
{
    private readonly SteppedTime time = new();

    [Fact]
    public void Without_a_limit_no_mail_waits()
    {
        var pace = new MailPace(time, null, 5);
        pace.Take(1_000_000);

        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.Equal((int.MaxValue, int.MaxValue, true), (pace.Left, pace.Most, pace.IsFree));
    }

    [Fact]
    public async Task A_slow_pace_lies_evenly_over_its_minute()
    {
        var pace = Booked(4, 2);
        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);

        var second = pace.WaitAsync(CancellationToken.None);
        time.Pass(TimeSpan.FromSeconds(14.9));
        Assert.False(second.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(0.1));
        await second;
    }

    [Fact]
    public async Task A_fast_pace_lets_the_mails_of_one_second_go_together()
    {
        var pace = Booked(120, 3);
        // None is announced ahead, and none takes the short way, on which no moment is booked.
        Assert.Equal((2, false), (pace.Most, pace.IsFree));
        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);
        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompletedSuccessfully);

        var third = pace.WaitAsync(CancellationToken.None);
        Assert.False(third.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1));
        await third;
    }

    [Fact]
    public async Task A_pace_goes_on_behind_what_others_have_booked()
    {
        var pace = new MailPace(time, 4, 5);
        pace.Book(time.GetUtcNow().AddSeconds(30), time.GetUtcNow(), 1);

        var mail = pace.WaitAsync(CancellationToken.None);
        time.Pass(TimeSpan.FromSeconds(29.9));
        Assert.False(mail.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(0.1));
        await mail;
    }

    [Fact]
    public void A_run_sends_no_more_than_the_minutes_to_the_next_sweep_allow()
    {
        var pace = new MailPace(time, 10, 5);
        pace.Take(48);

        Assert.Equal(2, pace.Left);
        pace.Take(2);
        Assert.Equal(0, pace.Left);
    }

    private MailPace Booked(int perMinute, int many)
    {
        var pace = new MailPace(time, perMinute, 5);
        pace.Book(time.GetUtcNow(), time.GetUtcNow(), many);
        return pace;
    }
}
