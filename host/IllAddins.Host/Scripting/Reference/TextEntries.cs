using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The libraries of texts.</summary>
internal static class TextEntries
{
    private static readonly ApiParameter S = Takes("s", "string", "The text.");
    private static readonly ApiParameter Pattern = Takes("pattern", "string", "A pattern of Lua, e.g. \"^Law\" or \"%d+\".");
    private static readonly ApiParameter Init = MayTake("init", "integer", "Where to begin; 1 where it is left out, below 0 counts from the end.");
    private static readonly ApiParameter First = MayTake("first", "integer", "The first place; 1 where it is left out, below 0 counts from the end.");
    private static readonly ApiParameter Last = MayTake("last", "integer", "The last place; below 0 counts from the end.");
    private static readonly ApiParameter Lax = MayTake("lax", "boolean", "Also take what is no valid character.");

    public static ApiSection Strings { get; } = new()
    {
        Title = "Texts (string)",
        About = "Also as methods: request.LoanTitle:lower(). Places and lengths count bytes of UTF-8; lower and upper change A to Z alone. A search that takes too many steps is stopped with an error.",
        Functions =
        [
            Function("string.byte", "integer ...", "The bytes at some places.", S, First, Last),
            Function("string.char", "string", "The text of some bytes.", Takes("...", "integer", "Bytes, 0 to 255.")),
            Function("string.find", "integer?; integer?; any ...", "Where a pattern is found first: its first and last place and its captures; nil where it is not found.", S, Pattern, Init,
                MayTake("plain", "boolean", "Look for the very letters, no pattern.")),
            Function("string.format", "string", "Fills a text: (\"%s, %d days\"):format(title, days).", Takes("format", "string", "%s for a text, %d for a whole number, %.1f for a number, %q for a quoted text, %% for %."), Takes("...", "any", "What is filled in.")),
            Function("string.gmatch", "fun(): string, ...", "Goes through all places where a pattern is found: for word in title:gmatch(\"%a+\") do ... end", S, Pattern, Init),
            Function("string.gsub", "string; integer", "Replaces a pattern; answers the new text and how often it was found.", S, Pattern, Takes("replacement", "string|number|table|function", "A text (%1 is the first capture), a table that is looked up, or a function that is asked."),
                MayTake("most", "integer", "How often at most.")),
            Function("string.len", "integer", "How many bytes a text has, as #s.", S),
            Function("string.lower", "string", "With small letters.", S),
            Function("string.match", "any ...", "What a pattern finds first: its captures, or the whole match; nil where it is not found.", S, Pattern, Init),
            Function("string.rep", "string", "A text several times.", S, Takes("n", "integer", "How often."), MayTake("between", "string", "What stands between.")),
            Function("string.reverse", "string", "The bytes the other way round.", S),
            Function("string.sub", "string", "A part of a text: (\"Law Library\"):sub(1, 3) is \"Law\".", S, Takes("first", "integer", "The first place; below 0 counts from the end."), Last),
            Function("string.upper", "string", "With capitals.", S),
        ],
    };

    public static ApiSection Utf8 { get; } = new()
    {
        Title = "Characters (utf8)",
        About = "For texts with letters beyond A to Z, counted as characters.",
        Functions =
        [
            Function("utf8.char", "string", "The text of some characters.", Takes("...", "integer", "Their numbers in Unicode.")),
            Function("utf8.codepoint", "integer ...", "The numbers of characters.", S, First, Last, Lax),
            Function("utf8.codes", "fun(s: string, place?: integer): integer, integer", "Goes through a text: for place, character in utf8.codes(s) do ... end", S, Lax),
            Function("utf8.len", "integer?; integer?", "How many characters a text has; nil and the place of what is none.", S, First, Last, Lax),
            Function("utf8.offset", "integer?", "The place in bytes at which a character begins.", S, Takes("n", "integer", "The so-manieth character."), MayTake("init", "integer", "Counted from here.")),
        ],
        Values = [Value("utf8.charpattern", "string", "A pattern that finds one character.")],
    };
}
