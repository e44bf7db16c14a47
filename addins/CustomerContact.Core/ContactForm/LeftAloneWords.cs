namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>The rows left alone in one sentence that stays short, for it is also spoken.</summary>
internal static class LeftAloneWords
{
    private const int MostNumbers = 5;
    private const int MostReasons = 3;

    /// <summary>Rows of one reason stand together, in the order in which the reasons first appear.</summary>
    public static string For(IReadOnlyList<LeftAlone> rows)
    {
        var groups = rows.GroupBy(row => row.Reason, StringComparer.Ordinal).ToList();
        var shown = string.Join("; ", groups.Take(MostReasons).Select(group => $"{Numbers([.. group])} - {group.Key}"));
        var rest = groups.Skip(MostReasons).Sum(group => group.Count());
        return rest == 0 ? shown : $"{shown}; and {rest} for other reasons";
    }

    private static string Numbers(List<LeftAlone> rows)
    {
        // "and 1 more" would be no shorter than the number itself.
        var shown = rows.Count <= MostNumbers + 1 ? rows.Count : MostNumbers;
        var numbers = string.Join(", ", rows.Take(shown).Select(row => row.TransactionNumber));
        return shown == rows.Count ? numbers : $"{numbers} and {rows.Count - shown} more";
    }
}
