using System.Data.Common;
using Dapper;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Waiting;

namespace IllAddins.Host.Scripting.Calendars;

/// <summary>Changes the calendars. Each change is one of the site's settings: its requests are decided anew, and who made it is written down in the same transaction.</summary>
public sealed class CalendarWrites(DbDataSource database, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <summary>Makes changes to a place in one transaction.</summary>
    /// <param name="site">The site's code, without regard to case; the site must be there.</param>
    /// <param name="location">A pickup location, without regard to case; null for the site itself.</param>
    /// <param name="changes">All of them, or none where one is refused.</param>
    /// <param name="by">Who makes them; <see cref="AuditTrail.ByItself"/> is not written down.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<CalendarAnswer> ChangeAsync(string site, string? location, IReadOnlyList<CalendarChange> changes, string by, CancellationToken cancellationToken)
    {
        var name = location?.Trim();
        if (name is not null && (name.Length is 0 or > LongestName || name.Any(char.IsControl)))
            return new CalendarAnswer.Refused($"Found the location '{location}', expected a name of 1 to {LongestName} letters in one line.");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<string?>("SELECT NVTGC FROM Sites WHERE NVTGC = @code", new { code = site.Trim() }, transaction) is not { } code)
            return new CalendarAnswer.Refused($"There is no site '{site}'. Look at the sites with: sites list. Make one with: sites set {site}");
        var (place, created) = Place(connection, transaction, code, name);
        foreach (var change in changes)
        {
            if (change.Write(place) is { } problem)
                return new CalendarAnswer.Refused(problem);
        }

        Finish(place);
        var act = new AuditEntry { By = by, Act = "change", Subject = $"calendar of {place.Words}", Site = code, Detail = Words(changes) };
        AuditTrail.Add(connection, transaction, act, clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return new CalendarAnswer.Done(place.Words, created);
    }

    private static string Words(IReadOnlyList<CalendarChange> changes) =>
        string.Join(", ", changes.GroupBy(change => change.GetType().Name).Select(kind => kind.Count() == 1 ? kind.Key : $"{kind.Key} x {kind.Count()}"));

    // Names are compared here, as the database knows the case of A to Z alone.
    private static (WrittenPlace Place, bool Created) Place(DbConnection connection, DbTransaction within, string code, string? name)
    {
        var known = connection.Query<string>("SELECT Location FROM Calendars WHERE Site = @code ORDER BY Location", new { code }, within)
            .FirstOrDefault(location => string.Equals(location, name ?? "", StringComparison.OrdinalIgnoreCase));
        var place = new WrittenPlace(connection, within, code, known ?? name ?? "");
        if (known is null)
            place.Execute("INSERT INTO Calendars (Site, Location, CourierOnClosedDays) VALUES (@Site, @Location, 0)");
        return (place, known is null);
    }

    private static void Finish(WrittenPlace place)
    {
        place.Execute("""
            DELETE FROM Calendars WHERE Site = @Site AND Location = @Location AND Hours IS NULL AND Courier IS NULL
                AND NOT EXISTS (SELECT 1 FROM CalendarDays WHERE Site = @Site AND Location = @Location)
                AND NOT EXISTS (SELECT 1 FROM CalendarClosings WHERE Site = @Site AND Location = @Location)
            """);
        place.Execute("UPDATE Sites SET Change = @change WHERE NVTGC = @Site", ("change", ChangeNumbers.Next(place.Connection, place.Within)));
    }
}
