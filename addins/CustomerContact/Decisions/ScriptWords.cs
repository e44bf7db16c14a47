using System.Diagnostics;
using System.Globalization;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>A script's answer in words, for the message that it is none of those allowed.</summary>
public static class ScriptWords
{
    private const int Longest = 80;

    /// <summary>The row with what the script said.</summary>
    public static DecisionRow With(DecisionRow row, ScriptReply? reply) => reply is null ? row : row with
    {
        ScriptVersion = reply.ScriptVersion,
        Answer = reply is ScriptReply.NoHook or ScriptReply.Fault ? null : Written(reply),
        Line = reply.Line,
        ScriptReason = reply.Reason,
    };

    /// <summary>An answer in words, e.g. <c>the number 90</c>.</summary>
    public static string Answered(ScriptReply reply) => reply switch
    {
        ScriptReply.Answer { Value: string } => DecisionWords.AString(Written(reply)),
        ScriptReply.Answer { Value: long or double } => DecisionWords.ANumber(Written(reply)),
        _ => Written(reply),
    };

    private static string Written(ScriptReply reply) => reply switch
    {
        ScriptReply.Answer answer => Written(answer),
        ScriptReply.Wait wait => wait.Said,
        ScriptReply.EndlessWait wait => wait.Said,
        ScriptReply.Hold => $"Hold(\"{reply.Reason}\")",
        ScriptReply.Template template => $"Template(\"{template.Name}\")",
        ScriptReply.Suppress => $"Suppress(\"{reply.Reason}\")",
        _ => throw new UnreachableException(),
    };

    private static string Written(ScriptReply.Answer answer) => answer switch
    {
        { Unusable: { } type } => DecisionWords.AnUnusable(type),
        { Value: string text } => $"\"{(text.Length > Longest ? text[..Longest] + "…" : text)}\"",
        { Value: bool flag } => flag ? "true" : "false",
        { Value: null } => "nil",
        _ => Convert.ToString(answer.Value, CultureInfo.InvariantCulture)!,
    };
}
