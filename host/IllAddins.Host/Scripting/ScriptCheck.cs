namespace IllAddins.Host.Scripting;

/// <summary>What was found when a script of the folder was compiled and its top level run.</summary>
/// <param name="File">The file below the scripts folder, e.g. <c>MAIN/notify.lua</c>.</param>
/// <param name="Fault">Why it cannot be asked; null where it can.</param>
/// <param name="Functions">Its global functions, in alphabetical order.</param>
/// <param name="Remarks">What looks like a mistake though it runs, in sentences.</param>
public sealed record ScriptCheck(string File, ScriptVersion Version, ScriptFault? Fault, IReadOnlyList<string> Functions, IReadOnlyList<string> Remarks);
