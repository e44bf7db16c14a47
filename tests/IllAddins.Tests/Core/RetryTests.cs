using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.Tests.Core;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_mail_is_tried_again_after_1_5_15_and_60_minutes_then_hourly_for_a_day()
    {
        var waits = Waits(new RetryPlan(), chance: 0.5);

        Assert.Equal([1, 5, 15, 60, 60, 60], waits.Take(6));
        Assert.Equal(26, waits.Count);
        Assert.InRange(waits.Sum(), 23 * 60, 24 * 60);
    }

    [Fact]
    public void A_site_may_say_other_waits_and_give_up_sooner() =>
        Assert.Equal([0, 2, 60, 60], Waits(new RetryPlan { Minutes = [0, 2], GiveUpAfter = TimeSpan.FromHours(3) }, chance: 0.5));

    [Fact]
    public void Hourly_waits_lie_apart_by_up_to_12_minutes_and_the_first_ones_are_exact()
    {
        Assert.Equal([1, 5, 15, 60, 54], Waits(new RetryPlan(), chance: 0).Take(5));
        Assert.InRange(Waits(new RetryPlan(), chance: 0.999)[4], 65.9, 66);
    }

    [Fact]
    public void The_chance_of_a_notice_is_its_own_and_does_not_change()
    {
        var chances = Enumerable.Range(1, 100).Select(notice => Retry.Chance(notice, 5)).ToList();

        Assert.Equal(chances, Enumerable.Range(1, 100).Select(notice => Retry.Chance(notice, 5)));
        Assert.All(chances, chance => Assert.InRange(chance, 0, 1));
        Assert.Equal(100, chances.Distinct().Count());
    }

    private static List<double> Waits(RetryPlan plan, double chance)
    {
        var waits = new List<double>();
        for (var now = Start; Retry.After(plan, waits.Count + 1, Start, now, chance) is { } wait; now += wait)
            waits.Add(wait.TotalMinutes);
        return waits;
    }
}
