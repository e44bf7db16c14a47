using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>What a file holds.</summary>
internal sealed record ImportKind(FieldShape Shape, string Key, string Rows, string? Foreign)
{
    // A file of transactions names its users too: taken for a file of users it would overwrite them.
    public static readonly ImportKind Users = new(FieldShape.Users, "UserName", "users", "TransactionNumber");

    public static readonly ImportKind Transactions = new(FieldShape.Transactions, "TransactionNumber", "transactions", null);

    /// <summary>The problem with the names of a row's columns; null where they can be used.</summary>
    /// <param name="names">Without surrounding spaces.</param>
    public FieldProblem? Problem(IReadOnlyList<string> names)
    {
        if (names.Any(name => name.Contains('\0', StringComparison.Ordinal)))
            return new FieldProblem { Found = "NUL characters between the letters", Expected = "text in UTF-8", Remedy = "Save the file as UTF-8." };
        if (names.Select((name, at) => (name, at)).FirstOrDefault(pair => pair.name.Length == 0) is { name: not null, at: var empty })
            return new FieldProblem { Found = $"no name for column {empty + 1}", Expected = "a name for each column", Remedy = "Name the column, or remove it." };
        if (Repeated(names) is { } name)
            return new FieldProblem { Column = name, Found = "this column twice", Expected = "each column once", Remedy = "Remove one of the two." };
        if (!names.Contains(Key, StringComparer.OrdinalIgnoreCase))
            return new FieldProblem { Column = Key, Found = "no such column", Expected = $"the column by which {Rows} are known", Remedy = $"The file must name its columns as ILLiad does, {Key} among them." };
        return Foreign is not null && names.Contains(Foreign, StringComparer.OrdinalIgnoreCase)
            ? new FieldProblem { Column = Foreign, Found = "a column of requests", Expected = $"a file of {Rows}", Remedy = "Import this file as transactions." }
            : null;
    }

    private static string? Repeated(IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !seen.Add(name));
    }
}
