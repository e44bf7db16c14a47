using Microsoft.Data.Sqlite;

namespace IllAddins.Host.Data;

/// <summary>Tells a full disk from other faults, which look alike: SQLite calls it an I/O error where not even its shared memory has room.</summary>
public static class FullDisk
{
    // SQLITE_IOERR and SQLITE_FULL.
    private const int IoError = 10;
    private const int Full = 13;

    // What SQLite's shared memory takes at the least, in bytes.
    private const long LeastRoom = 32 * 1024;

    // ENOSPC of Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Codes = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>What is to be said of a fault.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="folder">The data folder.</param>
    /// <returns>Sentences, the first without its beginning; null where the fault is another one.</returns>
    public static string? Words(Exception fault, string folder) => IsFull(fault, folder)
        ? $"the disk of {folder} is full. Make room there; nothing is lost, and nothing is to be restored."
        : null;

    private static bool IsFull(Exception fault, string folder) => fault switch
    {
        SqliteException { SqliteErrorCode: Full } => true,
        SqliteException { SqliteErrorCode: IoError } => new DriveInfo(folder).AvailableFreeSpace < LeastRoom,
        IOException => Codes.Contains(fault.HResult),
        _ => false,
    };
}
