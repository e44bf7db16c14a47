namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The order of the rows: who has waited longest comes first, with all items of a patron in one place.</summary>
public static class RowOrder
{
    /// <summary>Orders the rows and leaves <see cref="ScreenRow.Together"/> to those that are several.</summary>
    public static IReadOnlyList<ScreenRow> Of(IReadOnlyList<ScreenRow> rows) =>
    [
        .. rows.GroupBy(row => (row.Group, row.Together))
            .Select(patron => patron.OrderBy(Received).ThenBy(row => row.TransactionNumber).ToList())
            .OrderBy(patron => Received(patron[0])).ThenBy(patron => patron[0].TransactionNumber)
            .SelectMany(patron => patron is [var only] ? [only with { Together = "" }] : patron),
    ];

    private static DateTimeOffset Received(ScreenRow row) => (DateTimeOffset)row.Cells["Received"]!;
}
