using IllAddins.Host.Scripting.Api;

namespace IllAddins.Host.Scripting.Answers;

/// <summary>A function of the sandbox that makes an answer.</summary>
public sealed record AnswerConstructor
{
    /// <summary>The most arguments that a constructor takes.</summary>
    public const int MostArguments = 3;

    public required ApiFunction Api { get; init; }

    /// <summary>An example of its use, e.g. <c>Wait.Until("08:30")</c>.</summary>
    public required string Example { get; init; }

    /// <summary>Makes the answer of the arguments without the reason; null where they do not fit.</summary>
    public required Func<ScriptValue, ScriptValue, ScriptAnswer?> Of { get; init; }

    /// <summary>What fits, for the message that something else was given; begins with <c>takes</c>.</summary>
    public required string Takes { get; init; }

    /// <summary>Whether a reason may follow the other arguments.</summary>
    public bool HasReason { get; init; } = true;

    /// <summary>Makes the answer of <see cref="MostArguments"/> arguments, those left out being nil; null and a message where they do not fit.</summary>
    public MadeAnswer? Make(ReadOnlySpan<ScriptValue> arguments, out string? fault)
    {
        var own = HasReason ? Api.Parameters.Count - 1 : Api.Parameters.Count;
        var answer = Of(own > 0 ? arguments[0] : ScriptValue.Nil, own > 1 ? arguments[1] : ScriptValue.Nil);
        if (answer is null)
        {
            fault = $"{Api.Name} was given {string.Join(", ", Words(arguments, Math.Max(own, 1)))}; it {Takes}, e.g. {Example}.";
            return null;
        }

        for (var place = own; place < arguments.Length; place++)
            if (arguments[place] is { IsNil: false } more && (place > own || !HasReason || more.Text is null))
            {
                fault = place == own && HasReason
                    ? $"{Api.Name} was given {more.InWords} as its reason; a reason is a text, e.g. {Example[..^1]}{(own > 0 ? ", " : "")}\"why\")."
                    : $"{Api.Name} was given {more.InWords} as argument {place + 1}, which it does not take. Write it as {Example}.";
                return null;
            }

        fault = null;
        return new MadeAnswer(answer, HasReason ? Reason(arguments[own].Text) : null);
    }

    /// <summary>A reason as staff read it; null where it says nothing.</summary>
    public static string? Reason(string? given) => string.IsNullOrWhiteSpace(given) ? null : OneLine.Of(given.Trim(), ScriptFault.Longest);

    private static IEnumerable<string> Words(ReadOnlySpan<ScriptValue> arguments, int count) =>
        arguments[..count].ToArray().Select(argument => argument.InWords);
}
