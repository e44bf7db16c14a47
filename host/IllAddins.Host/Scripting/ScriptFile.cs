namespace IllAddins.Host.Scripting;

/// <summary>A script under its two names: the file as people know it, and what the engine's messages call it.</summary>
internal sealed record ScriptFile(string File, string Chunk)
{
    /// <summary>How many bytes of an error's text are looked at.</summary>
    public const int LongestError = 4_096;

    /// <summary>How many bytes a text may have that is an answer.</summary>
    public const int LongestAnswer = 64 * 1024;

    /// <summary>A line of the script or of one of its libraries, whose chunks are called as their files.</summary>
    public ScriptLine? Line(ChunkLine? place) => place is { } at ? new ScriptLine(at.Chunk == Chunk ? File : at.Chunk, at.Line) : null;

    public ScriptFault At(ChunkLine? place, string message) =>
        Line(place) is { } line ? new ScriptFault(line.File, line.Number, message) : new ScriptFault(File, null, message);

    /// <summary>A fault from an engine's text of an error.</summary>
    public ScriptFault Read(string text) => ScriptErrors.Read(File, Chunk, text);

    /// <summary>The fault of a call that the host has cut short; null where it has not, and the engine's own error counts.</summary>
    public ScriptFault? Stopped(ScriptCall call, CutShort cut)
    {
        if (call.Misused is { } misused)
            return At(misused.Place, OneLine.Of(misused.Message, ScriptFault.Longest));
        if (cut.RanTooLong)
            return At(cut.Place, ScriptErrors.TooLong(call.Limits));
        if (cut.GrewTooLarge)
            return At(cut.Place, ScriptErrors.TooLarge(call.Limits));
        if (cut.NestedTooDeeply)
            return ScriptErrors.TooDeep(File);
        return cut.TableTooLarge ? ScriptErrors.TableTooLarge(File) : null;
    }
}

/// <summary>Which limits a call has passed, and where.</summary>
internal readonly record struct CutShort(ChunkLine? Place, bool RanTooLong = false, bool GrewTooLarge = false, bool NestedTooDeeply = false, bool TableTooLarge = false);
