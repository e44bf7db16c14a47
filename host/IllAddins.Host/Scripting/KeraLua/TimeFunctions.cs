using NodaTime;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of os.time and os.date.</summary>
internal static class TimeFunctions
{
    /// <summary>Each letter of a format may stand for many; in bytes.</summary>
    private const int LongestFormat = 1_000;

    /// <summary>-> seconds | false, message</summary>
    public static int Now(LuaCall call, nint state) =>
        call.Clock is { } clock ? Tell(state, clock.Now.ToUnixTimeSeconds()) : HostFunctions.Fail(state, LuaDates.OnlyInsideFunctions);

    /// <summary>year, month, day, hour, minute, second -> seconds | false, message</summary>
    public static int Time(LuaCall call, nint state)
    {
        if (call.Clock is not { } clock)
            return HostFunctions.Fail(state, LuaDates.OnlyInsideFunctions);
        Span<int> parts = stackalloc int[6];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (int)LuaStack.Integer(state, i + 1)!;
        return LuaDates.Seconds(parts, clock.Zone) is { } seconds ? Tell(state, seconds) : HostFunctions.Fail(state, LuaDates.OutOfRange);
    }

    /// <summary>seconds, utc -> year, month, day, hour, minute, second, weekday, day of the year, summer time | false, message</summary>
    public static int Moment(LuaCall call, nint state)
    {
        if (Local(call, state, 1) is not { } local)
            return Untold(call, state);
        var parts = LuaDates.Parts(local);
        foreach (var part in parts)
            LuaNative.PushInteger(state, part);
        LuaNative.PushBoolean(state, LuaDates.IsSummerTime(local) ? 1 : 0);
        return parts.Length + 1;
    }

    /// <summary>format, seconds, utc -> text | false, message</summary>
    public static int Date(LuaCall call, nint state)
    {
        if (LuaStack.Bytes(state, 1).Length > LongestFormat)
            return HostFunctions.Fail(state, $"the format is longer than {LongestFormat} bytes");
        if (Local(call, state, 2) is not { } local)
            return Untold(call, state);
        if (LuaDateFormat.Write(LuaStack.Text(state, 1), local, out var fault) is not { } text)
            return HostFunctions.Fail(state, fault!);
        LuaStack.Push(state, text);
        return 1;
    }

    private static ZonedDateTime? Local(LuaCall call, nint state, int index)
    {
        var zone = LuaNative.ToBoolean(state, index + 1) != 0 ? DateTimeZone.Utc : call.Clock?.Zone;
        return zone is null || call.Clock is null ? null : LuaDates.Local((long)LuaStack.Integer(state, index)!, zone);
    }

    private static int Untold(LuaCall call, nint state) =>
        HostFunctions.Fail(state, call.Clock is null ? LuaDates.OnlyInsideFunctions : LuaDates.OutOfRange);

    private static int Tell(nint state, long seconds)
    {
        LuaNative.PushInteger(state, seconds);
        return 1;
    }
}
