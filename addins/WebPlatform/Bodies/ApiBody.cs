namespace IllAddins.WebPlatform.Bodies;

/// <summary>The fields that a body brings, as texts; names without regard to case, of one that stands there twice the last.</summary>
internal sealed record ApiBody
{
    public required IReadOnlyDictionary<string, string?> Texts { get; init; }

    /// <summary>A field's text without surrounding spaces; null where that is empty, or there is no such field.</summary>
    public string? Text(string name) => Texts.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>What a body was read as.</summary>
internal abstract record BodyReading
{
    private BodyReading()
    {
    }

    public sealed record Read(ApiBody Body) : BodyReading;

    /// <summary>It cannot be read.</summary>
    public sealed record Unreadable(string Why) : BodyReading;
}
