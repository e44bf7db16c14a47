namespace IllAddins.WebPlatform.Answers;

/// <summary>What the API answers, before it is written as JSON or XML.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <summary>One record: 200.</summary>
    public sealed record One(ApiRecord Record) : ApiAnswer;

    /// <summary>Records of one kind: 200. The kind's name is that of their element in XML.</summary>
    public sealed record Many(string Kind, IReadOnlyList<ApiRecord> Records) : ApiAnswer;

    /// <summary>There is no such thing, or it is another site's: 404.</summary>
    public sealed record NotFound(string Message) : ApiAnswer;

    /// <summary>The request cannot be done as it is: 400. Fields with what is wrong with each; none where it is about the whole.</summary>
    public sealed record Invalid(string Message, IReadOnlyDictionary<string, string> Fields) : ApiAnswer
    {
        /// <summary>ILLiad's sentence for a body that breaks its rules.</summary>
        public const string Sentence = "The request is invalid.";

        /// <summary>Something wrong with the whole.</summary>
        public static Invalid Whole(string message) => new(message, new Dictionary<string, string>());

        /// <summary>Something wrong with one field of the body.</summary>
        public static Invalid Field(string name, string problem) => new(Sentence, new Dictionary<string, string> { [name] = problem });
    }

    /// <summary>Somebody else changed it at the same moment: 409.</summary>
    public sealed record Conflict(string Message) : ApiAnswer;
}

/// <summary>A record by ILLiad's names and in its order; values are string, int, bool or null.</summary>
/// <param name="Kind">E.g. <c>Transaction</c>.</param>
/// <param name="Fields">Each name once.</param>
internal sealed record ApiRecord(string Kind, IReadOnlyList<KeyValuePair<string, object?>> Fields);
