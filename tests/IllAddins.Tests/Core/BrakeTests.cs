using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.Tests.Core;

public sealed class BrakeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_different_notices_in_a_row_pull_it_and_one_notice_thrice_does_not()
    {
        var thrice = Brake.Struck(Brake.Struck(Brake.Struck(new BrakeState(), 1, "no", Now), 1, "no", Now), 1, "no", Now);
        var three = Brake.Struck(Brake.Struck(thrice, 2, "no", Now), 3, "421 go away", Now);

        Assert.Equal(new BrakeOrder.Go(false), Brake.Order(thrice, Now));
        Assert.Equal(new BrakeOrder.Wait(Now.AddMinutes(1)), Brake.Order(three, Now));
        Assert.Equal((Now, "421 go away"), (three.PausedAt, three.Answer));
    }

    [Fact]
    public void A_server_that_works_in_between_ends_the_row()
    {
        var state = Brake.Works(Brake.Struck(Brake.Struck(new BrakeState(), 1, "no", Now), 2, "no", Now));

        Assert.Equal(new BrakeOrder.Go(false), Brake.Order(Brake.Struck(Brake.Struck(state, 3, "no", Now), 4, "no", Now), Now));
    }

    [Fact]
    public void A_paused_server_is_tried_at_growing_intervals()
    {
        var state = Brake.Struck(Brake.Struck(Brake.Struck(new BrakeState(), 1, "no", Now), 2, "no", Now), 3, "no", Now);
        var (at, waits) = (Now, new List<double>());
        for (var probe = 0; probe < 7; probe++)
        {
            waits.Add((state.NextProbeAt!.Value - at).TotalMinutes);
            Assert.IsType<BrakeOrder.Wait>(Brake.Order(state, state.NextProbeAt.Value.AddTicks(-1)));
            at = state.NextProbeAt.Value;
            Assert.Equal(new BrakeOrder.Probe(), Brake.Order(state, at));
            state = Brake.Struck(state, 4, "still no", at);
        }

        Assert.Equal([1, 2, 5, 10, 15, 15, 15], waits);
        Assert.Equal((Now, "still no"), (state.PausedAt, state.Answer));
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_leave_the_server_alone_for_longer_than_any_interval()
    {
        var now = new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
        var paused = Brake.Struck(Brake.Struck(Brake.Struck(new BrakeState(), 1, "down", now), 2, "down", now), 3, "down", now);

        Assert.IsType<BrakeOrder.Wait>(Brake.Order(paused, now));
        Assert.IsType<BrakeOrder.Probe>(Brake.Order(paused, now.AddDays(-1)));
    }

    [Fact]
    public void After_an_outage_it_goes_slowly()
    {
        var state = Brake.Works(Brake.Struck(Brake.Struck(Brake.Struck(new BrakeState(), 1, "no", Now), 2, "no", Now), 3, "no", Now));

        Assert.Equal(new BrakeOrder.Go(Slowly: true), Brake.Order(state, Now));
        Assert.Null(state.Answer);
    }
}
