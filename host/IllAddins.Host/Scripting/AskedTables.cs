namespace IllAddins.Host.Scripting;

/// <summary>The tables of one question, which a script knows by number: 1 is the question itself, the others are tables found inside.</summary>
internal sealed class AskedTables
{
    public const int Root = 1;

    private readonly List<(ScriptTable Table, int Parent, string Field)> opened = [];

    public void Begin(ScriptTable root)
    {
        opened.Clear();
        opened.Add((root, 0, root.Name));
    }

    public void End() => opened.Clear();

    /// <summary>A known field's value; a table is answered as an <see cref="Opened"/> number.</summary>
    /// <returns>False where the table has no such field.</returns>
    public bool TryRead(int number, string field, out object? value)
    {
        var found = opened[number - 1].Table.Fields.TryGetValue(field, out value);
        if (value is ScriptTable inner)
            value = new Opened(NumberOf(inner, number, field));
        return found;
    }

    /// <summary>The names of all fields, in an order that is always the same.</summary>
    public IEnumerable<string> Names(int number) => opened[number - 1].Table.Fields.Keys.Order(StringComparer.Ordinal);

    public string Unknown(int number, string written)
    {
        var nearest = NearestName.To(written, opened[number - 1].Table.Fields.Keys);
        return $"{Path(number)}.{written} is no field." + (nearest is null ? "" : $" Did you mean {nearest}?");
    }

    public string Unchangeable(int number, string written) =>
        $"{Path(number)}.{written} cannot be set: what a script is asked about is read-only.";

    public string Path(int number)
    {
        var (_, parent, field) = opened[number - 1];
        return parent == 0 ? field : $"{Path(parent)}.{field}";
    }

    private int NumberOf(ScriptTable table, int parent, string field)
    {
        for (var i = 0; i < opened.Count; i++)
            if (ReferenceEquals(opened[i].Table, table))
                return i + 1;
        opened.Add((table, parent, field));
        return opened.Count;
    }

    /// <summary>A table inside another, by its number.</summary>
    public sealed record Opened(int Number);
}
