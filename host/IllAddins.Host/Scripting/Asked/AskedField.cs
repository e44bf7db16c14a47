namespace IllAddins.Host.Scripting.Asked;

/// <summary>A field that is read of one question after another: how, is looked up once.</summary>
internal sealed class AskedField
{
    private object? list;
    private RequestField? known;

    /// <summary>The number of the table, as <see cref="AskedTables"/> counts them.</summary>
    public required int Table { get; init; }

    public required string Name { get; init; }

    /// <summary>The list's field of this name; null where the list of the fields has none.</summary>
    public RequestField? In(AskedFields fields)
    {
        if (!ReferenceEquals(list, fields.Known))
            (list, known) = (fields.Known, fields.Known.GetValueOrDefault(Name));
        return known;
    }
}
