using IllAddins.CustomerContact.Delivery;

namespace IllAddins.Tests.Delivery;

/// <summary>The rules of delivery that admins write into the settings, for all sites and for one.</summary>
public sealed class DeliveryRulesTests
{
    [Fact]
    public void Unsaid_rules_are_the_usual_ones()
    {
        var rules = Valid();

        Assert.Equal([1, 5, 15, 60], rules.Retry.Minutes.AsEnumerable());
        Assert.Equal(TimeSpan.FromHours(24), rules.Retry.GiveUpAfter);
        Assert.Equal(TimeSpan.FromDays(7), rules.MaxAge);
        Assert.Null(rules.ResendUnknownAfter);
        Assert.Equal((null, 600), (rules.Pace(catchingUp: false), rules.Pace(catchingUp: true)));
    }

    [Fact]
    public void Rules_are_read_from_the_settings()
    {
        var rules = Valid("Mail:RetryMinutes= 2, 10 30 ", "Mail:GiveUpHours=3", "Mail:MaxAgeDays=2", "Mail:ResendUnknownMinutes=90", "Mail:PerMinute=120", "Mail:CatchUpPerMinute=60");

        Assert.Equal([2, 10, 30], rules.Retry.Minutes.AsEnumerable());
        Assert.Equal((TimeSpan.FromHours(3), TimeSpan.FromDays(2), TimeSpan.FromMinutes(90)), (rules.Retry.GiveUpAfter, rules.MaxAge, rules.ResendUnknownAfter));
        Assert.Equal((120, 60), (rules.Pace(catchingUp: false), rules.Pace(catchingUp: true)));
    }

    [Fact]
    public void Catching_up_is_never_faster_than_usual_and_0_takes_a_limit_away()
    {
        Assert.Equal(120, Valid("Mail:PerMinute=120").Pace(catchingUp: true));
        Assert.Null(Valid("Mail:CatchUpPerMinute=0", "Mail:PerMinute=0").Pace(catchingUp: true));
        Assert.Null(Valid("Mail:ResendUnknownMinutes=0").ResendUnknownAfter);
    }

    [Fact]
    public void A_site_may_have_rules_of_its_own_and_the_others_keep_theirs()
    {
        string[] lines = ["Mail:MaxAgeDays=2", "Mail:PerMinute=100", "Mail:Sites:LAW:MaxAgeDays=14"];

        Assert.Equal((TimeSpan.FromDays(14), 100), (Valid("LAW", lines).MaxAge, Valid("LAW", lines).PerMinute));
        Assert.Equal(TimeSpan.FromDays(2), Valid("MAIN", lines).MaxAge);
    }

    [Theory]
    [InlineData("Mail:RetryMinutes is '1,x'; expected up to 20 waits in whole minutes from 0 to 1440, such as '1,5,15,60'. It is hourly after the last one.", "Mail:RetryMinutes=1,x")]
    [InlineData("Mail:RetryMinutes is ','; expected up to 20 waits in whole minutes from 0 to 1440, such as '1,5,15,60'. It is hourly after the last one.", "Mail:RetryMinutes=,")]
    [InlineData("Mail:GiveUpHours is '0'; expected a whole number from 1 to 720.", "Mail:GiveUpHours=0")]
    [InlineData("Mail:MaxAgeDays is '366'; expected a whole number from 1 to 365.", "Mail:MaxAgeDays=366")]
    [InlineData("Mail:ResendUnknownMinutes is '-1'; expected a whole number from 0 to 10080.", "Mail:ResendUnknownMinutes=-1")]
    [InlineData("Mail:PerMinute is 'fast'; expected a whole number from 0 to 100000.", "Mail:PerMinute=fast")]
    [InlineData("Mail:Sites:LAW:CatchUpPerMinute is '1.5'; expected a whole number from 0 to 100000.", "Mail:Sites:LAW:CatchUpPerMinute=1.5")]
    public void A_rule_that_cannot_be_used_is_named_with_what_was_expected(string problem, string line) =>
        Assert.Equal([problem], Assert.IsType<DeliveryRulesReading.Invalid>(Read("LAW", [line])).Problems);

    private static DeliveryRules Valid(params string[] lines) => Valid("MAIN", lines);

    private static DeliveryRules Valid(string site, string[] lines) => Assert.IsType<DeliveryRulesReading.Valid>(Read(site, lines)).Rules;

    private static DeliveryRulesReading Read(string site, string[] lines)
    {
        var values = lines.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return DeliveryRulesReading.Read(key => values.GetValueOrDefault(key), site);
    }
}
