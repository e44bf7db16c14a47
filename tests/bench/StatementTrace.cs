using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using IllAddins.Host.Data;
using SQLitePCL;

namespace IllAddins.Bench;

/// <summary>Listens to every statement that runs, to ask the database how it looks up the rows.</summary>
public sealed partial class StatementTrace(DbDataSource database)
{
    // More than the product ever opens at once: it is handed these when it asks the pool.
    private const int Connections = 16;

    private readonly ConcurrentDictionary<string, string> statements = new(StringComparer.Ordinal);

    /// <summary>Listens on the connections of the pool from now on.</summary>
    public async Task ListenAsync()
    {
        var opened = new List<DbConnection>();
        for (var at = 0; at < Connections; at++)
            opened.Add(await database.OpenConnectionAsync());
        foreach (var connection in opened.Cast<LentConnection>().Select(lent => lent.Real))
            raw.sqlite3_trace(connection.Handle, (_, sql) => statements.TryAdd(Literals().Replace(sql, "?"), sql), null);
        foreach (var connection in opened)
            await connection.DisposeAsync();
    }

    /// <summary>How many different statements ran.</summary>
    public int Count => statements.Count;

    /// <summary>The statements that walk through one of these tables or a whole index of it, with the plan's line; an index of a few rows of it is none.</summary>
    public async Task<IReadOnlyList<(string Line, string Statement)>> WalksAsync(IReadOnlyList<string> tables)
    {
        var walks = new List<(string, string)>();
        await using var connection = await database.OpenConnectionAsync();
        var partial = (await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")).AsList();
        foreach (var (form, sql) in statements.Where(pair => Plannable().IsMatch(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var names = Aliases().Matches(sql).Where(alias => tables.Contains(alias.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
                .SelectMany(alias => new[] { alias.Groups[1].Value, alias.Groups[2].Value }).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var line in (await connection.QueryAsync($"EXPLAIN QUERY PLAN {sql}")).Select(row => (string)row.detail))
                if (line.StartsWith("SCAN ", StringComparison.Ordinal) && names.Contains(line.Split(' ')[1]) && !partial.Contains(line.Split(' ')[^1]))
                    walks.Add((line, form));
        }

        return walks;
    }

    [GeneratedRegex(@"'([^']|'')*'|\b\d+\b")]
    private static partial Regex Literals();

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Plannable();

    [GeneratedRegex(@"\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?!SET\b|WHERE\b|JOIN\b|ORDER\b|ON\b)(\w+))?", RegexOptions.IgnoreCase)]
    private static partial Regex Aliases();
}
