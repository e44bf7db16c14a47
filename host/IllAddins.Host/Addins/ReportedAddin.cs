using System.Text.Json;

namespace IllAddins.Host.Addins;

/// <summary>How an add-in stands, as the command line prints it and as the running host tells the command line.</summary>
public sealed record ReportedAddin
{
    public required string Name { get; init; }

    public string? Version { get; init; }

    public string? Contract { get; init; }

    /// <summary>One of <see cref="AddinStateWords.Names"/>.</summary>
    public required string State { get; init; }

    public string? Why { get; init; }

    /// <summary>The exception with its stack; null where there is none.</summary>
    public string? Details { get; init; }

    /// <summary>Who switched it off; null where it is on.</summary>
    public string? DisabledBy { get; init; }

    /// <summary>It failed too often in a row; when it is started again by itself.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    public required bool Parked { get; init; }

    public required AddinContribution Contributes { get; init; }

    public string? PathPrefix { get; init; }

    public required string Folder { get; init; }

    public string? Hash { get; init; }

    public string? Kept { get; init; }

    public required int Failures { get; init; }

    public AddinFailure? LastFailure { get; init; }

    public required int OldGenerations { get; init; }

    public required int Crashes { get; init; }

    public static ReportedAddin Of(AddinEntry entry) => new()
    {
        Name = entry.Name,
        Version = entry.Version,
        Contract = entry.ContractVersion,
        State = AddinStateWords.Name(entry.State),
        Why = AddinStateWords.Why(entry.State),
        Details = AddinStateWords.Details(entry.State),
        DisabledBy = (entry.State as AddinState.Disabled)?.By,
        RetryAt = (entry.State as AddinState.Faulted)?.RetryAt,
        Parked = entry.State is AddinState.Faulted { Parked: true },
        Contributes = entry.Contributes,
        PathPrefix = entry.PathPrefix,
        Folder = entry.Folder,
        Hash = entry.Hash,
        Kept = entry.Kept,
        Failures = entry.Failures,
        LastFailure = entry.LastFailure,
        OldGenerations = entry.OldGenerations,
        Crashes = entry.Crashes,
    };
}

/// <summary>What the running host says of its add-ins.</summary>
public sealed record AddinReport
{
    /// <summary>Of the process that says so.</summary>
    public required int ProcessId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<ReportedAddin> Addins { get; init; }

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteTo(string path)
    {
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>What the running hosts of a data folder say, the one that spoke last first; none where none runs.</summary>
    public static IReadOnlyList<AddinReport> OfRunningHosts(string dataFolder) =>
        [.. HostRun.LivingReports(dataFolder).Select(path => JsonSerializer.Deserialize<AddinReport>(File.ReadAllBytes(path))!).OrderByDescending(report => report.At)];
}
