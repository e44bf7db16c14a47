using IllAddins.Host.Scripting.Asked;

namespace IllAddins.Host.Scripting;

/// <summary>The tables of one question, which a script knows by number: 1 is the question itself, the others are tables found inside, each by its path the same in every question.</summary>
internal sealed class AskedTables
{
    public const int Root = 1;

    private readonly List<(int Parent, string Field)> paths = [(0, "")];
    private readonly Dictionary<(int Parent, string Field), int> numbers = [];
    private readonly List<ScriptTable?> opened = [null];

    public void Begin(ScriptTable root) => opened[0] = root;

    public void End()
    {
        for (var i = 0; i < opened.Count; i++)
            opened[i] = null;
    }

    /// <summary>A known field's value; a table is answered as an <see cref="Opened"/> number.</summary>
    /// <returns>False where the table has no such field.</returns>
    public bool TryRead(int number, string field, out object? value)
    {
        var found = Table(number).Fields.TryGetValue(field, out value);
        if (value is ScriptTable inner)
            value = new Opened(NumberOf(inner, number, field));
        return found;
    }

    /// <summary>The same for a field that holds no table and is read of question after question.</summary>
    public bool TryRead(AskedField field, out object? value)
    {
        if (Table(field.Table).Fields is not AskedFields fields || field.In(fields) is not { } known)
            return TryRead(field.Table, field.Name, out value);
        value = known.Read(fields.Asked);
        return true;
    }

    /// <summary>The names of all fields, in an order that is always the same.</summary>
    public IEnumerable<string> Names(int number) => Table(number).Fields.Keys.Order(StringComparer.Ordinal);

    public string Unknown(int number, string written)
    {
        var names = Table(number).Fields.Keys;
        if (number == Root && written is "Transaction" && names.Contains("TransactionNumber"))
            return $"{Path(number)}.{written} is no field: the request's fields stand in it without a word between, e.g. {Path(number)}.LoanTitle.";
        // ILLiad's names are longer than what people remember of them: Status, Title.
        var nearest = NearestName.To(written, names)
            ?? names.Where(name => written.Length > 3 && name.EndsWith(written, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
        return $"{Path(number)}.{written} is no field." + (nearest is null ? "" : $" Did you mean {nearest}?");
    }

    public string Unchangeable(int number, string written) =>
        $"{Path(number)}.{written} cannot be set: what a script is asked about is read-only.";

    /// <summary>For a value that no script can be given.</summary>
    public static string Unfit(string field, object value) =>
        $"The field '{field}' holds a {value.GetType().Name}; a script takes string, int, long, double, bool and tables.";

    public string Path(int number)
    {
        var (parent, field) = paths[number - 1];
        return parent == 0 ? opened[0]!.Name : $"{Path(parent)}.{field}";
    }

    private ScriptTable Table(int number)
    {
        if (opened[number - 1] is { } table)
            return table;
        var (parent, field) = paths[number - 1];
        return opened[number - 1] = Table(parent).Fields.TryGetValue(field, out var value) && value is ScriptTable inner ? inner : new ScriptTable(field, Nothing);
    }

    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    private int NumberOf(ScriptTable table, int parent, string field)
    {
        if (!numbers.TryGetValue((parent, field), out var number))
        {
            paths.Add((parent, field));
            opened.Add(null);
            numbers[(parent, field)] = number = paths.Count;
        }

        opened[number - 1] = table;
        return number;
    }

    /// <summary>A table inside another, by its number.</summary>
    public sealed record Opened(int Number);
}
