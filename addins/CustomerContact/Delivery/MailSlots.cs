using System.Data.Common;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The moments at which the mails of a site with a limit leave, given out one after the other, so that all processes and runs together keep the limit.</summary>
public static class MailSlots
{
    /// <summary>For <see cref="ContactTables.Migrations"/>.</summary>
    public const string Table = """
        CREATE TABLE MailSlots (
            Site TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            -- The first moment that is not given out.
            NextAt TEXT NOT NULL) STRICT;
        """;

    // Further ahead nobody has booked: the clock was set back since.
    private static readonly TimeSpan Furthest = TimeSpan.FromMinutes(15);

    /// <summary>Takes moments in the transaction that claims their notices.</summary>
    /// <param name="within">The caller's transaction.</param>
    /// <param name="site">The site's code.</param>
    /// <param name="many">How many, from 1.</param>
    /// <param name="each">The time between two.</param>
    /// <param name="now">The moment; none before it is given.</param>
    /// <returns>The first; the others follow it.</returns>
    public static DateTimeOffset Take(DbTransaction within, string site, int many, TimeSpan each, DateTimeOffset now)
    {
        var stored = within.Connection!.ExecuteScalar<string?>("SELECT NextAt FROM MailSlots WHERE Site = @site ORDER BY Site", new { site }, within);
        var first = stored is not null && StoredTime.Read(stored) is var free && free > now && free - now <= Furthest ? free : now;
        within.Connection!.Execute(
            "INSERT INTO MailSlots (Site, NextAt) VALUES (@site, @next) ON CONFLICT (Site) DO UPDATE SET NextAt = excluded.NextAt",
            new { site, next = StoredTime.Write(first + (many * each)) },
            within);
        return first;
    }
}
