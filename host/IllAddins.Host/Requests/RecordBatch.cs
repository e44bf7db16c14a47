using System.Data.Common;

namespace IllAddins.Host.Requests;

/// <summary>Writes that commit together and share one change number.</summary>
public sealed class RecordBatch(DbConnection connection, DbTransaction within, DateTimeOffset now)
{
    private long? change;

    public DbConnection Connection { get; } = connection;

    public DbTransaction Within { get; } = within;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The batch's change number, taken at the first call: a batch that changes nothing takes none.</summary>
    public long TakeChange() => change ??= ChangeNumbers.Next(Connection, Within);
}
