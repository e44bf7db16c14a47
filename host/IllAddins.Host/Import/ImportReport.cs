namespace IllAddins.Host.Import;

/// <summary>What an import did; counts are of rows that were committed.</summary>
public sealed record ImportReport
{
    /// <summary>How many problems are kept in <see cref="Problems"/> at the most.</summary>
    public const int ProblemsKept = 1000;

    /// <summary>In the order read.</summary>
    public required IReadOnlyList<ImportedFile> Files { get; init; }

    /// <summary>The codes of the sites that the import made.</summary>
    public required IReadOnlyList<string> NewSites { get; init; }

    /// <summary>The first problems, in the order found. They may name patrons: for the eyes of the one who imports, not for a log.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>All problems, kept or not.</summary>
    public required long ProblemCount { get; init; }

    public required ImportEnding Ending { get; init; }
}

/// <summary>How an import ended.</summary>
public enum ImportEnding
{
    /// <summary>Every row was taken.</summary>
    Done,

    /// <summary>There are problems; the good rows were taken.</summary>
    SomeRefused,

    /// <summary>A file cannot be opened; nothing was read or written.</summary>
    CannotRead,

    /// <summary>Stopped by the caller; what was committed until then is kept.</summary>
    Cancelled,
}

/// <summary>The rows of one file.</summary>
public sealed record ImportedFile
{
    /// <summary>The path as it was given.</summary>
    public required string File { get; init; }

    /// <summary>Rows that hold data: the sum of the others.</summary>
    public long Read => New + Changed + Unchanged + Refused;

    public long New { get; init; }

    public long Changed { get; init; }

    /// <summary>Rows equal to what was imported last time.</summary>
    public long Unchanged { get; init; }

    public long Refused { get; init; }

    /// <summary>False where the rest of the file could not be read, or the import was cancelled.</summary>
    public bool ReadToEnd { get; init; }
}

/// <summary>A row that was not taken, or a file that could not be read on.</summary>
public sealed record ImportProblem
{
    /// <summary>The path as it was given.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file at which the row begins, from 1; null where it is about the whole file.</summary>
    public required long? Line { get; init; }

    /// <summary>Null where it is about no single column.</summary>
    public required string? Column { get; init; }

    public required string Found { get; init; }

    public required string Expected { get; init; }

    /// <summary>What to do, as a sentence; null where that goes without saying.</summary>
    public required string? Remedy { get; init; }
}
