using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>Counts what happens to the rows.</summary>
internal sealed class ImportTally
{
    private readonly List<ImportProblem> problems = [];
    private readonly List<ImportedFile> files = [];
    private long problemCount;

    /// <summary>The rows counted of the file opened last.</summary>
    public long RowsOfLast => files[^1].Read;

    /// <summary>Opens the count of a file.</summary>
    public void Begin(string file) => files.Add(new ImportedFile { File = file });

    /// <summary>Adds the outcomes of a batch that has been committed, to the file opened last.</summary>
    public void Add(IReadOnlyCollection<(long Line, RowOutcome Outcome)> outcomes)
    {
        var file = files[^1];
        files[^1] = file with
        {
            New = file.New + outcomes.Count(row => row.Outcome is RowOutcome.New),
            Changed = file.Changed + outcomes.Count(row => row.Outcome is RowOutcome.Changed),
            Unchanged = file.Unchanged + outcomes.Count(row => row.Outcome is RowOutcome.Unchanged),
            Refused = file.Refused + outcomes.Count(row => row.Outcome is RowOutcome.Refused),
        };
        foreach (var (line, outcome) in outcomes)
            if (outcome is RowOutcome.Refused refused)
                Note(file.File, line, refused.Problem);
    }

    /// <summary>Notes a problem; the line is null where it is about the whole file.</summary>
    public void Note(string file, long? line, FieldProblem problem)
    {
        problemCount++;
        if (problems.Count < ImportReport.ProblemsKept)
            problems.Add(new ImportProblem
            {
                File = file,
                Line = line,
                Column = problem.Column,
                Found = problem.Found,
                Expected = problem.Expected,
                Remedy = problem.Remedy,
            });
    }

    /// <summary>Says of the file opened last that it was read to its end.</summary>
    public void End() => files[^1] = files[^1] with { ReadToEnd = true };

    /// <summary>What was done so far; without an ending, whether there are problems decides it.</summary>
    public ImportReport Report(ImportEnding? ending, IReadOnlyList<string> newSites) => new()
    {
        Files = [.. files],
        NewSites = [.. newSites],
        Problems = [.. problems],
        ProblemCount = problemCount,
        Ending = ending ?? (problemCount > 0 ? ImportEnding.SomeRefused : ImportEnding.Done),
    };
}
