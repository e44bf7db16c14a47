using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>A place while its calendar is written.</summary>
/// <param name="Connection">Open.</param>
/// <param name="Within">What all writes of the change commit in.</param>
/// <param name="Site">The site's code.</param>
/// <param name="Location">Empty for the site itself.</param>
public sealed record WrittenPlace(DbConnection Connection, DbTransaction Within, string Site, string Location)
{
    /// <summary>The place in words, e.g. <c>'North Branch' (site MAIN)</c>.</summary>
    public string Words => Location.Length == 0 ? $"site {Site}" : $"'{Location}' (site {Site})";

    /// <summary>The place as the verbs are told it.</summary>
    public string Argument => Location.Length == 0 ? Site : $"{Site} --location \"{Location}\"";

    /// <summary>Runs a statement; <c>@Site</c> and <c>@Location</c> are given.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params IEnumerable<(string Name, object? Value)> values) => Connection.Execute(sql, Bound(values), Within);

    /// <summary>Reads the rows of a query; <c>@Site</c> and <c>@Location</c> are given.</summary>
    public IReadOnlyList<T> Query<T>(string sql, params IEnumerable<(string Name, object? Value)> values) => Connection.Query<T>(sql, Bound(values), Within).AsList();

    private DynamicParameters Bound(IEnumerable<(string Name, object? Value)> values)
    {
        var parameters = new DynamicParameters(new { Site, Location });
        foreach (var (name, value) in values)
            parameters.Add(name, value);
        return parameters;
    }
}
