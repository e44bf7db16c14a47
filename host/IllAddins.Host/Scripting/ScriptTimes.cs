using NodaTime;

namespace IllAddins.Host.Scripting;

/// <summary>The host's side of os.time and os.date on every engine; null with the message where there is no answer.</summary>
internal static class ScriptTimes
{
    /// <summary>Each letter of a format may stand for many; in bytes.</summary>
    public const int LongestFormat = 1_000;

    public static readonly string FormatTooLong = $"the format is longer than {LongestFormat} bytes";

    /// <summary>Seconds since 1970.</summary>
    public static long? Now(ScriptCall call, out string? fault)
    {
        fault = call.Clock is null ? LuaDates.OnlyInsideFunctions : null;
        return call.Clock?.Now.ToUnixTimeSeconds();
    }

    /// <param name="call">The call that asks.</param>
    /// <param name="parts">Year, month, day, hour, minute and second.</param>
    /// <param name="fault">Why there is no answer.</param>
    public static long? Seconds(ScriptCall call, ReadOnlySpan<int> parts, out string? fault)
    {
        var seconds = call.Clock is { } clock ? LuaDates.Seconds(parts, clock.Zone) : null;
        fault = seconds is null ? Untold(call) : null;
        return seconds;
    }

    public static ZonedDateTime? Local(ScriptCall call, long seconds, bool utc, out string? fault)
    {
        var local = call.Clock is { } clock ? LuaDates.Local(seconds, utc ? DateTimeZone.Utc : clock.Zone) : null;
        fault = local is null ? Untold(call) : null;
        return local;
    }

    public static string? Text(ScriptCall call, string format, long seconds, bool utc, out string? fault) =>
        Local(call, seconds, utc, out fault) is { } local ? LuaDateFormat.Write(format, local, out fault) : null;

    private static string Untold(ScriptCall call) => call.Clock is null ? LuaDates.OnlyInsideFunctions : LuaDates.OutOfRange;
}
