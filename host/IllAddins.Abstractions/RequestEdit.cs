namespace IllAddins;

/// <summary>Fields of a request and of its user that are to be written over those there are, all of them or none.</summary>
public sealed record RequestEdit
{
    public required int TransactionNumber { get; init; }

    /// <summary>By name, without regard to case, as templates say it: <c>Transaction.LoanTitle</c>, <c>User.Phone</c>. A field that the row has only from an import can be written too.</summary>
    public required IReadOnlyDictionary<string, FieldEdit> Fields { get; init; }

    /// <summary>A user name of the staff, or the name of other software: what History says.</summary>
    public required string By { get; init; }
}

/// <summary>What one field is to be.</summary>
public sealed record FieldEdit
{
    /// <summary>Under the rules of the import; null or empty is no value. Dates without a zone are of the site's; flags may be Yes or No, true or false.</summary>
    public required string? Text { get; init; }

    /// <summary>What the editor believes to stand there, written likewise, empty for no value: where something else does, nothing is written. Null where anything may stand there.</summary>
    public string? Expected { get; init; }
}

/// <summary>What became of a <see cref="RequestEdit"/>.</summary>
public abstract record EditAnswer
{
    private EditAnswer()
    {
    }

    /// <summary>It is written, with a History entry that names the fields and not their values; all that waits for the request is decided anew.</summary>
    public sealed record Written : EditAnswer
    {
        /// <summary>The names of the fields that are different now; empty where all stood so already, and then nothing was written.</summary>
        public required IReadOnlyList<string> Fields { get; init; }
    }

    /// <summary>Nothing was written.</summary>
    public sealed record Refused : EditAnswer
    {
        /// <summary>What is wrong, by the name of the field as the edit gave it; at least one.</summary>
        public required IReadOnlyDictionary<string, EditProblem> Problems { get; init; }
    }

    /// <summary>Nothing was written: there is no such request.</summary>
    public sealed record Missing : EditAnswer;
}

/// <summary>Why a field cannot be written.</summary>
public sealed record EditProblem
{
    /// <summary>What was found, what was expected.</summary>
    public required string Message { get; init; }

    /// <summary>What stands there now, empty for no value, where it is not what the editor expected; null where that is not what is wrong.</summary>
    public string? Now { get; init; }

    /// <summary>Who wrote that, as far as History knows; null where it does not, e.g. after an import.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When; null where History does not know.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
