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
        if (RowColumns.Problem(names) is { } unusable)
            return unusable;
        if (!names.Contains(Key, StringComparer.OrdinalIgnoreCase))
            return new FieldProblem { Column = Key, Found = "no such column", Expected = $"the column by which {Rows} are known", Remedy = $"The file must name its columns as ILLiad does, {Key} among them." };
        return Foreign is not null && names.Contains(Foreign, StringComparer.OrdinalIgnoreCase)
            ? new FieldProblem { Column = Foreign, Found = "a column of requests", Expected = $"a file of {Rows}", Remedy = "Import this file as transactions." }
            : null;
    }
}
