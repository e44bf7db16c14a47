namespace IllAddins.Host.Requests;

/// <summary>What every request must have, and how ILLiad spells it.</summary>
public static class TransactionRules
{
    private static readonly string[] ProcessTypes = ["Borrowing", "Doc Del", "Lending"];
    private static readonly string[] RequestTypes = ["Loan", "Article"];
    private static readonly string[] Required = ["Username", "ProcessType", "RequestType", "TransactionStatus"];

    /// <summary>Checks a row's values and spells them as ILLiad does.</summary>
    /// <param name="columns">The row's columns.</param>
    /// <param name="values">One for each column; written over where ILLiad spells them otherwise.</param>
    /// <param name="fresh">Whether the request is new to the record: then the row must bring all that a request needs.</param>
    /// <returns>The first problem, or null.</returns>
    public static FieldProblem? Settle(RowColumns columns, object?[] values, bool fresh)
    {
        if (fresh && Required.FirstOrDefault(name => !columns.Bring(name)) is { } missing)
            return new FieldProblem
            {
                Column = missing,
                Found = RecordWords.NoSuchColumn,
                Expected = RecordWords.ValueOfNewRequest(string.Join(", ", Required)),
            };
        return Spell(columns, values, "ProcessType", ProcessTypes)
            ?? Spell(columns, values, "RequestType", RequestTypes)
            ?? Status(columns, values);
    }

    private static FieldProblem? Spell(RowColumns columns, object?[] values, string column, string[] known)
    {
        var at = columns.At(column);
        if (at < 0)
            return null;
        var text = (values[at] as string ?? "").Trim();
        var found = known.FirstOrDefault(name => Same(name, text) || Same(name.Replace(" ", "", StringComparison.Ordinal), text));
        values[at] = found;
        return found is not null ? null : new FieldProblem
        {
            Column = column,
            Found = text.Length == 0 ? RecordWords.Nothing : FieldProblem.Quote(text),
            Expected = RecordWords.OneOf(string.Join(", ", known[..^1]), known[^1]),
        };
    }

    private static FieldProblem? Status(RowColumns columns, object?[] values)
    {
        var at = columns.At("TransactionStatus");
        if (at < 0)
            return null;
        var text = (values[at] as string)?.Trim();
        values[at] = text;
        return text is not null && IsStatus(text) ? null : new FieldProblem
        {
            Column = "TransactionStatus",
            Found = text is null ? RecordWords.Nothing : FieldProblem.Quote(text),
            Expected = text is null ? RecordWords.StatusName : RecordWords.StatusOnOneLine,
        };
    }

    /// <summary>Whether a text can be a status: it is not blank and has no line break or other control character.</summary>
    public static bool IsStatus(string text) => !string.IsNullOrWhiteSpace(text) && SiteRules.IsOneLine(text);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
