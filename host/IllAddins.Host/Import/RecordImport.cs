using System.Data.Common;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Import;

/// <summary>Takes users and requests from files into the ILL record; a second run of the same files changes nothing.</summary>
public sealed class RecordImport(DbDataSource database, SiteRecords sites, TimeProvider clock)
{
    /// <summary>Imports the files, users first. Rows that cannot be taken are reported and the others kept.</summary>
    /// <param name="order">The files.</param>
    /// <param name="progress">Told after each commit, on the thread that writes; null for nobody.</param>
    /// <param name="cancellationToken">Stops between commits; the report then says <see cref="ImportEnding.Cancelled"/>.</param>
    /// <exception cref="DbException">The database cannot be written; batches committed before are kept.</exception>
    public async Task<ImportReport> RunAsync(ImportOrder order, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new ImportTally();
        using var users = Open(order.UsersFile, ImportKind.Users, tally);
        using var transactions = Open(order.TransactionsFile, ImportKind.Transactions, tally);
        if (tally.Report(null, []) is { ProblemCount: > 0 } unopened)
            return unopened with { Ending = ImportEnding.CannotRead };
        KnownSites? known = null;
        try
        {
            known = await KnownSites.LoadAsync(sites, cancellationToken);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var files = new FileImport(connection, clock, tally, progress);
            await RunAsync(files, connection, known, users, transactions, tally, cancellationToken);
            return tally.Report(null, known.Made);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return tally.Report(ImportEnding.Cancelled, known?.Made ?? []);
        }
    }

    private static async Task RunAsync(
        FileImport files,
        DbConnection connection,
        KnownSites known,
        SourceFile? users,
        SourceFile? transactions,
        ImportTally tally,
        CancellationToken cancellationToken)
    {
        using var userWrites = new UserWrites(connection, known);
        var allUsers = users is null || await files.RunAsync(users, userWrites.Write, cancellationToken);
        if (transactions is null)
            return;
        if (!allUsers)
        {
            tally.Begin(transactions.Name);
            tally.Note(transactions.Name, null, NotRead(users!.Name));
            return;
        }

        using var transactionWrites = new TransactionWrites(connection, known);
        await files.RunAsync(transactions, transactionWrites.Write, cancellationToken);
    }

    private static SourceFile? Open(string? file, ImportKind kind, ImportTally tally)
    {
        if (file is null)
            return null;
        var source = SourceFile.Open(file, kind, out var problem);
        if (problem is not null)
            tally.Note(file, null, problem);
        return source;
    }

    // Requests of users who were not read would be refused, each with a message that says the wrong thing.
    private static FieldProblem NotRead(string usersFile) => new()
    {
        Found = "users that were not read to the end",
        Expected = "all users before their requests",
        Remedy = $"Nothing of this file was read. Mend {usersFile} and import both again.",
    };
}
