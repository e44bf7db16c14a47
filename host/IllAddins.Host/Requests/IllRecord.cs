using System.Data.Common;
using System.Diagnostics;
using Dapper;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>The ILL record in the database.</summary>
public sealed class IllRecord(DbDataSource database, SiteRecords sites, TimeProvider clock) : IIllRecord
{
    private const int NumbersPerQuery = 2_000;

    private static readonly string Select = $"""
        SELECT t.Change, t.Site, k.Id, k.DateTime, u.UserName, {FieldShape.Transactions.Column("t")}, {FieldShape.Users.Column("u")}
        FROM Transactions t
        JOIN Users u ON u.UserName = t.Username
        JOIN Tracking k ON k.Id = (SELECT MAX(Id) FROM Tracking WHERE TransactionNumber = t.TransactionNumber)
        """;

    private static readonly string OneText = $"{Select} WHERE t.TransactionNumber = @number ORDER BY t.TransactionNumber";

    /// <summary>The look-up of <see cref="ChangedAsync"/>, which must be by index however many requests there are.</summary>
    public static string ChangedText { get; } = $"""
        {Select}
        WHERE t.TransactionStatus = @status AND t.Site = @site AND (t.Change, t.TransactionNumber) > (@change, @number)
        ORDER BY t.Change, t.TransactionNumber LIMIT @limit
        """;

    private readonly UserSearch users = new(database);
    private readonly RecordActs acts = new(clock);

    public async Task<IReadOnlyList<IllRequest>> FindAsync(IReadOnlyCollection<int> transactionNumbers, CancellationToken cancellationToken)
    {
        var known = await SitesAsync(cancellationToken);
        // By far the most frequent question, and always the same words: compiled once.
        if (transactionNumbers.Count == 1)
            return await ReadAsync(known, OneText, [("@number", transactionNumbers.First())], cancellationToken);
        var found = new Dictionary<int, IllRequest>();
        foreach (var numbers in transactionNumbers.Distinct().Chunk(NumbersPerQuery))
        {
            // Numbers and no parameters: SQLite finds a parameter by walking through all of them, so that their cost grows with the square of their number.
            var sql = $"{Select} WHERE t.TransactionNumber IN ({string.Join(',', numbers)}) ORDER BY t.TransactionNumber";
            foreach (var request in await ReadAsync(known, sql, [], cancellationToken))
                found[request.Transaction.TransactionNumber] = request;
        }

        return [.. transactionNumbers.Where(found.ContainsKey).Select(number => found[number])];
    }

    public async Task<IReadOnlyList<IllRequest>> ChangedAsync(
        string site, TransactionStatus status, ChangeMark after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        return await ReadAsync(
            await SitesAsync(cancellationToken),
            ChangedText,
            [("@status", status.Name), ("@site", site), ("@change", after.Change), ("@number", after.TransactionNumber), ("@limit", limit)],
            cancellationToken);
    }

    public Task<RouteAnswer> RouteAsync(RouteOrder order, DbTransaction? within, CancellationToken cancellationToken) =>
        WriteAsync(
            within,
            (connection, transaction) =>
            {
                var answer = Routing.Route(connection, transaction, order, clock.GetUtcNow());
                if (answer is RouteAnswer.Routed)
                    acts.Routed(connection, transaction, order);
                return answer;
            },
            cancellationToken);

    public Task<IReadOnlyList<RouteAnswer>> RouteAllAsync(IReadOnlyList<RouteOrder> orders, DbTransaction? within, CancellationToken cancellationToken) =>
        WriteAsync(
            within,
            (connection, transaction) =>
            {
                using var routing = new Routing(connection);
                var answers = routing.Route(transaction, orders, clock.GetUtcNow());
                foreach (var (order, _) in orders.Zip(answers).Where(pair => pair.Second is RouteAnswer.Routed))
                    acts.Routed(connection, transaction, order);
                return answers;
            },
            cancellationToken);

    public Task AddHistoryAsync(int transactionNumber, string entry, string by, DbTransaction? within, CancellationToken cancellationToken) =>
        WriteAsync(
            within,
            (connection, transaction) => connection.Execute(
                "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@transactionNumber, @at, @entry, @by)",
                new { transactionNumber, at = StoredTime.Write(clock.GetUtcNow()), entry, by },
                transaction),
            cancellationToken);

    public Task AddNoteAsync(int transactionNumber, string note, string noteType, string by, DbTransaction? within, CancellationToken cancellationToken) =>
        WriteAsync(
            within,
            (connection, transaction) =>
            {
                acts.Noted(connection, transaction, transactionNumber, noteType, by);
                return connection.Execute(
                    """
                    INSERT INTO Notes (TransactionNumber, NoteDate, Note, AddedBy, NoteType)
                    VALUES (@transactionNumber, @at, @note, @by, @noteType)
                    """,
                    new { transactionNumber, at = StoredTime.Write(clock.GetUtcNow()), note, by, noteType },
                    transaction);
            },
            cancellationToken);

    public Task CorrectEMailAddressAsync(int transactionNumber, string address, string by, DbTransaction? within, CancellationToken cancellationToken) =>
        WriteAsync(within, (connection, transaction) => Correct(connection, transaction, transactionNumber, address, by), cancellationToken);

