using System.Runtime.InteropServices;

namespace IllAddins.Tests.Scripting.Containment;

/// <summary>How long the present thread has worked, which a busy machine does not change.</summary>
internal static class ThreadTime
{
    private const int OfThreadOnLinux = 3;
    private const int OfThreadOnMac = 16;

    /// <summary>Null where the system does not tell.</summary>
    public static TimeSpan? Worked()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return null;
        Assert.Equal(0, Tell(OperatingSystem.IsLinux() ? OfThreadOnLinux : OfThreadOnMac, out var time));
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
