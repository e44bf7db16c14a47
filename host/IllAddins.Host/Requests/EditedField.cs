namespace IllAddins.Host.Requests;

/// <summary>A field that is to be edited, read under the rules of the import.</summary>
public sealed record EditedField
{
    private const string OfUsers = "User.";
    private const string OfTransactions = "Transaction.";
    private const int ToTheSecond = 19;

    // Status and dates change by routing alone; the rest says whose and what kind of request it is.
    private static readonly HashSet<string> Locked = new(StringComparer.OrdinalIgnoreCase)
    {
        "Transaction.TransactionNumber", "Transaction.TransactionStatus", "Transaction.TransactionDate", "Transaction.CreationDate", "Transaction.Username",
        "Transaction.ProcessType", "User.UserName", "User.LastChangedDate",
    };

    /// <summary>As the edit gave it.</summary>
    public required string Given { get; init; }

    public required bool OfUser { get; init; }

    /// <summary>As the catalogue or the row spells it; empty where there is no such field.</summary>
    public string Name { get; init; } = "";

    public FieldKind Kind { get; init; }

    /// <summary>What stands there: string, int or null.</summary>
    public object? Before { get; init; }

    /// <summary>What is to stand there: string, int or null.</summary>
    public object? After { get; init; }

    /// <summary>Null where it can be written.</summary>
    public EditProblem? Problem { get; init; }

    /// <summary>Whether it becomes different.</summary>
    public bool Changes => !Same(Kind, Before, After);

    /// <summary>Whether staff may write a field at all.</summary>
    /// <param name="name">With <c>Transaction.</c> or <c>User.</c> before it.</param>
    public static bool IsLocked(string name) => Locked.Contains(name);

    /// <summary>Reads one field of an edit.</summary>
    public static EditedField Read(string given, FieldEdit edit, StandingRequest standing, KnownSites sites)
    {
        var ofUser = given.StartsWith(OfUsers, StringComparison.OrdinalIgnoreCase);
        var unread = new EditedField { Given = given, OfUser = ofUser };
        if (!ofUser && !given.StartsWith(OfTransactions, StringComparison.OrdinalIgnoreCase))
            return unread with { Problem = Say(RecordWords.NameOfNoField, RecordWords.NameOfField) };
        var (shape, row) = ofUser ? (FieldShape.Users, standing.User) : (FieldShape.Transactions, standing.Transaction);
        var wanted = given[(ofUser ? OfUsers : OfTransactions).Length..];
        if (row.Keys.FirstOrDefault(known => string.Equals(known, wanted, StringComparison.OrdinalIgnoreCase)) is not { } name)
            return unread with { Problem = Say(RecordWords.NoSuchField, RecordWords.FieldOfRequest) };
        if (IsLocked(given))
            return unread with { Name = name, Problem = Say(RecordWords.LockedField, RecordWords.OpenField) };
        var kind = shape.Positions.TryGetValue(name, out var at) ? shape.Fields[at].Kind : FieldKind.Text;
        return Read(unread with { Name = name, Kind = kind, Before = Stored(row[name]) }, edit, FieldText.Write(row[name], sites.Zone(standing.Site)), standing, sites);
    }

    private static EditedField Read(EditedField field, FieldEdit edit, string now, StandingRequest standing, KnownSites sites)
    {
        var (kind, zone) = (field.Kind, sites.Zone(standing.Site));
        var (reading, expected) = (FieldText.Read(kind, Lines(edit.Text), zone), FieldText.Read(kind, Lines(edit.Expected), zone));
        field = field with { After = reading.Stored };
        if (reading.Problem("") is { } problem)
            return field with { Problem = Say(problem.Found, problem.Expected) };
        if (field.Changes && edit.Expected is not null && !Same(kind, expected.Stored, field.Before) && Lines(edit.Expected) != now)
            return field with { Problem = Say(now.Length == 0 ? RecordWords.NoValue : FieldProblem.Quote(now), RecordWords.ValueWhenLooked) with { Now = now } };
        if (!field.OfUser || field.Name != "NVTGC")
            return field;
        // A slip of the pen must not make a site.
        var code = (reading.Stored as string ?? "").Trim();
        return sites.Knows(code) ? field with { After = sites.Spelled(code) } : field with { Problem = Say(code.Length == 0 ? RecordWords.NoValue : FieldProblem.Quote(code), RecordWords.SiteThere) };
    }

    private static EditProblem Say(string found, string expected) => new() { Message = RecordWords.FoundAndExpected(found, expected) };

    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n");

    // Forms show dates to the second.
    private static bool Same(FieldKind kind, object? left, object? right) => (left, right) switch
    {
        (string one, string other) when kind is FieldKind.Date => one.AsSpan(0, ToTheSecond).SequenceEqual(other.AsSpan(0, ToTheSecond)),
        (string one, string other) => Lines(one) == Lines(other),
        _ => Equals(left, right),
    };

    private static object? Stored(object? value) => value switch
    {
        bool yes => yes ? 1 : 0,
        DateTimeOffset moment => StoredTime.Write(moment),
        "" => null,
        _ => value,
    };
}
