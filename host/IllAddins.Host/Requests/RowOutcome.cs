namespace IllAddins.Host.Requests;

/// <summary>What became of a row that was to be written.</summary>
public abstract record RowOutcome
{
    private RowOutcome()
    {
    }

    /// <summary>There was no such record; now there is.</summary>
    public sealed record New : RowOutcome;

    /// <summary>The record was there and was written over.</summary>
    public sealed record Changed : RowOutcome;

    /// <summary>The row is the one written last time, so nothing was written, whatever became of the record since.</summary>
    public sealed record Unchanged : RowOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(FieldProblem Problem) : RowOutcome;
}