    private int Correct(DbConnection connection, DbTransaction transaction, int transactionNumber, string address, string by)
    {
        var at = StoredTime.Write(clock.GetUtcNow());
        var user = connection.ExecuteScalar<string>("SELECT Username FROM Transactions WHERE TransactionNumber = @transactionNumber", new { transactionNumber }, transaction);
        connection.Execute("UPDATE Users SET EMailAddress = @address, LastChangedDate = @at WHERE UserName = @user", new { address, at, user }, transaction);
        connection.Execute(
            "INSERT INTO History (TransactionNumber, DateTime, Entry, Username) VALUES (@transactionNumber, @at, 'The e-mail address of the user was corrected.', @by)",
            new { transactionNumber, at, by },
            transaction);
        acts.Corrected(connection, transaction, transactionNumber, by);
        return connection.Execute(
            "UPDATE Transactions SET Change = @change WHERE Username = @user", new { change = ChangeNumbers.Next(connection, transaction), user }, transaction);
    }

    public Task<User?> FindUserAsync(string userName, string? site, CancellationToken cancellationToken) =>
        users.FindAsync(UserSearch.ByName, userName, site, cancellationToken);

    public Task<User?> FindUserByExternalIdAsync(string externalUserId, string? site, CancellationToken cancellationToken) =>
        users.FindAsync(UserSearch.ByExternalId, externalUserId, site, cancellationToken);

    public async Task<QueryAnswer> QueryAsync(RequestQuery query, CancellationToken cancellationToken)
    {
        var known = await SitesAsync(cancellationToken);
        return RequestSearch.Compile(query, RequestSearch.Zone(query.Site, known)) switch
        {
            CompiledSearch.Refused refused => new QueryAnswer.Refused { Message = refused.Message },
            CompiledSearch.Ready ready => new QueryAnswer.Found
            {
                Requests = await ReadAsync(known, $"{Select} {ready.Sql}", ready.Parameters, cancellationToken),
            },
            _ => throw new UnreachableException(),
        };
    }

    public Task<WriteAnswer> CreateUserAsync(RecordFields user, DbTransaction? within, CancellationToken cancellationToken) =>
        EnterAsync(within, (entry, batch) => acts.Entered(batch, "add", "customer", user, entry.CreateUser(batch, user)), cancellationToken);

    public Task<WriteAnswer> UpdateUserAsync(RecordFields user, DbTransaction? within, CancellationToken cancellationToken) =>
        EnterAsync(within, (entry, batch) => acts.Entered(batch, "change", "customer", user, entry.UpdateUser(batch, user)), cancellationToken);

    public Task<WriteAnswer> CreateRequestAsync(RecordFields request, DbTransaction? within, CancellationToken cancellationToken) =>
        EnterAsync(within, (entry, batch) => acts.Entered(batch, "add", "record", request, entry.CreateRequest(batch, request)), cancellationToken);

    public async Task<EditAnswer> UpdateRequestAsync(RequestEdit edit, DbTransaction? within, CancellationToken cancellationToken)
    {
        var known = await KnownSites.LoadAsync(sites, cancellationToken);
        return await WriteAsync(
            within,
            (connection, transaction) => acts.Edited(connection, transaction, edit, RequestEdits.Write(new RecordBatch(connection, transaction, clock.GetUtcNow()), known, edit)),
            cancellationToken);
    }

    private async Task<WriteAnswer> EnterAsync(
        DbTransaction? within, Func<RecordEntry, RecordBatch, WriteAnswer> enter, CancellationToken cancellationToken)
    {
        var entry = new RecordEntry(await KnownSites.LoadAsync(sites, cancellationToken));
        return await WriteAsync(
            within, (connection, transaction) => enter(entry, new RecordBatch(connection, transaction, clock.GetUtcNow())), cancellationToken);
    }

    private async Task<T> WriteAsync<T>(DbTransaction? within, Func<DbConnection, DbTransaction, T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (within is not null)
            return write(within.Connection ?? throw new InvalidOperationException("The transaction handed over has already ended."), within);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var answer = write(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task<Dictionary<string, Site>> SitesAsync(CancellationToken cancellationToken) =>
        (await sites.AllAsync(cancellationToken)).ToDictionary(site => site.NVTGC, StringComparer.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<IllRequest>> ReadAsync(
        Dictionary<string, Site> known, string sql, IEnumerable<(string Name, object? Value)> parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Set(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (requests, patrons) = (new List<IllRequest>(), new Dictionary<string, User>(StringComparer.Ordinal));
        while (await reader.ReadAsync(cancellationToken))
            requests.Add(ReadRequest(reader, known, patrons));
        return requests;
    }

    private static IllRequest ReadRequest(DbDataReader reader, Dictionary<string, Site> sites, Dictionary<string, User> patrons)
    {
        var site = sites[reader.GetString(1)];
        var transaction = FieldRow.Read(FieldShape.Transactions, reader, 5);
        var user = ReadUser(reader, patrons);
        var number = (int)transaction["TransactionNumber"]!;
        return new IllRequest
        {
            Transaction = new Transaction
            {
                TransactionNumber = number,
                Username = (string)transaction["Username"]!,
                ProcessType = (string)transaction["ProcessType"]!,
                RequestType = (string)transaction["RequestType"]!,
                TransactionStatus = new TransactionStatus((string)transaction["TransactionStatus"]!),
                Changed = new ChangeMark { Change = reader.GetInt64(0), TransactionNumber = number },
                Fields = transaction,
            },
            User = user,
            Site = site,
            ArrivalId = reader.GetInt64(2),
            ArrivedAt = StoredTime.Read(reader.GetString(3)),
            PickupLocation = PickupPlace.Of(site.PickupField, transaction, user.Fields),
        };
    }

    // A user with many requests is read once; one statement sees one state of the database.
    private static User ReadUser(DbDataReader reader, Dictionary<string, User> patrons)
    {
        var name = reader.GetString(4);
        if (!patrons.TryGetValue(name, out var user))
            patrons[name] = user = new User { UserName = name, Fields = FieldRow.Read(FieldShape.Users, reader, 6) };
        return user;
    }
}
