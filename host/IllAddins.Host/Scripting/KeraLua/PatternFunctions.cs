using IllAddins.Host.Scripting.Patterns;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of find, match, gmatch and gsub.</summary>
internal static unsafe class PatternFunctions
{
    /// <summary>Searches that take longer than this are few; the script that makes them is watched finely.</summary>
    private const int LongSearch = 20_000;

    /// <summary>text, pattern, init, plain -> nil | first, last, captures | false, message</summary>
    public static int Find(ScriptCall call, nint state)
    {
        var text = LuaStack.Bytes(state, 1);
        var pattern = LuaStack.Bytes(state, 2);
        var from = Search.From(LuaNative.ToInteger(state, 3, null), text.Length);
        if (from > text.Length)
            return Nothing(state);
        if (LuaNative.ToBoolean(state, 4) == 0 && !PlainSearch.IsPlain(pattern))
            return Look(call, state, from, -1, anchors: true, whole: 0, most: Capture.Most);
        var at = PlainSearch.Find(text, pattern, from, call.Limits.PatternSteps);
        if (at < 0)
            return at == PlainSearch.TooLong ? HostFunctions.Fail(state, Search.TooManySteps(call)) : Nothing(state);
        LuaNative.PushInteger(state, at + 1);
        LuaNative.PushInteger(state, at + pattern.Length);
        return 2;
    }

    /// <summary>text, pattern, init, the place after the last match or -1, anchors, how many values at most -> nil | first, last, values | false, message</summary>
    public static int Scan(ScriptCall call, nint state)
    {
        var from = Search.From(LuaNative.ToInteger(state, 3, null), LuaStack.Bytes(state, 1).Length);
        var last = LuaNative.ToInteger(state, 4, null);
        var most = (int)LuaNative.ToInteger(state, 6, null);
        return Look(call, state, from, last < 0 ? -1 : (int)last - 1, LuaNative.ToBoolean(state, 5) != 0, whole: 1, most);
    }

    /// <summary>text, pattern, replacement, most -> text, count | false, message</summary>
    public static int Replace(ScriptCall call, nint state)
    {
        var text = LuaStack.Bytes(state, 1);
        if (Search.Take(call, LuaStack.Bytes(state, 2), anchors: true) is not { } pattern)
            return TooLong(state);
        Span<Capture> captures = stackalloc Capture[Capture.Most];
        var run = new PatternRun(text, pattern, captures, call.Limits.PatternSteps);
        call.Output.Begin(Room(call, state));
        var count = PatternReplacement.Write(ref run, text, LuaStack.Bytes(state, 3), LuaNative.ToInteger(state, 4, null), call.Output, out var fault);
        Noticed(state, in run);
        if (call.Output.IsFull)
            return TooLarge(state);
        if (fault is not null)
            return HostFunctions.Fail(state, fault);
        LuaStack.Push(state, call.Output.Written);
        LuaNative.PushInteger(state, count);
        call.Output.Release();
        return 2;
    }

    /// <param name="call">What the function works with.</param>
    /// <param name="state">The state that called it.</param>
    /// <param name="from">Where the search begins, counted from 0.</param>
    /// <param name="notEnding">Where the match may not end, or -1.</param>
    /// <param name="anchors">Whether a leading ^ ties the match to that place.</param>
    /// <param name="whole">As <see cref="Search.Values"/> has it.</param>
    /// <param name="most">The same.</param>
    private static int Look(ScriptCall call, nint state, int from, int notEnding, bool anchors, int whole, int most)
    {
        if (Search.Take(call, LuaStack.Bytes(state, 2), anchors) is not { } pattern)
            return TooLong(state);
        var text = LuaStack.Bytes(state, 1);
        Span<Capture> captures = stackalloc Capture[Capture.Most];
        var run = new PatternRun(text, pattern, captures, call.Limits.PatternSteps);
        var found = run.Find(from, notEnding);
        Noticed(state, in run);
        if (!found)
            return run.Fault is { } fault ? HostFunctions.Fail(state, fault) : Nothing(state);
        if (LuaNative.HasRoom(state, Capture.Most + 4) == 0)
            return HostFunctions.Fail(state, "stack overflow");
        var values = Search.Values(in run, whole, most);
        // Captures within captures take the same text many times.
        if ((long)values * (run.End - run.Start) > Room(call, state))
            return TooLarge(state);
        LuaNative.PushInteger(state, run.Start + 1);
        LuaNative.PushInteger(state, run.End);
        for (var i = 0; i < values; i++)
            Push(state, text, run.Value(i));
        return run.Fault is { } wrong ? HostFunctions.Fail(state, wrong) : values + 2;
    }

    private static void Push(nint state, ReadOnlySpan<byte> text, Capture value)
    {
        if (value.Length == Capture.Position)
            LuaNative.PushInteger(state, value.Start + 1);
        else
            LuaStack.Push(state, text.Slice(value.Start, Math.Max(value.Length, 0)));
    }

    /// <summary>How many bytes more the script may hold.</summary>
    private static long Room(ScriptCall call, nint state) => call.Limits.MemoryBytes - Meter.Of(state)->Used;

    /// <summary>Stops the script: pushed all the same, what it asked for would only be refused at the next allocation.</summary>
    private static int TooLarge(nint state)
    {
        Meter.Of(state)->GrewTooLarge = true;
        return HostFunctions.Fail(state, "not enough memory");
    }

    private static int TooLong(nint state) => HostFunctions.Fail(state, Search.PatternTooLong);

    private static int Nothing(nint state)
    {
        LuaNative.PushNil(state);
        return 1;
    }

    private static void Noticed(nint state, in PatternRun run)
    {
        if (run.Taken > LongSearch)
            Meter.Of(state)->WatchFinely();
    }
}
