namespace IllAddins;

/// <summary>Which requests of a user are wanted, and in which order.</summary>
public sealed record RequestQuery
{
    /// <summary>Compared without regard to case.</summary>
    public required string UserName { get; init; }

    /// <summary>The code of the only site whose requests are wanted; null for every site.</summary>
    public string? Site { get; init; }

    /// <summary>Null for all.</summary>
    public RequestFilter? Filter { get; init; }

    /// <summary>The first counts most; ties are broken by the transaction number, which alone orders where this is empty.</summary>
    public IReadOnlyList<RequestOrder> OrderBy { get; init; } = [];

    /// <summary>How many to leave out at the beginning, 0 or more.</summary>
    public int Skip { get; init; }

    /// <summary>How many at the most, 0 to 10,000.</summary>
    public int Top { get; init; } = 10_000;
}

/// <summary>A field by which requests are ordered; text without regard to case, no value first.</summary>
public sealed record RequestOrder
{
    /// <summary>A field of ILLiad's Transactions, without regard to case.</summary>
    public required string Field { get; init; }

    public bool Descending { get; init; }
}

/// <summary>A condition on a request's fields: true or false of every request, also where a field has no value.</summary>
public abstract record RequestFilter
{
    private RequestFilter()
    {
    }

    /// <summary>True where all parts are; also where there are none.</summary>
    public sealed record All : RequestFilter
    {
        public required IReadOnlyList<RequestFilter> Parts { get; init; }
    }

    /// <summary>True where one part is; false where there are none.</summary>
    public sealed record Any : RequestFilter
    {
        public required IReadOnlyList<RequestFilter> Parts { get; init; }
    }

    /// <summary>True where the part is not.</summary>
    public sealed record Not : RequestFilter
    {
        public required RequestFilter Part { get; init; }
    }

    /// <summary>Compares a field with a value; texts without regard to case. Without a value a field equals null alone, and is neither more nor less than anything.</summary>
    public sealed record Compare : RequestFilter
    {
        /// <summary>A field of ILLiad's Transactions, without regard to case.</summary>
        public required string Field { get; init; }

        public required Comparison Comparison { get; init; }

        /// <summary>string, int, long, bool, DateTimeOffset or null. A text is read as the field's kind, as an import reads it.</summary>
        public required object? Value { get; init; }
    }

    /// <summary>Looks for a text in a text field, without regard to case; false where the field has no value.</summary>
    public sealed record Match : RequestFilter
    {
        /// <summary>A text field of ILLiad's Transactions, without regard to case.</summary>
        public required string Field { get; init; }

        public required TextMatch At { get; init; }

        public required string Text { get; init; }
    }
}

/// <summary>How a field is compared with a value.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>Where in a field a text is looked for.</summary>
public enum TextMatch
{
    Start,
    End,
    Anywhere,
}

/// <summary>What a <see cref="RequestQuery"/> found.</summary>
public abstract record QueryAnswer
{
    private QueryAnswer()
    {
    }

    /// <summary>Those found; none where there are none, or there is no such user.</summary>
    public sealed record Found : QueryAnswer
    {
        public required IReadOnlyList<IllRequest> Requests { get; init; }
    }

    /// <summary>The query cannot be asked: a field is unknown, or a value is none of the field's kind.</summary>
    public sealed record Refused : QueryAnswer
    {
        /// <summary>What was found and what was expected.</summary>
        public required string Message { get; init; }
    }
}
