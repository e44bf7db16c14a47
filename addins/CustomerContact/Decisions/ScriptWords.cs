using System.Globalization;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>A script's answer in words, for the message that it is none of those allowed.</summary>
public static class ScriptWords
{
    private const int Longest = 80;

    public static string Answered(ScriptReply.Answer answer) => answer switch
    {
        { Unusable: { } type } => $"a {type}",
        { Value: string text } => $"the string \"{(text.Length > Longest ? text[..Longest] + "…" : text)}\"",
        { Value: bool flag } => flag ? "true" : "false",
        { Value: null } => "nil",
        _ => $"the number {Convert.ToString(answer.Value, CultureInfo.InvariantCulture)}",
    };
}
