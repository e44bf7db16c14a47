using System.Collections.Immutable;
using System.Globalization;
using IllAddins.CustomerContact.Core.Delivery;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Rules of delivery as they were found: usable, or with everything that is wrong in words.</summary>
public abstract record DeliveryRulesReading
{
    private const int MostWaits = 20;

    private DeliveryRulesReading()
    {
    }

    /// <summary>Rules that can be used.</summary>
    public sealed record Valid(DeliveryRules Rules) : DeliveryRulesReading;

    /// <summary>Rules that cannot; one sentence for each problem, never empty.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : DeliveryRulesReading;

    /// <summary>Reads the keys Mail:RetryMinutes, GiveUpHours, MaxAgeDays, ResendUnknownMinutes, PerMinute and CatchUpPerMinute; each may stand under <c>Mail:Sites:CODE:</c> for one site.</summary>
    /// <param name="setting">Gives the value of a key; null or white space means that it is not set.</param>
    /// <param name="site">The site's code; null for the rules of all.</param>
    public static DeliveryRulesReading Read(Func<string, string?> setting, string? site = null)
    {
        var keys = new MailKeys(setting, site);
        var problems = new List<string>();
        int? Number(string key, int least, int most)
        {
            var (name, value) = keys.Either(key);
            if (value.Length == 0)
                return null;
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            problems.Add(MailSettingWords.NotANumber(name, value, least, most));
            return null;
        }

        var usual = new DeliveryRules();
        var rules = new DeliveryRules
        {
            Retry = new RetryPlan
            {
                Minutes = Waits(keys.Either("RetryMinutes"), problems) ?? usual.Retry.Minutes,
                GiveUpAfter = Number("GiveUpHours", 1, 720) is { } hours ? TimeSpan.FromHours(hours) : usual.Retry.GiveUpAfter,
            },
            MaxAge = Number("MaxAgeDays", 1, 365) is { } days ? TimeSpan.FromDays(days) : usual.MaxAge,
            ResendUnknownAfter = Number("ResendUnknownMinutes", 0, 10_080) is { } minutes and > 0 ? TimeSpan.FromMinutes(minutes) : null,
            PerMinute = Number("PerMinute", 0, 100_000) is { } most and > 0 ? most : null,
            CatchUpPerMinute = Number("CatchUpPerMinute", 0, 100_000) is { } after ? after > 0 ? after : null : usual.CatchUpPerMinute,
        };
        return problems.Count == 0 ? new Valid(rules) : new Invalid(problems);
    }

    private static ImmutableArray<int>? Waits((string Key, string Value) found, List<string> problems)
    {
        if (found.Value.Length == 0)
            return null;
        var pieces = found.Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var minutes = pieces.Select(piece => int.TryParse(piece, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) && wait <= 1440 ? wait : -1).ToImmutableArray();
        if (minutes.Length is > 0 and <= MostWaits && !minutes.Contains(-1))
            return minutes;
        problems.Add(MailSettingWords.BadWaits(found.Key, found.Value, MostWaits));
        return null;
    }
}
