using System.Text.RegularExpressions;

namespace IllAddins.Host.Scripting;

/// <summary>Signs of other languages that Lua stumbles over, and what to write instead.</summary>
internal static partial class ForeignSigns
{
    // As the compiler names the place; the first that fits counts.
    private static readonly (string Near, string Advice)[] Signs =
    [
        ("near '!'", "Lua writes ~= for 'is not equal', and not for !."),
        ("'then' expected near '='", "Lua writes == for 'is equal'; a single = sets a value."),
        ("syntax error near '+'", "Lua has no += and no ++: write x = x + 1."),
        ("syntax error near '-'", "Lua has no -= and no --: write x = x - 1."),
        ("unexpected symbol near '&'", "Lua writes and for &&, and .. to join texts."),
        ("unexpected symbol near '|'", "Lua writes or for ||."),
        ("unexpected symbol near '{'", "Lua has no braces around statements: they end with end."),
        ("'end' expected near '}'", "Lua has no braces around statements: they end with end."),
        ("unexpected symbol near '//'", "A comment begins with --."),
        ("unexpected symbol near '/'", "A comment begins with --."),
        ("attempt to compare number with string", FieldsAreTexts),
        ("attempt to compare string with number", FieldsAreTexts),
        ("attempt to compare number with nil", EmptyFieldsAreNil),
        ("attempt to compare nil with number", EmptyFieldsAreNil),
    ];

    private const string FieldsAreTexts = "A text such as request.Pieces becomes a number by tonumber(request.Pieces).";
    private const string EmptyFieldsAreNil = "An empty field is nil: write (tonumber(request.Pieces) or 0).";

    /// <summary>A sentence that follows the engine's own words; null where there is nothing to advise.</summary>
    /// <param name="message">The engine's message, without file and line.</param>
    public static string? Advice(string message) =>
        Signs.FirstOrDefault(sign => message.Contains(sign.Near, StringComparison.Ordinal)).Advice;

    /// <summary>The same for a text that ends before its blocks do; empty where nothing in it tells why.</summary>
    /// <param name="source">The script's text.</param>
    /// <param name="message">The engine's message.</param>
    public static string AdviceOnEnd(string source, string message) =>
        message.Contains("'end' expected", StringComparison.Ordinal) && message.Contains("near <eof>", StringComparison.Ordinal) && ElseIf().IsMatch(source)
            ? ". An 'else if' needs an end of its own: write elseif."
            : "";

    [GeneratedRegex(@"\belse[ \t]+if\b", RegexOptions.CultureInvariant)]
    private static partial Regex ElseIf();
}
