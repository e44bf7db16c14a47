using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The library of tables.</summary>
internal static class TableEntries
{
    private static readonly ApiParameter List = Takes("list", "table", "A table with values at 1, 2, 3 and so on.");

    public static ApiSection Section { get; } = new()
    {
        Title = "Lists (table)",
        About = "A table that was made while the script was loaded is read-only afterwards: nothing lasts from one request to the next.",
        Functions =
        [
            Function("table.concat", "string", "The texts of a list in one.", List, MayTake("between", "string", "What stands between them."), MayTake("first", "integer", "1 where it is left out."), MayTake("last", "integer", "The list's end where it is left out.")),
            Function("table.insert", "", "Puts a value at the end of a list, or at a place: table.insert(list, value), table.insert(list, 1, value).", List, Takes("place", "any", "The place; left out, the value comes here."), MayTake("value", "any", "The value.")),
            Function("table.move", "table", "Copies values within a list or to another.", List, Takes("first", "integer", "The first to copy."), Takes("last", "integer", "The last."), Takes("at", "integer", "Where the first one goes."), MayTake("to", "table", "The other list.")),
            Function("table.pack", "table", "A list of all values, with their number in its field n.", Takes("...", "any", "The values.")),
            Function("table.remove", "any", "Takes a value out of a list and answers it.", List, MayTake("place", "integer", "The end where it is left out.")),
            Function("table.sort", "", "Sorts a list.", List, MayTake("before", "fun(one: any, other: any): boolean", "Whether one comes before the other; left out, the lesser comes first.")),
            Function("table.unpack", "any ...", "The values of a list, one after the other.", List, MayTake("first", "integer", "1 where it is left out."), MayTake("last", "integer", "The list's end where it is left out.")),
        ],
    };
}
