using System.Globalization;

namespace IllAddins.Host.Scripting;

/// <summary>Turns what an engine says about an error into a fault in words.</summary>
internal static class ScriptErrors
{
    /// <summary>What the prelude's chunks are called; a position inside them means nothing to the reader of a message.</summary>
    public const string PreludeChunk = "host";

    /// <summary>A fault from an engine's text, which may begin with <c>chunk:line: </c>.</summary>
    public static ScriptFault Read(string file, string chunk, string text)
    {
        var (line, message) = Position(chunk, text);
        if (line is null)
            (_, message) = Position(PreludeChunk, text);
        return message == "C stack overflow"
            ? new ScriptFault(file, line, "brackets, blocks or calls are nested too deeply")
            : new ScriptFault(file, line, OneLine.Of(message, ScriptFault.Longest));
    }

    /// <summary>A fault for an error value that is no text.</summary>
    public static ScriptFault Odd(string file, string luaType) => new(file, null, luaType == "nil"
        ? "the script raised an error without a message. Give error(...) a text."
        : $"the script raised an error with a {luaType} in place of a message. Give error(...) a text.");

    public static ScriptFault TooLong(string file, int? line, ScriptLimits limits) =>
        new(file, line, $"ran longer than {limits.TimeInWords} and was stopped");

    public static ScriptFault TooLarge(string file, int? line, ScriptLimits limits) =>
        new(file, line, $"needed more than {limits.MemoryInWords}");

    public static ScriptFault TooDeep(string file) =>
        new(file, null, "functions called each other too deeply, perhaps without end");

    public static ScriptFault KeptSomething(string file, string function, string variable) => new(file, null,
        $"{function} changed '{variable}', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside {function}.");

    public static ScriptFault LongAnswer(string file, string function, long length, int most) =>
        new(file, null, $"{function} answered with a text of {length} bytes; it may have {most}.");

    public static ScriptFault NoFunction(string file, string name, string luaType) =>
        new(file, null, $"{name} is a {luaType}; it must be a function, written as: function {name}(request) ... end");

    private static (int? Line, string Message) Position(string chunk, string text)
    {
        if (!text.StartsWith(chunk, StringComparison.Ordinal) || text.Length <= chunk.Length || text[chunk.Length] != ':')
            return (null, text);
        var digits = chunk.Length + 1;
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var found = int.TryParse(text.AsSpan(digits, end - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var line);
        return found && text.AsSpan(end).StartsWith(": ") ? (line, text[(end + 2)..]) : (null, text);
    }
}
