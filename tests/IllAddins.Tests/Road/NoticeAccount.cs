using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using IllAddins.Host.Data;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>What the record says of one request and its notice, to be held against what the mail server took.</summary>
public sealed partial record NoticeAccount
{
    private const string EMailed = "Customer Notified via E-Mail";

    public long TransactionNumber { get; init; }

    public string TransactionStatus { get; init; } = "";

    public string? Notice { get; init; }

    public string? MessageId { get; init; }

    public long? Attempts { get; init; }

    public string? LeaseOwner { get; init; }

    public string? Answer { get; init; }

    public string? State { get; init; }

    public string? HoldKind { get; init; }

    public string? Reason { get; init; }

    /// <summary>Tracking rows that say that the patron was told.</summary>
    public long Told { get; init; }

    public static async Task<IReadOnlyList<NoticeAccount>> OfAsync(Library library)
    {
        await using var database = SqliteDatabase.Open(Path.Combine(library.Data, "illaddins.db"));
        await using DbConnection connection = await database.OpenConnectionAsync();
        return (await connection.QueryAsync<NoticeAccount>(
            $"""
            SELECT t.TransactionNumber, t.TransactionStatus, e.Status AS Notice, e.MessageId, e.Attempts, e.LeaseOwner, e.Answer, d.State, d.HoldKind, d.Reason,
                (SELECT COUNT(*) FROM Tracking k WHERE k.TransactionNumber = t.TransactionNumber AND k.ChangedTo = '{EMailed}') AS Told
            FROM Transactions t
            LEFT JOIN EMailCopies e ON e.TransactionNumber = t.TransactionNumber
            LEFT JOIN ContactDecisions d ON d.TransactionNumber = e.TransactionNumber AND d.ArrivalId = e.ArrivalId
            ORDER BY t.TransactionNumber, e.Id
            """)).AsList();
    }

    /// <summary>A sentence for each request that was lost, told twice, or is not what the record says; none where every promise was kept.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<NoticeAccount> accounts, IReadOnlyList<ReceivedMail> mails)
    {
        var taken = mails.ToLookup(mail => MessageIdLine().Match(mail.Text).Groups[1].Value);
        var perRequest = mails.ToLookup(mail => long.Parse(MessageIdLine().Match(mail.Text).Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        var known = accounts.Select(account => account.MessageId).ToHashSet();
        return
        [
            .. accounts.SelectMany(account => account.Faults(taken[account.MessageId ?? ""].Count(), perRequest[account.TransactionNumber].Count()).Select(fault => $"{fault} {account}")),
            .. taken.Where(mail => !known.Contains(mail.Key)).Select(mail => $"The server took {mail.Key}, which is in no outbox."),
        ];
    }

    private IEnumerable<string> Faults(int mails, int mailsOfRequest)
    {
        if (mails > 1 || mailsOfRequest > 1)
            yield return $"told {Math.Max(mails, mailsOfRequest)} times:";
        if (Notice == "Sent" && (mails, TransactionStatus, Told, State) != (1, EMailed, 1L, "Done"))
            yield return $"sent, taken {mails} times, and not told of once in the record:";
        if (Notice == "Unknown" && (TransactionStatus != "Awaiting Customer Contact" || Told != 0 || (State, HoldKind) != ("Held", "EMailUnknown") || string.IsNullOrEmpty(Reason)))
            yield return "unknown, and not held for staff with its reason:";
        if (Notice is not ("Sent" or "Unknown"))
            yield return $"lost (taken {mails} times):";
    }

    [GeneratedRegex(@"^Message-Id: <(ill\.(\d+)\.[^>]*)>", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex MessageIdLine();
}
