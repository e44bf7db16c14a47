using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Delays;

namespace IllAddins.Tests.Core;

public sealed class DelayTests
{
    private const string Script = "MAIN/notify.lua@3fa9c1d2";

    private static readonly ContactFacts InTransit = SomeFacts.Loan with { TransactionStatus = ContactStatuses.InTransit };

    [Fact]
    public void A_request_rests_until_its_routing_delay_has_passed() => Assert.Equal(
        new DelayDecision.Rest(SomeFacts.Arrival.AddMinutes(90), "MAIN/notify.lua@3fa9c1d2: 90 minutes"),
        Decide(new DelayAnswer.Minutes(90), now: SomeFacts.Arrival.AddMinutes(90).AddTicks(-1)));

    [Fact]
    public void A_request_is_due_when_its_routing_delay_has_passed() => Assert.Equal(
        new DelayDecision.Due(SomeFacts.Arrival.AddMinutes(90), "MAIN/notify.lua@3fa9c1d2: 90 minutes"),
        Decide(new DelayAnswer.Minutes(90), now: SomeFacts.Arrival.AddMinutes(90)));

    [Fact]
    public void The_delay_counts_from_the_arrival_not_from_now() => Assert.Equal(
        new DelayDecision.Rest(SomeFacts.Arrival.AddHours(2), "MAIN/notify.lua@3fa9c1d2: 120 minutes"),
        Decide(new DelayAnswer.Minutes(120), now: SomeFacts.Arrival.AddHours(1)));

    [Theory]
    [InlineData(0.5, 30, "0.5 minutes")]
    [InlineData(1, 60, "1 minute")]
    [InlineData(1.1, 66, "1.1 minutes")]
    [InlineData(4.15, 249, "4.15 minutes")]
    [InlineData(0.0001, 1, "0.0001 minutes")]
    [InlineData(1.0 / 3, 20, "0.333 minutes")]
    [InlineData(1.01, 61, "1.01 minutes")]
    [InlineData(43200, 2592000, "43200 minutes")]
    public void Fractions_of_a_minute_are_rounded_up_to_whole_seconds(double minutes, int seconds, string words) => Assert.Equal(
        new DelayDecision.Rest(SomeFacts.Arrival.AddSeconds(seconds), $"{Script}: {words}"),
        Decide(new DelayAnswer.Minutes(minutes), now: SomeFacts.Arrival));

    [Fact]
    public void No_answer_and_no_script_give_the_sites_default()
    {
        var expected = new DelayDecision.Due(SomeFacts.Arrival, "site default: 0 minutes");
        Assert.Equal(expected, Decide(new DelayAnswer.Default()));
        Assert.Equal(expected, Decide(new DelayAnswer.NoHook()));
    }

    [Theory]
    [InlineData(-5.0, "-5 minutes")]
    [InlineData(43200.0001, "43200.0001 minutes")]
    [InlineData(1e300, "1E+300 minutes")]
    [InlineData(double.NaN, "NaN, which is no number")]
    [InlineData(double.PositiveInfinity, "an infinite number of minutes")]
    [InlineData(double.NegativeInfinity, "an infinite number of minutes")]
    public void A_delay_that_cannot_be_holds_the_request_in_words(double minutes, string words) => Assert.Equal(
        new DelayDecision.Held($"MAIN/notify.lua@3fa9c1d2: RoutingDelay answered {words}. "
            + "Allowed are 0 to 43200 minutes (30 days), a wait such as Wait.Until(\"08:30\"), Hold(\"why\"), or nil for the site's default. Correct the script."),
        Decide(new DelayAnswer.Minutes(minutes)));

    [Fact]
    public void An_answer_that_is_no_number_holds_the_request_in_words() => Assert.Equal(
        new DelayDecision.Held("MAIN/notify.lua@3fa9c1d2: RoutingDelay answered the string \"soon\". "
            + "Allowed are 0 to 43200 minutes (30 days), a wait such as Wait.Until(\"08:30\"), Hold(\"why\"), or nil for the site's default. Correct the script."),
        Decide(new DelayAnswer.Unexpected("the string \"soon\"")));

    [Fact]
    public void A_script_fault_holds_the_request_in_the_scripts_own_words() => Assert.Equal(
        new DelayDecision.Held("MAIN/notify.lua:6: attempt to index a nil value"),
        Decide(new DelayAnswer.Fault("MAIN/notify.lua:6: attempt to index a nil value")));

    [Theory]
    [InlineData(-1)]
    [InlineData(43201)]
    public void A_site_default_that_cannot_be_holds_the_request_in_words(int minutes) => Assert.Equal(
        new DelayDecision.Held($"site default: {minutes} minutes. Allowed are 0 to 43200 minutes (30 days). Correct the site's settings."),
        Delay.Decide(InTransit, new DelayAnswer.NoHook(), Script, minutes, SomeFacts.Arrival));

    [Fact]
    public void A_loan_that_is_mailed_skips_transit_whatever_the_script_says()
    {
        var mailed = InTransit with { LoanDeliveryMethod = "Mail to Address" };
        Assert.False(Delay.AsksScript(mailed));
        Assert.Equal(new DelayDecision.Due(SomeFacts.Arrival, "Mail to Address: skips transit"), Decide(new DelayAnswer.Fault("broken"), mailed));
    }

    [Fact]
    public void An_article_that_is_mailed_does_not_skip_transit()
    {
        var mailed = InTransit with { RequestType = "Article", TransactionDeliveryMethod = "Mail to Address" };
        Assert.True(Delay.AsksScript(mailed));
        Assert.Equal(
            new DelayDecision.Rest(SomeFacts.Arrival.AddMinutes(5), "MAIN/notify.lua@3fa9c1d2: 5 minutes"), Decide(new DelayAnswer.Minutes(5), mailed));
    }

    [Fact]
    public void A_loan_with_an_unknown_delivery_method_is_held() => Assert.Equal(
        new DelayDecision.Held("unknown delivery method 'Drone' (User.LoanDeliveryMethod): Hold for Pickup and Mail to Address are known. Correct it there."),
        Decide(new DelayAnswer.Minutes(5), InTransit with { LoanDeliveryMethod = "Drone" }));

    [Theory]
    [InlineData("Borrowing", "Awaiting Customer Contact")]
    [InlineData("borrowing", "Awaiting Customer Contact")]
    [InlineData("Doc Del", "Awaiting Doc Del Customer Contact")]
    [InlineData("DocDel", "Awaiting Doc Del Customer Contact")]
    public void Each_process_type_has_its_contact_status(string processType, string status) =>
        Assert.Equal(new NextStatus.To(status), NextStatus.For(InTransit with { ProcessType = processType }));

    [Fact]
    public void A_lending_request_is_held_for_it_tells_no_patron()
    {
        const string Why = "process type 'Lending' tells no patron: only Borrowing and Doc Del requests leave 'In Transit to Pickup Location'. "
            + "Route the request to the status where it belongs.";
        var lending = InTransit with { ProcessType = "Lending" };
        Assert.Equal(new NextStatus.Held(Why), NextStatus.For(lending));
        Assert.Equal(new DelayDecision.Held(Why), Decide(new DelayAnswer.Minutes(0), lending));
    }

    private static DelayDecision Decide(DelayAnswer answer, ContactFacts? facts = null, DateTimeOffset? now = null) =>
        Delay.Decide(facts ?? InTransit, answer, Script, siteDefaultMinutes: 0, now ?? SomeFacts.Arrival);
}
