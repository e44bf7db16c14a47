namespace IllAddins;

/// <summary>An act of staff or an admin, for those who must account for it later. Entries are only ever added.</summary>
public sealed record AuditEntry
{
    /// <summary>Who did it: a user name of the staff, or the account of the operating system on the command line.</summary>
    public required string By { get; init; }

    /// <summary>What was done, e.g. <c>resend</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it was done to, e.g. <c>notice 12</c>; patrons by transaction number only.</summary>
    public required string Subject { get; init; }

    /// <summary>The request it is about; null where it is about none.</summary>
    public int? TransactionNumber { get; init; }

    /// <summary>The site's code (NVTGC); null where it is about none.</summary>
    public string? Site { get; init; }

    /// <summary>How it stood before, e.g. <c>Failed</c>; null where there was nothing.</summary>
    public string? Was { get; init; }

    /// <summary>How it stands now, e.g. <c>Pending</c>; null where there is nothing.</summary>
    public string? Became { get; init; }

    /// <summary>What else is worth knowing; null for nothing.</summary>
    public string? Detail { get; init; }
}
