using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The rows that a command about the whole list is about: those selected that still stand as they were seen, or all where none is selected; group by group, in the order of the list.</summary>
public sealed record ShownRows(IReadOnlyList<ScreenGroup> Groups, IReadOnlyList<ScreenRow> Rows, IReadOnlyList<LeftAlone> LeftAlone)
{
    /// <summary>Reads them.</summary>
    public static async Task<ShownRows> OfAsync(IAddinHost host, Func<ScreenCall, CancellationToken, Task<ScreenContent>> load, CommandCall call, CancellationToken cancellationToken)
    {
        var content = await load(new ScreenCall { User = call.User, Site = call.Site }, cancellationToken);
        if (call.Rows.Count == 0)
            return new ShownRows(content.Groups, InOrder(content, content.Rows), []);
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var standing = selection.Standing.Select(request => request.Transaction.TransactionNumber).ToHashSet();
        List<ScreenRow> chosen = [.. content.Rows.Where(row => standing.Contains(row.TransactionNumber))];
        var gone = standing.Except(chosen.Select(row => row.TransactionNumber)).Select(number => new LeftAlone(number, FormWords.NoLongerInTheList));
        return new ShownRows(content.Groups, InOrder(content, chosen), [.. selection.LeftAlone, .. gone]);
    }

    private static List<ScreenRow> InOrder(ScreenContent content, IReadOnlyList<ScreenRow> rows)
    {
        var byGroup = rows.ToLookup(row => row.Group);
        return [.. content.Groups.SelectMany(group => byGroup[group.Key])];
    }
}
