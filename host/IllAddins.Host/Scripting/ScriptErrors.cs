using System.Globalization;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting;

/// <summary>Turns what an engine says about an error into a fault in words.</summary>
internal static class ScriptErrors
{
    /// <summary>What the prelude's chunks are called; a position inside them means nothing to the reader of a message.</summary>
    public const string PreludeChunk = "host";

    /// <summary>How many keys a table may have apart from a list's; more would make it slow to grow.</summary>
    public const int MostKeys = 16_384;

    /// <summary>A fault from an engine's text, which may begin with <c>chunk:line: </c>.</summary>
    public static ScriptFault Read(string file, string chunk, string text)
    {
        var (line, message) = Position(chunk, text);
        if (line is null && LibraryOf(text) is { } library)
        {
            ((line, message), file) = (Position(library, text), library);
            if (line is null)
                message = text[(library.Length + 1)..].TrimStart();
        }
        else if (line is null)
        {
            (_, message) = Position(PreludeChunk, text);
        }

        return message == "C stack overflow"
            ? new ScriptFault(file, line, "brackets, blocks or calls are nested too deeply")
            : new ScriptFault(file, line, OneLine.Of(message + ForeignNames.Advice(message), ScriptFault.Longest));
    }

    /// <summary>An error's text without a position inside the prelude.</summary>
    public static string WithoutPrelude(string text) => Position(PreludeChunk, text).Message;

    /// <summary>A fault for an error value that is no text.</summary>
    public static ScriptFault Odd(string file, string luaType) => new(file, null, luaType == "nil"
        ? "the script raised an error without a message. Give error(...) a text."
        : $"the script raised an error with a {luaType} in place of a message. Give error(...) a text.");

    public static string TooLong(ScriptLimits limits) => $"ran longer than {limits.TimeInWords} and was stopped";

    public static string TooLarge(ScriptLimits limits) => $"needed more than {limits.MemoryInWords}";

    public static ScriptFault TooDeep(string file) =>
        new(file, null, "functions called each other too deeply, perhaps without end, or handed over too many values");

    /// <summary>The engine itself has failed.</summary>
    public static ScriptFault GaveUp(string file, string why) => new(file, null, OneLine.Of($"the Lua engine could not go on: {why}", ScriptFault.Longest));

    public static ScriptFault TableTooLarge(string file) =>
        new(file, null, $"a table had more than {MostKeys} keys that are not 1, 2, 3 and so on");

    public static ScriptFault KeptSomething(string file, string function, string variable) => new(file, null,
        $"{function} changed '{variable}', a local variable outside the function. Nothing lasts from one request to the next: use a local variable inside {function}.");

    public static ScriptFault LongAnswer(string file, string function, long length, int most) =>
        new(file, null, $"{function} answered with a text of {length} bytes; it may have {most}.");

    public static ScriptFault NoFunction(string file, string name, string luaType) =>
        new(file, null, $"{name} is a {luaType}; it must be a function, written as: function {name}(request) ... end");

    // E.g. lib/couriers.lua, of lib/couriers.lua:3: message
    private static string? LibraryOf(string text)
    {
        if (!text.StartsWith(ScriptLibraries.Folder + "/", StringComparison.Ordinal))
            return null;
        var end = text.IndexOf(".lua:", StringComparison.Ordinal);
        return end > 4 && ScriptLibraries.IsName(text[4..end]) ? text[..(end + 4)] : null;
    }

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
