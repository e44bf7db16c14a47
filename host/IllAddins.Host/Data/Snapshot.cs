using System.Data;
using System.Data.Common;

namespace IllAddins.Host.Data;

/// <summary>Reads as of one moment.</summary>
public static class Snapshot
{
    /// <summary>Begins a transaction that only reads: nobody waits for it, and what is committed meanwhile is not seen.</summary>
    // The provider's own transactions take the write lock at once. This level, the only one that it defers, is not what it says: without a shared cache it is serializable.
    public static DbTransaction Begin(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadUncommitted);
}
