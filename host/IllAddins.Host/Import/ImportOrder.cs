namespace IllAddins.Host.Import;

/// <summary>What to import: CSV files or JSON arrays; users are read before transactions.</summary>
public sealed record ImportOrder
{
    /// <summary>Null for none.</summary>
    public string? UsersFile { get; init; }

    /// <summary>Null for none.</summary>
    public string? TransactionsFile { get; init; }
}

/// <summary>How far an import has come; said after each commit.</summary>
public sealed record ImportProgress
{
    public required string File { get; init; }

    /// <summary>Rows dealt with and committed so far, of this file.</summary>
    public required long Rows { get; init; }

    /// <summary>Bytes of the file read for them.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file's length in bytes; null where it has none, e.g. a pipe.</summary>
    public required long? TotalBytes { get; init; }
}
