using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>
/// Writes what staff changed about a request and its user. What an import remembers of its rows stays as it is, so that the same file, imported again, neither
/// writes over the change nor routes.
/// </summary>
public static class RequestEdits
{
    private const string Changed = "Fields changed: ";
    private const string OfCustomer = "of the customer ";
    private const int EntriesLookedAt = 50;

    /// <summary>Writes all fields of the edit or none.</summary>
    public static EditAnswer Write(RecordBatch batch, KnownSites sites, RequestEdit edit)
    {
        if (StandingRequest.Find(batch, edit.TransactionNumber) is not { } standing)
            return new EditAnswer.Missing();
        var fields = edit.Fields.Select(pair => EditedField.Read(pair.Key, pair.Value, standing, sites)).ToList();
        var (ofRequest, ofUser) = (EditedRow.Of(FieldShape.Transactions, fields, ofUser: false), EditedRow.Of(FieldShape.Users, fields, ofUser: true));
        var problems = fields.Where(field => field.Problem is not null).ToDictionary(field => field.Given, field => Traced(batch, edit.TransactionNumber, standing, field));
        if (ofRequest is not null && TransactionRules.Settle(ofRequest.Columns, ofRequest.Values, fresh: false) is { } problem)
            problems.TryAdd($"Transaction.{problem.Column}", new EditProblem { Message = RecordWords.FoundAndExpected(problem.Found, problem.Expected) });
        if (problems.Count > 0)
            return new EditAnswer.Refused { Problems = problems };
        if (ofRequest is not null)
            WriteRequest(batch, standing, ofRequest, edit.TransactionNumber);
        if (ofUser is not null)
            WriteUser(batch, standing, ofUser);
        if (ofRequest is not null || ofUser is not null)
            Tell(batch, edit, ofRequest?.Names ?? [], ofUser?.Names ?? []);
        return new EditAnswer.Written { Fields = [.. fields.Where(field => field.Changes).Select(field => field.Given)] };
    }

    private static void WriteRequest(RecordBatch batch, StandingRequest standing, EditedRow row, int number)
    {
        using var update = RowStatement.Update(batch.Connection, "Transactions", "TransactionNumber", ["Extra", "Change"], []);
        update.Run(batch.Within, row.Columns, row.Values, ExtraFields.Merge(standing.TransactionExtra, row.Columns, row.Values), batch.TakeChange(), number);
    }

    private static void WriteUser(RecordBatch batch, StandingRequest standing, EditedRow row)
    {
        using var update = RowStatement.Update(batch.Connection, "Users", "UserName", ["Extra", "LastChangedDate"], []);
        update.Run(
            batch.Within, row.Columns, row.Values, ExtraFields.Merge(standing.UserExtra, row.Columns, row.Values), StoredTime.Write(batch.Now), standing.UserName);
        // What is decided about any request of the user may depend on any field of the user.
        batch.Connection.Execute(
            "UPDATE Transactions SET Site = (SELECT NVTGC FROM Users WHERE UserName = @user), Change = @change WHERE Username = @user",
            new { user = standing.UserName, change = batch.TakeChange() },
            batch.Within);
    }

    // The names and no values: those may be about the patron.
    private static void Tell(RecordBatch batch, RequestEdit edit, IEnumerable<string> ofRequest, IEnumerable<string> ofUser) => batch.Connection.Execute(
        "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@number, @at, @entry, @by)",
        new
        {
            number = edit.TransactionNumber,
            at = StoredTime.Write(batch.Now),
            entry = $"{Changed}{string.Join(", ", ofRequest.Concat(ofUser.Select(name => OfCustomer + name)))}.",
            by = edit.By,
        },
        batch.Within);

    private static EditProblem Traced(RecordBatch batch, int number, StandingRequest standing, EditedField field)
    {
        if (field.Problem!.Now is null)
            return field.Problem;
        var name = field.OfUser ? OfCustomer + field.Name : field.Name;
        var last = batch.Connection.Query<(string Entry, string By, string At)>(
            $"""
            SELECT h.Entry, h.Username, h.DateTime
            FROM Transactions t JOIN History h ON h.TransactionNumber = t.TransactionNumber
            WHERE {(field.OfUser ? "t.Username = @user" : "t.TransactionNumber = @number")} AND h.Entry LIKE @changed ORDER BY h.Id DESC LIMIT {EntriesLookedAt}
            """,
            new { number, user = standing.UserName, changed = $"{Changed}%" },
            batch.Within).FirstOrDefault(entry => entry.Entry[Changed.Length..].TrimEnd('.').Split(", ").Contains(name));
        return last.By is null ? field.Problem : field.Problem with { ChangedBy = last.By, ChangedAt = StoredTime.Read(last.At) };
    }

    private sealed record EditedRow(RowColumns Columns, object?[] Values)
    {
        public IEnumerable<string> Names => Columns.Columns.Select(column => column.Name);

        public static EditedRow? Of(FieldShape shape, IEnumerable<EditedField> all, bool ofUser)
        {
            var fields = all.Where(field => field.OfUser == ofUser && field.Problem is null && field.Changes).DistinctBy(field => field.Name).ToList();
            return fields.Count == 0 ? null : new EditedRow(RowColumns.Of(shape, fields.Select(field => field.Name)), [.. fields.Select(field => field.After)]);
        }
    }
}
