namespace IllAddins.Host.Scripting;

/// <summary>Why a script gave no answer.</summary>
/// <param name="File">The script's file below the scripts folder, e.g. <c>MAIN/notify.lua</c>.</param>
/// <param name="Line">The line, counted from 1; null where the fault belongs to no line.</param>
/// <param name="Message">What went wrong, in words; one line of at most 500 characters.</param>
public sealed record ScriptFault(string File, int? Line, string Message)
{
    /// <summary>How many characters a message may have.</summary>
    internal const int Longest = 500;

    /// <summary>True where an add-in failed and not the script: it is tried again by itself, and does not count towards parking.</summary>
    public bool OfAddin { get; init; }

    /// <summary>E.g. <c>MAIN/notify.lua line 7: attempt to compare nil with number</c>.</summary>
    public override string ToString() => Line is { } line ? $"{File} line {line}: {Message}" : $"{File}: {Message}";
}
