namespace IllAddins.Host.Web;

/// <summary>How somebody likes a screen; what is not named stands as the screen has it.</summary>
public sealed record ScreenView
{
    /// <summary>Columns, and groups, that are remembered.</summary>
    public const int MostNames = 200;

    /// <summary>Signs of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Signs that the narrowest column shows.</summary>
    public const int Narrowest = 4;

    /// <summary>Signs that the widest column shows.</summary>
    public const int Widest = 120;

    /// <summary>Null for the list's own order.</summary>
    public ViewSort? Sort { get; init; }

    /// <summary>By column: true for shown, false for hidden.</summary>
    public IReadOnlyDictionary<string, bool> Shown { get; init; } = new Dictionary<string, bool>();

    /// <summary>By column, in signs.</summary>
    public IReadOnlyDictionary<string, int> Widths { get; init; } = new Dictionary<string, int>();

    /// <summary>By the key of a group: true for folded.</summary>
    public IReadOnlyDictionary<string, bool> Folded { get; init; } = new Dictionary<string, bool>();

    /// <summary>Whether scanning is heard.</summary>
    public bool Sounds { get; init; }

    /// <summary>Why this cannot be kept, in words; null where it can.</summary>
    public string? Flaw()
    {
        if (Shown is null || Widths is null || Folded is null)
            return ScreenWords.ViewHasNull;
        string?[] names = [Sort is null ? "-" : Sort.Name, .. Shown.Keys, .. Widths.Keys, .. Folded.Keys];
        if (Math.Max(Shown.Count, Math.Max(Widths.Count, Folded.Count)) is > MostNames and var many)
            return ScreenWords.ViewTooLong(many, MostNames);
        if (names.Any(name => name is not { Length: > 0 and <= LongestName } || name.Any(char.IsControl)))
            return ScreenWords.ViewNameless(LongestName);
        return Widths.FirstOrDefault(width => width.Value is < Narrowest or > Widest) is { Key: { } odd, Value: var found }
            ? ScreenWords.ViewWidth(found, odd, Narrowest, Widest)
            : null;
    }
}

/// <summary>The column that a list is sorted by.</summary>
public sealed record ViewSort
{
    public required string Name { get; init; }

    /// <summary>True for the largest first.</summary>
    public bool Down { get; init; }
}
