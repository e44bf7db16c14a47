using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IllAddins.Host.Scripting;

/// <summary>How long the present thread has worked, apart from the time in which the machine was busy with others.</summary>
public static unsafe partial class ThreadClock
{
    private const int OfThreadOnLinux = 3;
    private const int OfThreadOnMac = 16;

    private static readonly int? Kind = OperatingSystem.IsLinux() ? OfThreadOnLinux : OperatingSystem.IsMacOS() ? OfThreadOnMac : null;

    /// <summary>In ticks of the stopwatch; null where the system does not tell.</summary>
    public static long? Worked()
    {
        var parts = stackalloc long[2];
        if (Kind is not { } kind || Tell(kind, parts) != 0)
            return null;
        return (parts[0] * Stopwatch.Frequency) + (long)(parts[1] * (Stopwatch.Frequency / 1e9));
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Tell(int clock, long* secondsAndNanoseconds);
}
