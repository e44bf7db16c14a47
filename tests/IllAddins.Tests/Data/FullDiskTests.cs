using IllAddins.Host.Data;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Data;

public sealed class FullDiskTests
{
    [Fact]
    public void A_full_disk_is_told_from_a_broken_database_and_from_a_folder_that_may_not_be_written()
    {
        var folder = Path.GetTempPath();

        Assert.Equal($"the disk of {folder} is full. Make room there; nothing is lost, and nothing is to be restored.", FullDisk.Words(new SqliteException("database or disk is full", 13), folder));
        Assert.NotNull(FullDisk.Words(new IOException("No space left on device", 28), folder));
        Assert.Null(FullDisk.Words(new SqliteException("file is not a database", 26), folder));
        // There is room: the fault is another one.
        Assert.Null(FullDisk.Words(new SqliteException("disk I/O error", 10), folder));
        Assert.Null(FullDisk.Words(new IOException("Permission denied", 13), folder));
        Assert.Null(FullDisk.Words(new InvalidOperationException(), folder));
    }
}
