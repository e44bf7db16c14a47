using System.Data.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>Which decision: there is one about each arrival of a request.</summary>
public readonly record struct DecisionKey
{
    public int TransactionNumber { get; init; }

    public long ArrivalId { get; init; }
}

/// <summary>Writes decisions within one transaction; the statement is made once for all of them.</summary>
public sealed class DecisionRows(DbTransaction within) : IDisposable
{
    private static readonly (string Name, Func<DecisionRow, object?> Value)[] Cells =
    [
        ("@number", row => row.TransactionNumber), ("@arrival", row => row.ArrivalId), ("@stage", row => row.Stage), ("@site", row => row.Site),
        ("@state", row => row.State), ("@dueAt", row => row.DueAt), ("@reason", row => row.Reason), ("@holdKind", row => row.HoldKind),
        ("@template", row => row.Template), ("@by", row => row.DecidedBy), ("@at", row => row.DecidedAt), ("@script", row => row.ScriptVersion),
        ("@answer", row => row.Answer), ("@line", row => row.Line), ("@why", row => row.ScriptReason),
    ];

    private static readonly string SaveText = $"""
        INSERT INTO ContactDecisions ({DecisionStore.Columns})
        VALUES ({string.Join(", ", Cells.Select(cell => cell.Name))})
        ON CONFLICT (TransactionNumber, ArrivalId) DO UPDATE SET
            Site = excluded.Site, State = excluded.State, DueAt = excluded.DueAt, Reason = excluded.Reason, HoldKind = excluded.HoldKind,
            Template = excluded.Template, DecidedBy = excluded.DecidedBy, DecidedAt = excluded.DecidedAt,
            ScriptVersion = excluded.ScriptVersion, Answer = excluded.Answer, Line = excluded.Line, ScriptReason = excluded.ScriptReason
        """;

    private readonly DbCommand save = Make(within);

    /// <summary>Stores a decision in place of an earlier one about the same arrival.</summary>
    public void Save(DecisionRow row)
    {
        for (var at = 0; at < Cells.Length; at++)
            save.Parameters[at].Value = Cells[at].Value(row) ?? DBNull.Value;
        save.ExecuteNonQuery();
    }

    public void Dispose() => save.Dispose();

    private static DbCommand Make(DbTransaction within)
    {
        var command = within.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (SaveText, within);
        foreach (var (name, _) in Cells)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
