namespace IllAddins.Host.Scripting.Api;

/// <summary>A part of what scripts can use, as the reference tells it.</summary>
public sealed record ApiSection
{
    public required string Title { get; init; }

    /// <summary>What the part is for, in a sentence or two.</summary>
    public required string About { get; init; }

    public required IReadOnlyList<ApiFunction> Functions { get; init; }

    public IReadOnlyList<ApiValue> Values { get; init; } = [];
}
