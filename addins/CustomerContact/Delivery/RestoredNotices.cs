using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using IllAddins.CustomerContact.Decisions;
using Microsoft.Extensions.Logging;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Notices that wait in the outbox, or are not in it, although the journal of a process that is no more has handed them over: only a database that was restored from
/// an older copy has such. They are given back to that process, so that its journal tells what became of them, and none is sent twice.
/// </summary>
public static partial class RestoredNotices
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
                    "The database is older than what was sent from it: was it restored from a copy? It knows nothing of the notices {MessageIds} (ill.REQUEST.…), which were handed over, nor that their requests had arrived. Mark those requests as notified once they have: their patrons know.",
                    string.Join(", ", missing));
        }
    }

    private static (List<int> Waiting, List<string> Missing) GiveBack(DbTransaction within, string owner, JournalText journal, DateTimeOffset now)
    {
        var connection = within.Connection!;
        var unknown = journal.MayHaveLeft.Where(messageId =>
            connection.ExecuteScalar<long>("SELECT COUNT(*) FROM EMailCopies WHERE MessageId = @messageId", new { messageId }, within) == 0).ToList();
        var entered = unknown.Where(messageId => Enter(within, owner, messageId, now)).ToHashSet();
        // A text that is fixed and waits is to be sent again by word of staff.
        var waiting = journal.MayHaveLeft.SelectMany(messageId => connection.Query<int>(
            """
            UPDATE EMailCopies SET Status = 'Sending', LeaseOwner = @owner, LeaseUntil = @now
            WHERE MessageId = @messageId AND Status IN ('Pending', 'Retrying') AND TextFixed = 0 RETURNING TransactionNumber
            """,
            new { messageId, owner, now = StoredTime.Write(now) },
            within)).ToList();
        return ([.. waiting, .. entered.Select(messageId => NumberOf(messageId).Request)], [.. unknown.Where(messageId => !entered.Contains(messageId))]);
    }

    // Made and handed over since the copy, of an arrival that the copy knows: without a row it would be made, and sent, once more. Its text is lost.
    private static bool Enter(DbTransaction within, string owner, string messageId, DateTimeOffset now) => NumberOf(messageId) is var (request, arrival) && within.Connection!.Execute(
        """
        INSERT INTO EMailCopies (TransactionNumber, ArrivalId, Change, Channel, Site, Template, MessageId, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body,
            Status, LeaseOwner, LeaseUntil, CreatedAt, AgeFrom)
        SELECT t.TransactionNumber, @arrival, t.Change, 'E-Mail', t.Site, '(not in the restored copy)', @messageId, '', '', '', '', '', '', '', '', 'Sending', @owner, @at, @at, @at
        FROM Transactions t
        WHERE t.TransactionNumber = @request AND @arrival = (SELECT MAX(k.Id) FROM Tracking k WHERE k.TransactionNumber = t.TransactionNumber)
        ON CONFLICT (TransactionNumber, ArrivalId, Channel) DO NOTHING
        """,
        new { request, arrival, messageId, owner, at = StoredTime.Write(now) },
        within) > 0;

    private static (int Request, long Arrival) NumberOf(string messageId) => Form().Match(messageId) is { Success: true } match
        ? (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : default;

    // As NoticeRows makes it.
    [GeneratedRegex(@"\Aill\.([0-9]{1,9})\.([0-9]{1,18})\.")]
    private static partial Regex Form();
}
