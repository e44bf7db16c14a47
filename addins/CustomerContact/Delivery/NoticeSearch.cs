using System.Data.Common;
using Dapper;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Which notices are wanted; null leaves all.</summary>
public sealed record NoticeFilter
{
    /// <summary>One of <see cref="NoticeStatus"/>.</summary>
    public string? Status { get; init; }

    public int? TransactionNumber { get; init; }

    /// <summary>The site's code.</summary>
    public string? Site { get; init; }

    /// <summary>The last so many, from 1.</summary>
    public int? Most { get; init; }
}

/// <summary>A notice in a list: all but its text and its addresses.</summary>
public sealed record ListedNotice
{
    public long Id { get; init; }

    public int TransactionNumber { get; init; }

    public string Channel { get; init; } = "";

    public string Site { get; init; } = "";

    public string Template { get; init; } = "";

    public string Status { get; init; } = "";

    public int Attempts { get; init; }

    public string MessageId { get; init; } = "";

    public string? Answer { get; init; }

    public string? Note { get; init; }

    /// <summary>Stored form.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Stored form; the first attempt that counts. Null before it.</summary>
    public string? FirstTriedAt { get; init; }

    /// <summary>Stored form; null where it is not to be tried.</summary>
    public string? NextTryAt { get; init; }

    /// <summary>Stored form; null while it is under way.</summary>
    public string? FinishedAt { get; init; }
}

/// <summary>Finds notices.</summary>
public static class NoticeSearch
{
    /// <summary>The notices that a filter leaves, the oldest first.</summary>
    public static async Task<IReadOnlyList<ListedNotice>> ListAsync(DbDataSource database, NoticeFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var notices = await connection.QueryAsync<ListedNotice>(Text(filter), new { filter.TransactionNumber, filter.Site, Most = filter.Most ?? -1 });
        return [.. notices.Reverse()];
    }

    /// <summary>How many of a site's e-mails wait to be sent, now or later.</summary>
    public static async Task<int> WaitingAsync(DbDataSource database, string site, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM EMailCopies WHERE Site = @site AND Status IN ('Pending', 'Retrying') AND {OutboxText.UnderWay} AND Channel = 'E-Mail'", new { site });
    }

    /// <summary>The channels of add-ins for which notices of a site wait, with how many.</summary>
    public static async Task<IReadOnlyList<(string Channel, int Count)>> WaitingByChannelAsync(DbDataSource database, string site, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(string, int)>(
            $"""
            SELECT Channel, COUNT(*) FROM EMailCopies
            WHERE Site = @site AND {OutboxText.UnderWay} AND Status <> 'Sending' AND Channel <> 'E-Mail' GROUP BY Channel ORDER BY Channel
            """, new { site })).AsList();
    }

    /// <summary>The look-up, which must be by index however many notices there are.</summary>
    public static string Text(NoticeFilter filter) => $"""
        SELECT Id, TransactionNumber, Channel, Site, Template, Status, Attempts, MessageId, Answer, Note, CreatedAt, FirstTriedAt, NextTryAt, FinishedAt
        FROM EMailCopies {Where(filter)} ORDER BY {(filter.Status is null or NoticeStatus.Sent ? "Id" : "+Id")} DESC LIMIT @Most
        """;

    // Only what is asked for stands there: a parameter that may be null keeps the index away.
    private static string Where(NoticeFilter filter)
    {
        List<string> wanted = [];
        if (filter.Status is { } status)
            wanted.Add(In(status));
        if (filter.TransactionNumber is not null)
            wanted.Add("TransactionNumber = @TransactionNumber");
        if (filter.Site is not null)
            wanted.Add("Site = @Site");
        return wanted.Count == 0 ? "" : $"WHERE {string.Join(" AND ", wanted)}";
    }

    // With the words of the index that has the state, and sorted by no column, as the table would else be read in the order of its numbers; of those sent, which is most of them, the table itself is read, the last ones first.
    private static string In(string status) => status switch
    {
        NoticeStatus.Pending or NoticeStatus.Retrying or NoticeStatus.Sending => $"Status = '{status}' AND {OutboxText.UnderWay}",
        NoticeStatus.Failed or NoticeStatus.Unknown => $"Status = '{status}' AND Status IN ('Failed', 'Unknown')",
        NoticeStatus.Cancelled or NoticeStatus.Sent => $"Status = '{status}'",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A state of notices."),
    };
}
