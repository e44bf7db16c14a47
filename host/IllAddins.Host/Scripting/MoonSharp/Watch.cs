using System.Runtime.CompilerServices;
using MoonSharp.Interpreter;
using MoonSharp.Interpreter.Debugging;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Watches a script at every instruction, in the place of a debugger, and stops it by an exception that no pcall catches.</summary>
/// <remarks>Memory is what the call allocates, whether it still holds it or not: the engine's values lie in .NET's memory, where one script's share cannot be told.</remarks>
internal sealed class Watch(Script script) : IDebugger
{
    private const int EveryClock = 64;

    /// <summary>Noting a line costs microseconds; a script that returns more often is noted no further.</summary>
    private const int MostNotes = 2_000;

    private static readonly DebuggerAction GoOn = new() { Action = DebuggerAction.ActionType.Run };

    private readonly HashSet<int> tailReturns = [];
    private readonly List<(SourceCode Source, HashSet<int> Lines)> noted = [];
    private DebugService? service;
    private readonly List<ChunkLine?> lines = [];
    private IReadOnlyList<WatchItem> frames = [];
    private WorkClock clock;
    private long begun;
    private long allocated;
    private long limit;
    private int untilClock;
    private int notes;
    private int noteDepth;
    private bool running;

    /// <summary>The number of the first text that is the script's own; those before belong to the host.</summary>
    public int FirstOwn { get; set; } = int.MaxValue;

    /// <summary>The same as a place in the compiled code.</summary>
    public int FirstOwnCode { get; set; } = int.MaxValue;

    public CutShort Cut { get; private set; }

    /// <summary>Where the outermost function of the call returned; null where that is not known.</summary>
    public ChunkLine? Returned { get; private set; }

    /// <summary>How many bytes more the call may allocate.</summary>
    public long Room => Math.Max(0, limit - (GC.GetAllocatedBytesForCurrentThread() - begun));

    private bool IsCut => Cut.RanTooLong || Cut.GrewTooLarge || Cut.NestedTooDeeply;

    public void Begin(ScriptLimits limits)
    {
        (Cut, Returned, noteDepth, untilClock) = (default, null, 0, EveryClock);
        if (notes > MostNotes)
            Note(stopped: false);
        notes = 0;
        lines.Clear();
        limit = limits.MemoryBytes;
        begun = allocated = GC.GetAllocatedBytesForCurrentThread();
        clock.Begin(limits.Time);
        running = true;
    }

    public void End()
    {
        running = false;
        frames = [];
    }

    /// <summary>Notes when one of the lines is reached.</summary>
    public void Note(SourceCode source, HashSet<int> lines)
    {
        noted.Add((source, lines));
        service?.ResetBreakPoints(source, lines);
    }

    /// <summary>Stops the call for the memory that one of the library's functions would need.</summary>
    public void StopTooLarge(ScriptExecutionContext context)
    {
        Cut = new CutShort(Innermost(context.GetCallingCoroutine().GetStackTrace(0)), GrewTooLarge: true);
        throw new CutShortException();
    }

    /// <summary>A place in one of the script's own texts; null for the host's.</summary>
    public ChunkLine? Place(SourceRef? at) => at is { IsClrLocation: false } && at.SourceIdx >= FirstOwn
        ? new ChunkLine(ByteText.Words(script.GetSourceCode(at.SourceIdx).Name), at.FromLine)
        : null;

    /// <summary>The innermost line of the script's own in a stack of calls; null where none is known.</summary>
    public ChunkLine? Innermost(IReadOnlyList<WatchItem> stack) => Enumerable.Range(0, stack.Count).Select(at => Line(stack, at)).FirstOrDefault(place => place is not null);

    /// <summary>The line on which a function of a stack stands; null for the host's own and where it is not known.</summary>
    /// <remarks>Behind a call that is a statement the engine has no place: the last line is taken that was noted as deep.</remarks>
    public ChunkLine? Line(IReadOnlyList<WatchItem> stack, int at)
    {
        if (Place(stack[at].Location) is { } place)
            return place;
        var (depth, own) = (stack.Count - at, at > 0 && stack[at - 1].RetAddress >= FirstOwnCode);
        return own && depth < lines.Count ? lines[depth] : null;
    }

    bool IDebugger.IsPauseRequested()
    {
        if (!running)
            return false;
        allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - begun > limit)
            Cut = Cut with { GrewTooLarge = true };
        if (--untilClock <= 0)
        {
            untilClock = EveryClock;
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
                Cut = Cut with { NestedTooDeeply = true };
            if (clock.IsPassed(counts: false))
                Cut = Cut with { RanTooLong = true };
        }

        return IsCut;
    }

    DebuggerAction IDebugger.GetAction(int ip, SourceRef? sourceref)
    {
        if (IsCut)
        {
            Cut = Cut with { Place = Place(sourceref) ?? (ip >= FirstOwnCode && frames.Count < lines.Count ? lines[frames.Count] : null) ?? Innermost(frames) };
            throw new CutShortException();
        }

        Note(ip, sourceref);
        // What the noting itself allocates is not the script's; what it takes may be long, deep down.
        untilClock = 0;
        begun += GC.GetAllocatedBytesForCurrentThread() - allocated;
        return GoOn;
    }

    void IDebugger.SetByteCode(string[] byteCode)
    {
        tailReturns.Clear();
        for (var i = 1; i < byteCode.Length; i++)
            if (byteCode[i].StartsWith("RET", StringComparison.Ordinal) && (byteCode[i - 1].StartsWith("CALL", StringComparison.Ordinal) || byteCode[i - 1].StartsWith("THISCALL", StringComparison.Ordinal)))
                tailReturns.Add(i);
    }

    void IDebugger.Update(WatchType watchType, IEnumerable<WatchItem> items)
    {
        if (watchType == WatchType.CallStack)
            frames = (IReadOnlyList<WatchItem>)items;
    }

    void IDebugger.SetDebugService(DebugService debugService) => service = debugService;

    DebuggerCaps IDebugger.GetDebuggerCaps() => DebuggerCaps.HasLineBasedBreakpoints;

    List<DynamicExpression> IDebugger.GetWatchItems() => [];

    bool IDebugger.SignalRuntimeException(ScriptRuntimeException ex) => false;

    void IDebugger.SetSourceCode(SourceCode sourceCode)
    {
    }

    void IDebugger.SignalExecutionEnded()
    {
    }

    void IDebugger.RefreshBreakpoints(IEnumerable<SourceRef> refs)
    {
    }

    /// <summary>The last line reached is that of the return, except behind a function that was called in the return itself: that one returned in its stead.</summary>
    private void Note(int ip, SourceRef? at)
    {
        if (!(tailReturns.Contains(ip) && noteDepth > frames.Count))
            Returned = Place(at);
        noteDepth = frames.Count;
        System.Runtime.InteropServices.CollectionsMarshal.SetCount(lines, Math.Min(lines.Count, noteDepth));
        while (lines.Count < noteDepth)
            lines.Add(null);
        lines.Add(Place(at));
        if (++notes > MostNotes)
            Note(stopped: true);
    }

    private void Note(bool stopped)
    {
        if (stopped)
            Returned = null;
        foreach (var (source, lines) in noted)
            service?.ResetBreakPoints(source, stopped ? [] : lines);
    }
}

/// <summary>Ends a call; none of the engine's own errors, so that no pcall catches it.</summary>
internal sealed class CutShortException : Exception
{
}
