using System.Text.Json;

namespace IllAddins.Host.Web;

/// <summary>What a page's script sends with a command.</summary>
public sealed record CommandBody
{
    /// <summary>Rows in one call.</summary>
    public const int MostRows = 10_000;

    /// <summary>Signs of a panel row's key, and of an undo's token.</summary>
    public const int LongestKey = 1_000;

    private const string Expected = """{"rows": [{"transactionNumber": 1, "arrivalId": 1}]}""";

    public required IReadOnlyList<CommandRow> Rows { get; init; }

    /// <summary>What the dialog was filled with.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The panel's row; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>Said where a body could not be read.</summary>
    public static string Unreadable => ScreenWords.SelectionUnreadable(Expected);

    /// <summary>The body of a call; null where it is none.</summary>
    public static async Task<CommandBody?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            var body = await context.Request.ReadFromJsonAsync<CommandBody>(context.RequestAborted);
            return body is { Rows: not null, Values: not null, Key.Length: <= LongestKey } && !body.Rows.Contains(null!) && !body.Values.Values.Contains(null!) ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The call that this body asks for, each row once.</summary>
    public CommandCall Call(string user, Site? site) => new()
    {
        User = user,
        Site = site,
        Rows = [.. Rows.DistinctBy(row => row.TransactionNumber).Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
        Values = Values,
        Key = Key,
    };
}

/// <summary>A selected row as the script sends it.</summary>
public sealed record CommandRow
{
    public required int TransactionNumber { get; init; }

    public required long ArrivalId { get; init; }
}
