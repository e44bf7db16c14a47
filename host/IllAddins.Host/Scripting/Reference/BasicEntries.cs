using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>Lua's functions without a library.</summary>
internal static class BasicEntries
{
    private static readonly ApiParameter Anything = Takes("value", "any", "Any value.");
    private static readonly ApiParameter Called = Takes("f", "function", "The function to call.");
    private static readonly ApiParameter Handed = Takes("...", "any", "What the function is handed.");

    public static ApiSection Section { get; } = new()
    {
        Title = "Lua itself",
        About = "Lua 5.4 without what reaches outside of a script. There is no print (use log), load, dofile, collectgarbage, rawget, rawset, getmetatable, io, debug, coroutine or package.",
        Functions =
        [
            Function("assert", "any", "Raises an error where the value is nil or false; else answers all that it was handed.", Anything, MayTake("message", "any", "What the error says."), Takes("...", "any", "Answered as well.")),
            Function("error", "", "Ends the call with an error: the request is held, and staff see the text with file and line.", Takes("message", "any", "A text that says what is wrong and what to do."),
                MayTake("level", "integer", "Whose line is told: 1 this function's, 2 its caller's, 0 none.")),
            Function("ipairs", "fun(table: V[], i?: integer): integer, V", "Goes through a list: for place, value in ipairs(list) do ... end", Takes("list", "T", "A table with values at 1, 2, 3 and so on.")) with { Generic = "T: table, V" },
            Function("pairs", "fun(table: table<K, V>, key?: K): K, V", "Goes through a table: numbers first, then texts, each from the least to the greatest.", Takes("table", "T", "Any table, also the request.")) with { Generic = "T: table, K, V" },
            Function("next", "any; any", "The entry of a table that comes after a key.", Takes("table", "table", "A table."), MayTake("key", "any", "A key of it; nil for the first entry.")),
            Function("pcall", "boolean; any", "Calls a function and answers true and what it returned, or false and the error.", Called, Handed),
            Function("xpcall", "boolean; any", "As pcall, and hands the error to a function of yours.", Called, Takes("handler", "function", "Is handed the error; what it returns is answered."), Handed),
            Function("rawequal", "boolean", "Whether two values are the same, whatever their metatables say.", Takes("one", "any", "A value."), Takes("other", "any", "Another.")),
            Function("select", "any", "The values after a place, or with \"#\" how many there are.", Takes("place", "integer|\"#\"", "1 is the first; below 0 counts from the end."), Takes("...", "any", "The values.")),
            Function("setmetatable", "T", "Gives a table a metatable; __gc and __mode are refused.", Takes("table", "T", "A table made in the same call."), Takes("metatable", "table?", "What it behaves like; nil takes it away."))
                with { Generic = "T: table" },
            Function("tonumber", "number?", "The number that a text stands for; nil where it stands for none.", Anything, MayTake("base", "integer", "2 to 36; 10 where it is left out.")),
            Function("tostring", "string", "A value as a text.", Anything),
            Function("type", "string", "\"nil\", \"number\", \"string\", \"boolean\", \"table\", \"function\" or \"userdata\" (an answer such as Wait.Hours(2)).", Anything),
        ],
        Values =
        [
            Value("_G", "table", "The script's own globals; read-only once the script is loaded."),
            Value("_VERSION", "string", "\"Lua 5.4\"."),
        ],
    };
}
