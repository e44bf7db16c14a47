namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>The rows left alone in one sentence that stays short, for it is also spoken.</summary>
internal static class LeftAloneWords
{
    private const int MostReasons = 3;

    /// <summary>Rows of one reason stand together, in the order in which the reasons first appear.</summary>
    public static string For(IReadOnlyList<LeftAlone> rows)
    {
        var groups = rows.GroupBy(row => row.Reason, StringComparer.Ordinal).ToList();
        var shown = string.Join("; ", groups.Take(MostReasons).Select(group => MarkingWords.RowsOfReason(RowNumbers.Words([.. group.Select(row => row.TransactionNumber)]), group.Key.TrimEnd('.'))));
        var rest = groups.Skip(MostReasons).Sum(group => group.Count());
        return rest == 0 ? shown : MarkingWords.AndOtherReasons(shown, rest);
    }
}
