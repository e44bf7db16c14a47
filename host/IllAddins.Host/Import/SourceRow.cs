using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>What a file yields, row by row.</summary>
internal abstract record SourceRow
{
    private SourceRow()
    {
    }

    /// <summary>The line at which the row begins, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>A row to write.</summary>
    public sealed record Row(RowColumns Columns, string?[] Texts) : SourceRow;

    /// <summary>A row that cannot be read; the file goes on after it.</summary>
    public sealed record Bad(FieldProblem Problem) : SourceRow;

    /// <summary>The file cannot be read from here on.</summary>
    public sealed record Broken(FieldProblem Problem) : SourceRow;
}
