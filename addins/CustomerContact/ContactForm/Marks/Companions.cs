using System.Globalization;
using Dapper;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>The other items of the patrons selected, which one call or one letter covers too.</summary>
public static class Companions
{
    private const string Prefix = "also";
    private const string Alone = "alone";
    private const int NamesPerQuery = 100;
    private const int MostNamed = 5;

    /// <summary>Asks a dialog for no other items: letters were printed about those selected alone.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string> { [Alone] = "true" };

    /// <summary>Requests of the same patrons and sites that stand in the same groups and are not selected.</summary>
    public static async Task<IReadOnlyList<IllRequest>> OfAsync(IAddinHost host, IReadOnlyList<IllRequest> selected, CancellationToken cancellationToken)
    {
        var waiting = await host.Record.FindAsync(await WaitingAsync(host, selected, cancellationToken), cancellationToken);
        var numbers = selected.Select(request => request.Transaction.TransactionNumber).ToHashSet();
        var places = await Placements.OfAsync(host, [.. selected, .. waiting.Where(request => !numbers.Contains(request.Transaction.TransactionNumber))], cancellationToken);
        var wanted = selected.Select(Key).ToHashSet();
        return [.. waiting.Where(request => !numbers.Contains(request.Transaction.TransactionNumber) && wanted.Contains(Key(request)))];

        (string Patron, ContactGroup Group) Key(IllRequest request) => (Patron(request), places[request.Transaction.TransactionNumber].Group);
    }

    /// <summary>What makes two requests be about one patron: the user and the site.</summary>
    public static string Patron(IllRequest request) => $"{request.Site.NVTGC}|{request.User.UserName}".ToUpperInvariant();

    /// <summary>The ticked box that takes them along; its name says which they are, so that one which arrives later is not taken for told.</summary>
    /// <param name="companions">The other items; the box is left out where there are none.</param>
    /// <param name="values">What the dialog holds already.</param>
    public static IEnumerable<FormField> Field(IReadOnlyList<IllRequest> companions, IReadOnlyDictionary<string, string> values)
    {
        var name = values.Keys.FirstOrDefault(key => key.StartsWith(Prefix, StringComparison.Ordinal))
            ?? string.Concat(companions.Select(request => $"-{request.Transaction.TransactionNumber}-{request.ArrivalId}").Prepend(Prefix));
        if (name == Prefix || values.ContainsKey(Alone))
            yield break;
        var (count, patrons) = (Rows(name).Count, companions.Select(Patron).Distinct().Count());
        yield return new FormField
        {
            Name = name,
            Title = patrons == 1 ? MarkWords.AlsoOfThisCustomer(count) : MarkWords.AlsoOfCustomers(count, patrons),
            Kind = FormFieldKind.Flag,
            Value = "true",
            Help = Words(companions),
        };
    }

    /// <summary>The rows that the ticked box stands for; none where there is no box, or it is not ticked.</summary>
    public static IReadOnlyList<SelectedRow> Chosen(IReadOnlyDictionary<string, string> values) =>
        [.. values.Where(value => value.Key.StartsWith(Prefix, StringComparison.Ordinal) && value.Value == "true").SelectMany(value => Rows(value.Key))];

    private static List<SelectedRow> Rows(string name) =>
    [
        .. name[Prefix.Length..].Split('-', StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .Where(pair => pair.Length == 2 && int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) && long.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(pair => new SelectedRow { TransactionNumber = int.Parse(pair[0], CultureInfo.InvariantCulture), ArrivalId = long.Parse(pair[1], CultureInfo.InvariantCulture) }),
    ];

    private static string Words(IReadOnlyList<IllRequest> companions)
    {
        var named = companions.Take(MostNamed).Select(request => $"{request.Transaction.TransactionNumber} {PatronWords.Title(request.Transaction)}".TrimEnd());
        var shown = string.Join("; ", named);
        return companions.Count > MostNamed ? MarkWords.AndMoreItems(shown, companions.Count - MostNamed) : shown;
    }

    private static async Task<IReadOnlyList<int>> WaitingAsync(IAddinHost host, IReadOnlyList<IllRequest> selected, CancellationToken cancellationToken)
    {
        var numbers = new List<int>();
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        foreach (var names in selected.Select(request => request.User.UserName).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(NamesPerQuery))
            numbers.AddRange(await connection.QueryAsync<int>(
                $"""
                SELECT TransactionNumber FROM Transactions
                WHERE Username IN @names AND TransactionStatus IN ('{ContactStatuses.AwaitingContact}', '{ContactStatuses.AwaitingDocDelContact}')
                ORDER BY TransactionNumber
                """,
                new { names }));
        return numbers;
    }
}
