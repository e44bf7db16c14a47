using System.Text;

namespace IllAddins.Host.Scripting;

/// <summary>A script's text as it lies in its file.</summary>
/// <param name="File">The file below the scripts folder, e.g. <c>MAIN/notify.lua</c>.</param>
/// <param name="Content">The bytes of the file.</param>
public sealed record ScriptSource(string File, ReadOnlyMemory<byte> Content)
{
    /// <summary>What the script can load with <c>require</c>.</summary>
    public Libraries.ScriptLibraries Libraries { get; init; } = Scripting.Libraries.ScriptLibraries.None;

    internal const string CompiledWords = "is compiled Lua; only the text of a script is run. Put the text in its place.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as the compiler takes it, without a byte order mark.</summary>
    internal ReadOnlyMemory<byte> Text => Content.Span.StartsWith(Encoding.UTF8.Preamble) ? Content[3..] : Content;

    /// <summary>What keeps the text from being compiled at all; null where nothing does.</summary>
    internal ScriptFault? Fault(ScriptLimits limits)
    {
        if (Content.Length > limits.SourceBytes)
            return Because($"has {Content.Length} bytes; a script may have {limits.SourceBytes}. Make it shorter.");
        if (Content.Length > 0 && Content.Span[0] == 0x1b)
            return Because(CompiledWords);
        // A file cut short by a failed copy must not pass for a script without functions.
        if (!Text.Span.ContainsAnyExcept(" \t\r\n\0"u8))
            return Because("is empty. Write a function such as RoutingDelay(request) into it, or delete the file.");
        return NotUtf8();
    }

    private ScriptFault? NotUtf8()
    {
        try
        {
            Strict.GetCharCount(Text.Span);
            return null;
        }
        catch (DecoderFallbackException found)
        {
            var line = 1 + Text.Span[..found.Index].Count((byte)'\n');
            return new ScriptFault(File, line, "is not UTF-8 text. Save the file with the encoding UTF-8.");
        }
    }

    private ScriptFault Because(string message) => new(File, null, message);
}
