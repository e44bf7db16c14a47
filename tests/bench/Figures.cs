using System.Diagnostics;
using System.Globalization;

namespace IllAddins.Bench;

/// <summary>Takes times and prints them.</summary>
public static class Figures
{
    /// <summary>How long the work took; garbage of earlier work is collected first.</summary>
    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>One line: what, how long, how many a second, each in microseconds.</summary>
    public static void Print(string what, TimeSpan took, long count)
    {
        var each = took.TotalMicroseconds / Math.Max(1, count);
        Line($"{what,-58} {took.TotalMilliseconds,10:N1} ms {count,10:N0} x {each,9:N1} us {count / took.TotalSeconds,12:N0}/s");
    }

    /// <summary>How many times the bare work something takes.</summary>
    public static void Ratio(string what, TimeSpan took, TimeSpan bare) => Line($"{what,-58} {took / bare,10:N2} x");

    /// <summary>The most memory that this process ever held.</summary>
    public static void PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        Line($"{"peak memory of this process",-58} {self.PeakWorkingSet64 / 1048576.0,10:N0} MB");
    }

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
