using System.Runtime.InteropServices;

namespace IllAddins.Bench;

/// <summary>How long the present thread has worked, which a busy machine does not change.</summary>
internal static class ThreadTime
{
    private const int OfThreadOnLinux = 3;
    private const int OfThreadOnMac = 16;

    /// <exception cref="PlatformNotSupportedException">The system does not tell.</exception>
    public static TimeSpan Worked()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS() || Tell(OperatingSystem.IsLinux() ? OfThreadOnLinux : OfThreadOnMac, out var time) != 0)
            throw new PlatformNotSupportedException("This system does not tell how long a thread has worked; Linux and macOS do.");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Tell(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
