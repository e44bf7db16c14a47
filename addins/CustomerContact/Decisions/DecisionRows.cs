namespace IllAddins.CustomerContact.Decisions;

/// <summary>Which decision: there is one about each arrival of a request.</summary>
public readonly record struct DecisionKey
{
    public int TransactionNumber { get; init; }

    public long ArrivalId { get; init; }
}

/// <summary>Writes decisions, many in one transaction.</summary>
public static class DecisionRows
{
    private static readonly (string Name, Func<DecisionRow, object?> Value)[] Cells =
    [
        ("@number", row => row.TransactionNumber), ("@arrival", row => row.ArrivalId), ("@stage", row => row.Stage), ("@site", row => row.Site),
        ("@state", row => row.State), ("@dueAt", row => row.DueAt), ("@reason", row => row.Reason), ("@holdKind", row => row.HoldKind),
        ("@template", row => row.Template), ("@by", row => row.DecidedBy), ("@at", row => row.DecidedAt), ("@script", row => row.ScriptVersion),
        ("@answer", row => row.Answer), ("@line", row => row.Line), ("@why", row => row.ScriptReason),
    ];

    private static readonly RowStatement<DecisionRow> Saving = new(
        $"""
        INSERT INTO ContactDecisions ({DecisionStore.Columns})
        VALUES ({string.Join(", ", Cells.Select(cell => cell.Name))})
        ON CONFLICT (TransactionNumber, ArrivalId) DO UPDATE SET
            Site = excluded.Site, State = excluded.State, DueAt = excluded.DueAt, Reason = excluded.Reason, HoldKind = excluded.HoldKind,
            Template = excluded.Template, DecidedBy = excluded.DecidedBy, DecidedAt = excluded.DecidedAt,
            ScriptVersion = excluded.ScriptVersion, Answer = excluded.Answer, Line = excluded.Line, ScriptReason = excluded.ScriptReason
        """,
        Cells);

    private static readonly RowStatement<DecisionKey> Finishing = new(
        $"""
        UPDATE ContactDecisions SET State = '{DecisionState.Done}', HoldKind = NULL
        WHERE TransactionNumber = @number AND ArrivalId = @arrival
        """,
        ("@number", key => key.TransactionNumber),
        ("@arrival", key => key.ArrivalId));

    /// <summary>Stores a decision in place of an earlier one about the same arrival.</summary>
    public static void Save(Statements statements, DecisionRow row) => statements.Run(Saving, row);

    /// <summary>Says that a decision was carried out.</summary>
    public static void Finish(Statements statements, int transactionNumber, long arrivalId) =>
        statements.Run(Finishing, new DecisionKey { TransactionNumber = transactionNumber, ArrivalId = arrivalId });
}
