using System.Globalization;

namespace IllAddins.Host.Addins;

/// <summary>This process's traces in the data folder while it runs add-ins: what it calls, what it said last, its copies of add-ins, and how they stand. Deleted at its end; what is left there is of a process that was killed or crashed.</summary>
public sealed class HostRun : IDisposable
{
    private const string CallsEnding = ".calls";
    private const int KilledHard = 128 + 9;
    private const int Terminated = 128 + 15;

    private readonly string path;

    private HostRun(string path)
    {
        this.path = path;
        Calls = CallMarks.Create(path + CallsEnding);
        Stage = new AddinStage(path);
        LastWords.KeepIn(WordsOf(path));
    }

    public CallMarks Calls { get; }

    public AddinStage Stage { get; }

    /// <summary>Where the running host says how its add-ins stand.</summary>
    public string ReportFile => ReportOf(path);

    /// <summary>Begins the traces of this process.</summary>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public static HostRun Begin(string dataFolder, DateTimeOffset now)
    {
        var folder = FolderOf(dataFolder);
        Directory.CreateDirectory(folder);
        return new HostRun(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{now.UtcTicks:x}-{Guid.NewGuid().ToString("N")[..6]}")));
    }

    /// <summary>Takes what dead processes left, one after another; each is deleted once it has been looked at.</summary>
    public static async Task TakeLeftAsync(string dataFolder, Func<LeftRun, Task> look)
    {
        var folder = FolderOf(dataFolder);
        if (!Directory.Exists(folder))
            return;
        foreach (var calls in Directory.GetFiles(folder, "*" + CallsEnding).Order(StringComparer.Ordinal))
        {
            var left = calls[..^CallsEnding.Length];
            using var file = CallMarks.OpenLeft(calls);
            if (file is null)
                continue;
            await look(new LeftRun { Calls = CallMarks.Read(file), Words = LastWords.Read(WordsOf(left)) });
            Clean(left);
        }
    }

    /// <summary>The reports of processes that live.</summary>
    public static IReadOnlyList<string> LivingReports(string dataFolder)
    {
        var folder = FolderOf(dataFolder);
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.GetFiles(folder, "*" + CallsEnding).Select(calls => calls[..^CallsEnding.Length]).Where(Lives).Select(ReportOf).Where(File.Exists)];
    }

    /// <summary>Whether a process left traces: it was killed or crashed.</summary>
    public static bool HasTraces(string dataFolder, int processId) => TracesOf(dataFolder, processId) is not null;

    /// <summary>Writes down how a process ended that said nothing itself, unless it was killed on purpose.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="processId">The process that is no more.</param>
    /// <param name="exitCode">Its exit code; 128 and more for a signal.</param>
    public static void NoteEnd(string dataFolder, int processId, int exitCode)
    {
        if (TracesOf(dataFolder, processId) is { } left && exitCode is not (KilledHard or Terminated) && LastWords.Read(WordsOf(left)).Length == 0)
            File.AppendAllText(WordsOf(left), string.Create(CultureInfo.InvariantCulture, $"The process was ended{(exitCode > 128 ? $" by signal {exitCode - 128}" : "")} with exit code {exitCode}, and said nothing.\n"));
    }

    public void Dispose()
    {
        LastWords.Stop();
        Calls.Dispose();
        Clean(path);
    }

    private static string? TracesOf(string dataFolder, int processId) =>
        Directory.Exists(FolderOf(dataFolder))
            ? Directory.GetFiles(FolderOf(dataFolder), string.Create(CultureInfo.InvariantCulture, $"{processId}-*{CallsEnding}")).Select(calls => calls[..^CallsEnding.Length]).Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    private static bool Lives(string path)
    {
        using var left = CallMarks.OpenLeft(path + CallsEnding);
        return left is null;
    }

    private static void Clean(string path)
    {
        AddinStage.Delete(path);
        foreach (var file in new[] { WordsOf(path), ReportOf(path), path + CallsEnding })
            File.Delete(file);
    }

    private static string FolderOf(string dataFolder) => Path.Combine(dataFolder, "running");

    private static string WordsOf(string path) => path + ".words";

    private static string ReportOf(string path) => path + ".json";
}

/// <summary>What a process that is no more left.</summary>
public sealed record LeftRun
{
    /// <summary>The calls that were under way.</summary>
    public required IReadOnlyList<MarkedCall> Calls { get; init; }

    /// <summary>What it said as it crashed; empty where it was killed, or the machine stopped.</summary>
    public required string Words { get; init; }
}
