using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>Changes the settings of sites, and writes down who did in the same transaction.</summary>
public sealed class SiteWrites(DbDataSource database, SiteRecords sites, TimeProvider clock)
{
    /// <summary>Sets a site's settings, and makes the site where there is none. All requests of the site, of every site for the default one, are decided anew.</summary>
    /// <param name="nvtgc">The site's code.</param>
    /// <param name="change">The settings to change.</param>
    /// <param name="by">Who changes them; <see cref="AuditTrail.ByItself"/> is not written down.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<SiteAnswer> SetAsync(string nvtgc, SiteChange change, string by, CancellationToken cancellationToken)
    {
        var code = nvtgc.Trim();
        if (SiteRules.Problems(code, change).ToList() is { Count: > 0 } problems)
            return new SiteAnswer.Refused(problems);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var before = Find(connection, transaction, code);
        var created = SiteRecords.Ensure(connection, transaction, [code]).Count > 0;
        var otherClock = change.TimeZone is not null && HasDatesOnOtherClock(connection, transaction, code, change.TimeZone);
        Write(connection, transaction, code, change);
        foreach (var (name, value) in change.LocalInfo)
            WriteLocalInfo(connection, transaction, code, name, value);
        AuditTrail.Add(connection, transaction, SiteAct.Of(before, Find(connection, transaction, code)!, by), clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return new SiteAnswer.Done(created, otherClock);
    }

    private Site? Find(DbConnection connection, DbTransaction within, string code) =>
        sites.All(connection, within).FirstOrDefault(site => string.Equals(site.NVTGC, code, StringComparison.OrdinalIgnoreCase));

    private static bool HasDatesOnOtherClock(DbConnection connection, DbTransaction within, string code, string zone) =>
        connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (
                SELECT 1 FROM Sites site
                WHERE site.NVTGC = @code AND COALESCE(site.TimeZone, '') <> @zone AND EXISTS (
                    SELECT 1 FROM Transactions t
                    WHERE t.Site = site.NVTGC OR (site.NVTGC = @default AND t.Site IN (SELECT other.NVTGC FROM Sites other WHERE other.TimeZone IS NULL))))
            """,
            new { code, zone, @default = Site.DefaultCode },
            within);

    // An empty text becomes NULL: the setting of the default site holds.
    private static void Write(DbConnection connection, DbTransaction within, string code, SiteChange change) =>
        connection.Execute(
            """
            UPDATE Sites SET
                SiteName = COALESCE(@SiteName, SiteName),
                TimeZone = NULLIF(COALESCE(@TimeZone, TimeZone), ''),
                DefaultDelayMinutes = COALESCE(@DefaultDelayMinutes, DefaultDelayMinutes),
                SweepMinutes = COALESCE(@SweepMinutes, SweepMinutes),
                FromName = NULLIF(COALESCE(@FromName, FromName), ''),
                FromAddress = NULLIF(COALESCE(@FromAddress, FromAddress), ''),
                PickupField = NULLIF(COALESCE(@PickupField, PickupField), ''),
                DateFormat = NULLIF(COALESCE(@DateFormat, DateFormat), ''),
                Change = @Change
            WHERE NVTGC = @Code
            """,
            new
            {
                SiteName = change.SiteName?.Trim(),
                change.TimeZone,
                change.DefaultDelayMinutes,
                change.SweepMinutes,
                FromName = change.FromName?.Trim(),
                change.FromAddress,
                change.PickupField,
                change.DateFormat,
                Change = ChangeNumbers.Next(connection, within),
                Code = code,
            },
            within);

    private static void WriteLocalInfo(DbConnection connection, DbTransaction within, string code, string name, string value) =>
        connection.Execute(
            value.Length == 0
                ? "DELETE FROM LocalInfo WHERE NVTGC = @code AND Name = @name"
                : """
                  INSERT INTO LocalInfo (NVTGC, Name, Value) VALUES (@code, @name, @value)
                  ON CONFLICT (NVTGC, Name) DO UPDATE SET Value = excluded.Value
                  """,
            new { code, name, value },
            within);
}
