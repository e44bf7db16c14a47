namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of os.time and os.date.</summary>
internal static class TimeFunctions
{
    /// <summary>-> seconds | false, message</summary>
    public static int Now(ScriptCall call, nint state) => Tell(state, ScriptTimes.Now(call, out var fault), fault);

    /// <summary>year, month, day, hour, minute, second -> seconds | false, message</summary>
    public static int Time(ScriptCall call, nint state)
    {
        Span<int> parts = stackalloc int[6];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (int)LuaStack.Integer(state, i + 1)!;
        return Tell(state, ScriptTimes.Seconds(call, parts, out var fault), fault);
    }

    /// <summary>seconds, utc -> year, month, day, hour, minute, second, weekday, day of the year, summer time | false, message</summary>
    public static int Moment(ScriptCall call, nint state)
    {
        if (ScriptTimes.Local(call, (long)LuaStack.Integer(state, 1)!, LuaNative.ToBoolean(state, 2) != 0, out var fault) is not { } local)
            return HostFunctions.Fail(state, fault!);
        var parts = LuaDates.Parts(local);
        foreach (var part in parts)
            LuaNative.PushInteger(state, part);
        LuaNative.PushBoolean(state, LuaDates.IsSummerTime(local) ? 1 : 0);
        return parts.Length + 1;
    }

    /// <summary>format, seconds, utc -> text | false, message</summary>
    public static int Date(ScriptCall call, nint state)
    {
        if (LuaStack.Bytes(state, 1).Length > ScriptTimes.LongestFormat)
            return HostFunctions.Fail(state, ScriptTimes.FormatTooLong);
        if (ScriptTimes.Text(call, LuaStack.Text(state, 1), (long)LuaStack.Integer(state, 2)!, LuaNative.ToBoolean(state, 3) != 0, out var fault) is not { } text)
            return HostFunctions.Fail(state, fault!);
        LuaStack.Push(state, text);
        return 1;
    }

    private static int Tell(nint state, long? seconds, string? fault)
    {
        if (seconds is null)
            return HostFunctions.Fail(state, fault!);
        LuaNative.PushInteger(state, seconds.Value);
        return 1;
    }
}
