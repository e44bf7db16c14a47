using System.Globalization;

namespace IllAddins.Host.Scripting.Answers;

/// <summary>A value that a script hands to one of the host's functions.</summary>
/// <param name="Type">Lua's name of its type; <see cref="AnswerType"/> for what a constructor made.</param>
/// <param name="Number">Of a number.</param>
/// <param name="Text">Of a string.</param>
/// <param name="Made">What a constructor made.</param>
public readonly record struct ScriptValue(string Type, double Number = 0, string? Text = null, MadeAnswer? Made = null)
{
    /// <summary>The type of what <c>Wait.Hours</c> and the like make.</summary>
    public const string AnswerType = "userdata";

    private const int Longest = 80;

    public static readonly ScriptValue Nil = new("nil");

    public bool IsNil => Type == "nil";

    public bool IsNumber => Type == "number";

    /// <summary>In words, for the message that it is none of those allowed, e.g. <c>the string "soon"</c>.</summary>
    public string InWords => this switch
    {
        { Made: { } made } => AnswerWords.Of(made.Answer),
        { Text: { } text } => $"the string \"{OneLine.Of(text, Longest)}\"",
        { IsNumber: true } => Number.ToString("R", CultureInfo.InvariantCulture),
        { IsNil: true } => "nil",
        _ => $"a {Type}",
    };
}
