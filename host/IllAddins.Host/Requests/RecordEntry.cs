using System.Diagnostics;
using System.Globalization;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>Takes single users and requests into the record on the road of the import, so that there is one set of rules.</summary>
public sealed class RecordEntry(KnownSites sites)
{
    /// <summary>Makes a user who is not there yet.</summary>
    public WriteAnswer CreateUser(RecordBatch batch, RecordFields user) =>
        WriteUser(batch, user, there => there ? new WriteAnswer.Exists() : null);

    /// <summary>Writes fields over those of a user who is there.</summary>
    public WriteAnswer UpdateUser(RecordBatch batch, RecordFields user) =>
        WriteUser(batch, user, there => there ? null : new WriteAnswer.Missing());

    /// <summary>Makes a request under the next number; it arrives now.</summary>
    public WriteAnswer CreateRequest(RecordBatch batch, RecordFields request)
    {
        var number = Next(batch);
        var texts = new Dictionary<string, string?>(request.Texts, StringComparer.OrdinalIgnoreCase)
        {
            ["TransactionNumber"] = number.ToString(CultureInfo.InvariantCulture),
            ["TransactionDate"] = StoredTime.Write(batch.Now),
        };
        SetWhereOpen(texts, "CreationDate", batch.Now);
        if (Columns(FieldShape.Transactions, texts, out var problem) is not { } columns)
            return Refused(problem!);
        using var writes = new TransactionWrites(batch.Connection, sites, request.By);
        return Answer(writes.Write(batch, columns, [.. texts.Values]), number);
    }

    private WriteAnswer WriteUser(RecordBatch batch, RecordFields user, Func<bool, WriteAnswer?> refusal)
    {
        var texts = new Dictionary<string, string?>(user.Texts, StringComparer.OrdinalIgnoreCase);
        SetWhereOpen(texts, "LastChangedDate", batch.Now);
        if (Columns(FieldShape.Users, texts, out var problem) is not { } columns)
            return Refused(problem!);
        string?[] values = [.. texts.Values];
        if (columns.Trimmed("UserName", values) is { } name && refusal(IsThere(batch, name)) is { } refused)
            return refused;
        using var writes = new UserWrites(batch.Connection, sites) { ByHand = true };
        return Answer(writes.Write(batch, columns, values), 0);
    }

    private static RowColumns? Columns(FieldShape shape, Dictionary<string, string?> texts, out FieldProblem? problem)
    {
        string[] names = [.. texts.Keys.Select(name => name.Trim())];
        problem = RowColumns.Problem(names);
        return problem is null ? RowColumns.Of(shape, names) : null;
    }

    private static void SetWhereOpen(Dictionary<string, string?> texts, string field, DateTimeOffset moment)
    {
        if (string.IsNullOrWhiteSpace(texts.GetValueOrDefault(field)))
            texts[field] = StoredTime.Write(moment);
    }

    private static bool IsThere(RecordBatch batch, string userName) => batch.Connection.ExecuteScalar<int>(
        "SELECT COUNT(*) FROM Users WHERE UserName = @userName", new { userName }, batch.Within) > 0;

    private static int Next(RecordBatch batch) => batch.Connection.ExecuteScalar<int>(
        "SELECT COALESCE(MAX(TransactionNumber), 0) + 1 FROM Transactions", transaction: batch.Within);

    private static WriteAnswer Answer(RowOutcome outcome, int number) => outcome switch
    {
        RowOutcome.New or RowOutcome.Changed or RowOutcome.Unchanged => new WriteAnswer.Written { TransactionNumber = number },
        RowOutcome.Refused refused => Refused(refused.Problem),
        _ => throw new UnreachableException(),
    };

    private static WriteAnswer.Refused Refused(FieldProblem problem) => new() { Field = problem.Column, Message = problem.Words };
}
