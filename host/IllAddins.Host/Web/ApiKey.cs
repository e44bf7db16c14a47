namespace IllAddins.Host.Web;

/// <summary>A key of other software, without the key itself.</summary>
public sealed record ApiKey
{
    public required long Id { get; init; }

    /// <summary>The software that it was made for; Tracking and History say it.</summary>
    public required string Consumer { get; init; }

    /// <summary>The code of the only site that it shows and changes.</summary>
    public required string Site { get; init; }

    /// <summary>Calls a minute.</summary>
    public required int PerMinute { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>To about a minute; null where it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Null where it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedBy { get; init; }
}

/// <summary>A key to make.</summary>
public sealed record ApiKeyOrder
{
    /// <summary>1 to 50 letters, digits, spaces, or one of <c>. _ - @</c>.</summary>
    public required string Consumer { get; init; }

    /// <summary>The code of a site that is there.</summary>
    public required string Site { get; init; }

    /// <summary>Calls a minute, 1 to 10,000,000.</summary>
    public int PerMinute { get; init; } = ApiKeys.UsualPerMinute;

    /// <summary>The admin who makes it.</summary>
    public required string By { get; init; }
}

/// <summary>What became of an <see cref="ApiKeyOrder"/>.</summary>
public abstract record AddKeyAnswer
{
    private AddKeyAnswer()
    {
    }

    /// <summary>The key is shown here and never again.</summary>
    public sealed record Added(long Id, string Site, string Key) : AddKeyAnswer;

    /// <summary>Nothing was made; the message says what to change.</summary>
    public sealed record Refused(string Message) : AddKeyAnswer;
}
