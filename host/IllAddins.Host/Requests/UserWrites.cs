using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>Writes users that come from outside, by UserName; made for many rows on one connection.</summary>
public sealed class UserWrites : IDisposable
{
    private readonly KnownSites sites;
    private readonly RowHash hash = new();
    private readonly PreparedCommand find;
    private readonly PreparedCommand renew;
    private readonly RowStatement insert;
    private readonly RowStatement update;

    public UserWrites(DbConnection connection, KnownSites sites)
    {
        this.sites = sites;
        find = new PreparedCommand(
            connection, "SELECT UserName, NVTGC, Extra, ImportHash FROM Users WHERE UserName = @UserName ORDER BY UserName", "@UserName");
        renew = new PreparedCommand(
            connection,
            "UPDATE Transactions SET Site = @Site, Change = @Change WHERE Username = @UserName",
            "@Site",
            "@Change",
            "@UserName");
        insert = RowStatement.Insert(connection, "Users", ["NVTGC", "Extra", "ImportHash"]);
        update = RowStatement.Update(connection, "Users", "UserName", ["NVTGC", "Extra", "ImportHash"], ["NVTGC"]);
    }

    /// <summary>True where the row comes from somebody's hand and not from a file: what the last file brought is then still known, and the same file changes nothing.</summary>
    public bool ByHand { get; init; }

    /// <summary>Inserts the user, or writes the columns that the row brings over those of the user there is.</summary>
    /// <param name="batch">The open transaction, of this object's connection.</param>
    /// <param name="columns">The row's columns, of the catalogue of users.</param>
    /// <param name="texts">One for each column.</param>
    public RowOutcome Write(RecordBatch batch, RowColumns columns, IReadOnlyList<string?> texts)
    {
        if (columns.Trimmed("UserName", texts) is not { } name)
            return Refuse(new FieldProblem { Column = "UserName", Found = "nothing", Expected = "the name by which the user is known" });
        var stored = Find(batch, name);
        var code = columns.Bring("NVTGC") ? columns.Trimmed("NVTGC", texts) ?? Site.DefaultCode : stored?.NVTGC ?? Site.DefaultCode;
        var values = new object?[columns.Columns.Count];
        if (SiteCode.Problem(code) is { } unusable)
            return Refuse(unusable);
        if (columns.Read(texts, sites.Zone(code), values) is { } problem)
            return Refuse(problem);
        // As the record spells them, so that another spelling of the file is no change.
        values[columns.At("UserName")] = stored?.UserName ?? name;
        if (columns.Bring("NVTGC"))
            values[columns.At("NVTGC")] = sites.Spelled(code);
        var rowHash = ByHand ? stored?.ImportHash : hash.Of(columns, values);
        if (!ByHand && stored is not null && stored.ImportHash == rowHash)
            return new RowOutcome.Unchanged();
        return Store(batch, columns, values, stored, new Decided(name, sites.Ensure(batch, code), rowHash));
    }

    public void Dispose()
    {
        find.Dispose();
        renew.Dispose();
        insert.Dispose();
        update.Dispose();
    }

    private RowOutcome Store(RecordBatch batch, RowColumns columns, object?[] values, StoredUser? stored, Decided decided)
    {
        var extra = ExtraFields.Merge(stored?.Extra, columns, values);
        if (stored is null)
        {
            insert.Run(batch.Within, columns, values, decided.NVTGC, extra, decided.Hash);
            return new RowOutcome.New();
        }

        update.Run(batch.Within, columns, values, decided.NVTGC, extra, decided.Hash, decided.Name);
        // What is decided about the user's requests may depend on any field of the user.
        renew.Execute(batch.Within, decided.NVTGC, batch.TakeChange(), decided.Name);
        return new RowOutcome.Changed();
    }

    private StoredUser? Find(RecordBatch batch, string name)
    {
        using var reader = find.Query(batch.Within, name);
        return reader.Read()
            ? new StoredUser(
                reader.GetString(0),
                reader.GetString(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3))
            : null;
    }

    private static RowOutcome.Refused Refuse(FieldProblem problem) => new(problem);

    private sealed record StoredUser(string UserName, string NVTGC, string? Extra, long? ImportHash);

    private sealed record Decided(string Name, string NVTGC, long? Hash);
}
