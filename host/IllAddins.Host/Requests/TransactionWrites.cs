using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>Writes requests that come from outside, by TransactionNumber; made for many rows on one connection.</summary>
public sealed class TransactionWrites : IDisposable
{
    /// <summary>Who Tracking says brought a request of a file to its status.</summary>
    public const string By = "Import";

    private static readonly string[] Settled = ["Extra", "ImportHash", "ImportedStatus", "Site", "Change"];

    private readonly KnownSites sites;
    private readonly string by;
    private readonly RowHash hash = new();
    private readonly StoredRequests stored;
    private readonly RowStatement insert;
    private readonly RowStatement update;
    private readonly PreparedCommand arrive;

    /// <summary>Compiles its statements.</summary>
    /// <param name="connection">An open connection that outlives this object.</param>
    /// <param name="sites">The sites there are.</param>
    /// <param name="by">Who brings the requests, for Tracking and History.</param>
    public TransactionWrites(DbConnection connection, KnownSites sites, string by = By)
    {
        this.sites = sites;
        this.by = by;
        stored = new StoredRequests(connection);
        insert = RowStatement.Insert(connection, "Transactions", ["TransactionDate", .. Settled]);
        update = RowStatement.Update(
            connection, "Transactions", "TransactionNumber", Settled, ["TransactionStatus", "TransactionDate"]);
        arrive = new PreparedCommand(connection, Routing.ArriveText, "@transactionNumber", "@at", "@status", "@by");
    }

    /// <summary>Inserts the request, or writes the columns that the row brings over those of the request there is.</summary>
    /// <remarks>
    /// The status of a request that is there changes only where the row says another status than the row before it did: then it is
    /// routed. Otherwise what sweeps and staff did since stands.
    /// </remarks>
    /// <param name="batch">The open transaction, of this object's connection.</param>
    /// <param name="columns">The row's columns, of the catalogue of transactions.</param>
    /// <param name="texts">One for each column.</param>
    public RowOutcome Write(RecordBatch batch, RowColumns columns, IReadOnlyList<string?> texts)
    {
        var key = FieldText.Read(FieldKind.Number, columns.Trimmed("TransactionNumber", texts), NodaTime.DateTimeZone.Utc);
        if (key.Problem("TransactionNumber") is { } wrong)
            return Refuse(wrong);
        if (key.Stored is not int number)
            return Refuse(new FieldProblem { Column = "TransactionNumber", Found = "nothing", Expected = "a whole number from 1 to 2147483647" });
        var before = stored.Find(batch.Within, number);
        var owner = columns.Bring("Username")
            ? Owner(batch, columns.Trimmed("Username", texts))
            : new Owner(null, before?.Site ?? Site.DefaultCode);
        if (owner is null)
            return Refuse(Unknown(columns.Trimmed("Username", texts)));
        var values = new object?[columns.Columns.Count];
        if ((columns.Read(texts, sites.Zone(owner.Site), values) ?? TransactionRules.Settle(columns, values, before is null)) is { } problem)
            return Refuse(problem);
        if (owner.Username is not null)
            values[columns.At("Username")] = owner.Username;
        return Store(batch, new ReadRequest(number, columns, values, owner.Site, hash.Of(columns, values)), before);
    }

    public void Dispose()
    {
        stored.Dispose();
        insert.Dispose();
        update.Dispose();
        arrive.Dispose();
    }

    private Owner? Owner(RecordBatch batch, string? name) => name is null ? null : stored.FindOwner(batch.Within, name);

    private RowOutcome Store(RecordBatch batch, ReadRequest row, StoredRequest? before)
    {
        if (before is null)
        {
            Insert(batch, row);
            return new RowOutcome.New();
        }

        if (before.ImportHash == row.Hash)
            return new RowOutcome.Unchanged();
        update.Run(
            batch.Within,
            row.Columns,
            row.Values,
            ExtraFields.Merge(before.Extra, row.Columns, row.Values),
            row.Hash,
            row.Text("TransactionStatus") ?? before.ImportedStatus,
            row.Site,
            batch.TakeChange(),
            row.Number);
        Follow(batch, row, before);
        return new RowOutcome.Changed();
    }

    private void Insert(RecordBatch batch, ReadRequest row)
    {
        var status = row.Text("TransactionStatus");
        var date = row.Text("TransactionDate") ?? StoredTime.Write(batch.Now);
        insert.Run(
            batch.Within,
            row.Columns,
            row.Values,
            date,
            ExtraFields.Merge(null, row.Columns, row.Values),
            row.Hash,
            status,
            row.Site,
            batch.TakeChange());
        arrive.Execute(batch.Within, row.Number, date, status, by);
    }

    private void Follow(RecordBatch batch, ReadRequest row, StoredRequest before)
    {
        if (row.Text("TransactionStatus") is not { } text)
            return;
        var (now, told) = (new TransactionStatus(before.TransactionStatus), new TransactionStatus(text));
        var toldBefore = before.ImportedStatus is null ? now : new TransactionStatus(before.ImportedStatus);
        // Where the record is already there, another arrival would tell the patron again.
        if (told == toldBefore || told == now)
            return;
        var order = new RouteOrder { TransactionNumber = row.Number, NewStatus = told, ExpectedStatus = now, By = by };
        var at = row.Text("TransactionDate") is { } date ? StoredTime.Read(date) : batch.Now;
        if (Routing.Route(batch.Connection, batch.Within, order, at) is not RouteAnswer.Routed)
            throw new InvalidOperationException(
                $"Request {row.Number} stands at '{now}' without a Tracking row. Restore the record from a backup made before it was changed by hand.");
    }

    private static RowOutcome.Refused Refuse(FieldProblem problem) => new(problem);

    private static FieldProblem Unknown(string? name) => new()
    {
        Column = "Username",
        Found = name is null ? "nothing" : $"{FieldProblem.Quote(name)}, who is not among the users",
        Expected = "the UserName of a user in the record",
        Remedy = name is null ? null : "Import the user first, or correct the name.",
    };

    private sealed record ReadRequest(int Number, RowColumns Columns, object?[] Values, string Site, long Hash)
    {
        public string? Text(string column) => Columns.At(column) is >= 0 and var at ? (string?)Values[at] : null;
    }
}
