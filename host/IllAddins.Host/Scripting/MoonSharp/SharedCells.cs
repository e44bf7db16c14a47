using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The local variables outside a script's functions, which the functions could change; compared after each call with what they were.</summary>
internal sealed class SharedCells
{
    private (DynValue Cell, DynValue Was, string Name)[] cells = [];

    /// <summary>Takes the prelude's three lists: owners, places and names.</summary>
    public void Take(DynValue lists)
    {
        var (owners, places, names) = (lists.Tuple[0].Table, lists.Tuple[1].Table, lists.Tuple[2].Table);
        cells = [.. Enumerable.Range(1, owners.Length)
            .Select(i => (Cell: owners.Get(i).Function.GetUpvalue((int)places.Get(i).Number - 1), Name: names.Get(i).String))
            .Where(one => one.Cell is not null)
            .Select(one => (one.Cell, one.Cell.Clone(), ByteText.Words(one.Name)))];
    }

    /// <summary>The name of a variable that is no longer what it was; null where all are.</summary>
    public string? Changed()
    {
        foreach (var (cell, was, name) in cells)
            if (!cell.Equals(was) && !(IsNaN(cell) && IsNaN(was)))
                return name;
        return null;
    }

    private static bool IsNaN(DynValue value) => value.Type == DataType.Number && double.IsNaN(value.Number);
}
