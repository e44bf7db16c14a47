using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;
using Microsoft.Extensions.Logging;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Notices that wait in the outbox although the journal of a process that is no more has handed them over: only a database that was restored from an older copy
/// has such. They are given back to that process, so that its journal tells what became of them, and none is sent twice.
/// </summary>
public static class RestoredNotices
{
    /// <summary>Looks at the journals of dead processes; to be called before any of them is removed, and before anything is sent.</summary>
    /// <param name="host">The host.</param>
    /// <param name="folder">Where the journals lie.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public static async Task GiveBackAsync(IAddinHost host, string folder, CancellationToken cancellationToken)
    {
        foreach (var (owner, journal) in JournalFile.Dead(folder))
        {
            var (waiting, missing) = await host.Database.WriteAsync(within => Task.FromResult(GiveBack(within, owner, journal, host.Clock.GetUtcNow())), cancellationToken);
            if (waiting.Count > 0)
                host.Log.LogError(
                    "The database is older than what was sent from it: was it restored from a copy? It says of the requests {Numbers} that their notices wait, and those were handed over. They are not sent again; the next sweep tells what became of them.",
                    string.Join(", ", waiting));
            if (missing.Count > 0)
                host.Log.LogError(
                    "The database is older than what was sent from it: was it restored from a copy? It knows nothing of the notices {MessageIds} (ill.REQUEST.…), which were accepted. Before the next sweep, mark those requests as notified: their patrons know.",
                    string.Join(", ", missing));
        }
    }

    private static (List<int> Waiting, List<string> Missing) GiveBack(DbTransaction within, string owner, JournalText journal, DateTimeOffset now)
    {
        var connection = within.Connection!;
        // A text that is fixed and waits is to be sent again by word of staff.
        var waiting = journal.MayHaveLeft.SelectMany(messageId => connection.Query<int>(
            """
            UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = @owner, LeaseUntil = @now
            WHERE MessageId = @messageId AND Status IN ('Pending', 'Retrying') AND TextFixed = 0 RETURNING TransactionNumber
            """,
            new { messageId, owner, now = StoredTime.Write(now) },
            within)).ToList();
        var missing = journal.WereAccepted.Where(messageId =>
            connection.ExecuteScalar<long>("SELECT COUNT(*) FROM EMailCopies WHERE MessageId = @messageId", new { messageId }, within) == 0).ToList();
        return (waiting, missing);
    }
}
