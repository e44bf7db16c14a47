namespace IllAddins;

/// <summary>A user or a request to be written, as texts, under the rules of the import.</summary>
public sealed record RecordFields
{
    /// <summary>By ILLiad's names, without regard to case; columns that ILLiad does not know are kept with the row. Null or empty is no value.
    /// Dates without a zone are of the site's; flags may be Yes or No, true or false.</summary>
    public required IReadOnlyDictionary<string, string?> Texts { get; init; }

    /// <summary>A user name of the staff, the name of other software, or <c>System</c>: what Tracking and the log say.</summary>
    public required string By { get; init; }
}

/// <summary>What became of fields that were to be written.</summary>
public abstract record WriteAnswer
{
    private WriteAnswer()
    {
    }

    /// <summary>They are written.</summary>
    public sealed record Written : WriteAnswer
    {
        /// <summary>The request's number; 0 for a user.</summary>
        public int TransactionNumber { get; init; }
    }

    /// <summary>Nothing was written: the rules of the record forbid it.</summary>
    public sealed record Refused : WriteAnswer
    {
        /// <summary>The field it is about; null where it is about the row as a whole.</summary>
        public string? Field { get; init; }

        /// <summary>What was found, what was expected, what to do.</summary>
        public required string Message { get; init; }
    }

    /// <summary>Nothing was written: a user to be made is there already.</summary>
    public sealed record Exists : WriteAnswer;

    /// <summary>Nothing was written: a user to be changed is not there.</summary>
    public sealed record Missing : WriteAnswer;
}
