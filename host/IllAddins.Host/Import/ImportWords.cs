using System.Globalization;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>An import in words for a terminal.</summary>
public static class ImportWords
{
    /// <summary>The report, line by line: problems first, then what was done.</summary>
    public static IEnumerable<string> Lines(ImportReport report) =>
        [.. report.Problems.Select(Problem), .. Unkept(report), .. report.Files.Select(Counts), .. Sites(report), .. Ending(report)];

    /// <summary>A problem as one line, e.g. <c>users.csv, line 17, NVTGC: found '../x', expected ...</c></summary>
    public static string Problem(ImportProblem problem)
    {
        var words = new FieldProblem { Found = problem.Found, Expected = problem.Expected, Remedy = problem.Remedy }.Words;
        var line = problem.Line is { } number ? Said($", line {number}") : "";
        return $"{problem.File}{line}{(problem.Column is null ? "" : $", {problem.Column}")}: {words}";
    }

    /// <summary>Progress as one short line, e.g. <c>users.csv: 10,000 rows (42 %)</c></summary>
    public static string Progress(ImportProgress progress) => progress.TotalBytes is > 0 and var total
        ? Said($"{progress.File}: {progress.Rows:N0} rows ({Math.Min(100, progress.Bytes * 100 / total)} %)")
        : Said($"{progress.File}: {progress.Rows:N0} rows");

    private static string Counts(ImportedFile file) => Said(
        $"{file.File}: {file.Read:N0} {(file.Read == 1 ? "row" : "rows")} read: {file.New:N0} new, {file.Changed:N0} changed, {file.Unchanged:N0} unchanged, {file.Refused:N0} refused.");

    private static IEnumerable<string> Unkept(ImportReport report)
    {
        if (report.ProblemCount > report.Problems.Count)
            yield return Said($"... and {report.ProblemCount - report.Problems.Count:N0} more problems. Mend these and import again: rows already taken are left as they are.");
    }

    private static IEnumerable<string> Sites(ImportReport report)
    {
        if (report.NewSites.Count > 0)
            yield return $"New sites: {string.Join(", ", report.NewSites)}. They have the settings of site {Site.DefaultCode} until they are given their own; their dates were read on its clock.";
    }

    private static IEnumerable<string> Ending(ImportReport report) => report.Ending switch
    {
        ImportEnding.Done => [],
        ImportEnding.SomeRefused when report.Files.FirstOrDefault(file => !file.ReadToEnd) is { } cut =>
            [Said($"Problems: {report.ProblemCount:N0}. {cut.File} was not read to its end; the rows counted above are in the record.")],
        ImportEnding.SomeRefused => [Said($"Problems: {report.ProblemCount:N0}. All other rows are in the record.")],
        ImportEnding.CannotRead => ["Nothing was imported."],
        ImportEnding.Cancelled => ["Stopped before the end. The rows counted above are in the record; import the same files again for the rest."],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
