using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>What scripts have logged, per site: the newest 10,000 lines. Lines are kept in memory until they are written many at a time. Safe to use from many threads.</summary>
public sealed class ScriptLogbook(DbDataSource database, TimeProvider time)
{
    /// <summary>How many lines a site's log has at the most.</summary>
    public const int MostLines = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<LogLine>> unwritten = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the lines of one call.</summary>
    public void Add(string site, ScriptVersion script, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        var at = StoredTime.Write(time.GetUtcNow());
        lock (gate)
        {
            if (!unwritten.TryGetValue(site, out var queue))
                unwritten[site] = queue = new Queue<LogLine>();
            foreach (var line in lines)
                queue.Enqueue(new LogLine { LoggedAt = at, Script = script.ToString(), Line = line });
            while (queue.Count > MostLines)
                queue.Dequeue();
        }
    }

    /// <summary>Writes what is still in memory, and forgets a site's lines that are too many.</summary>
    public void Flush()
    {
        List<(string Site, Queue<LogLine> Lines)> taken;
        lock (gate)
        {
            taken = [.. unwritten.Select(pair => (pair.Key, pair.Value))];
            unwritten.Clear();
        }

        if (taken.Count == 0)
            return;
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        foreach (var (site, lines) in taken)
            Write(transaction, site, lines);
        transaction.Commit();
    }

    /// <summary>A site's newest lines, in the order in which they were logged.</summary>
    /// <param name="site">The site's code.</param>
    /// <param name="count">How many at the most.</param>
    public IReadOnlyList<LogLine> Tail(string site, int count)
    {
        Flush();
        using var connection = database.OpenConnection();
        return [.. connection.Query<LogLine>(
            "SELECT LoggedAt, Script, Line FROM ScriptLog WHERE Site = @site ORDER BY Id DESC LIMIT @count", new { site, count }).Reverse()];
    }

    private static void Write(DbTransaction within, string site, IEnumerable<LogLine> lines)
    {
        within.Connection!.Execute(
            "INSERT INTO ScriptLog (Site, LoggedAt, Script, Line) VALUES (@site, @LoggedAt, @Script, @Line)",
            lines.Select(line => new { site, line.LoggedAt, line.Script, line.Line }),
            within);
        within.Connection!.Execute(
            """
            DELETE FROM ScriptLog
            WHERE Site = @site AND Id <= (SELECT Id FROM ScriptLog WHERE Site = @site ORDER BY Id DESC LIMIT 1 OFFSET @most)
            """,
            new { site, most = MostLines },
            within);
    }
}

/// <summary>A line that a script has logged.</summary>
public sealed record LogLine
{
    /// <summary>Stored form.</summary>
    public required string LoggedAt { get; init; }

    /// <summary>The version that logged it, e.g. <c>MAIN/notify.lua v7</c>.</summary>
    public required string Script { get; init; }

    public required string Line { get; init; }
}
