using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>What a state has used and may use; lies in native memory, as Lua's allocator and hook read it.</summary>
/// <remarks>
/// Nothing else watches a running script. The hook is called every hundred instructions on the script's own thread, looks at the clock and, when time is up,
/// puts the native <c>lua_error</c> in its own place: from then on every instruction raises an error, so that no pcall goes on. No managed code raises an error,
/// which would jump over its frames, and no other thread touches the state, which might be closed or growing at that moment.
/// </remarks>
internal unsafe struct Meter
{
    /// <summary>Of a script without large blocks a hundred instructions take microseconds.</summary>
    private const int Coarse = 100;

    /// <summary>Whoever holds a block of this size can make one instruction slow, and is then watched at each.</summary>
    private const int LargeBlock = 256 * 1024;

    /// <summary>How many slots of 16 bytes a stack may have: some 5,000 calls within calls. Lua's own limit of a million makes an endless chain of
    /// <c>__call</c> run for minutes inside its C code, as each link moves all slots.</summary>
    private const nuint LargestStack = 32_768 * 16;

    /// <summary>The size of a new state's stack: 40 slots and 5 to spare.</summary>
    private const nuint FirstStack = 45 * 16;

    /// <summary>How many bytes the entries of a table may take whose keys are not its numbers in a row: 16,384 entries of 24 bytes. When such a table
    /// grows, Lua puts all its entries in anew within one instruction, each after looking through those that share its place: with whole numbers chosen
    /// to share one, a table of 262,144 takes minutes, and one of this size less than a tenth of a second.</summary>
    private const nuint LargestTable = 24 * 16_384;

    private static readonly nint RaiseError = LuaNative.Export("lua_error");

    /// <summary>The state; zero while it is being made.</summary>
    public nint State;

    /// <summary>The handle of the <see cref="ScriptCall"/> that the state's host functions work for.</summary>
    public nint Call;

    public long Used;

    /// <summary>How many bytes may be used; without end while the host itself works on the state, so that its pushes cannot fail.</summary>
    public long Limit;

    /// <summary>How long the script has worked in this call.</summary>
    public WorkClock Clock;
    public nuint LastRefused;

    /// <summary>Where the state's stack lies; the first block of its size that a new state asks for.</summary>
    public void* Stack;
    public bool Fine;
    public bool RanTooLong;
    public bool GrewTooLarge;
    public bool NestedTooDeeply;
    public bool TableTooLarge;

    /// <summary>Where the script was stopped.</summary>
    public LuaPlace Place;

    /// <summary>Where the outermost function returned.</summary>
    public LuaPlace Returned;

    /// <summary>Notes each line that runs in place of the one that returned.</summary>
    public bool Tracing;

    public static Meter* Of(nint state) => *(Meter**)(state - sizeof(nint));

    public void Begin(ScriptLimits limits)
    {
        Clock.Begin(limits.Time);
        Limit = limits.MemoryBytes;
        (LastRefused, Returned) = (0, default);
    }

    public void End()
    {
        Settle();
        Limit = long.MaxValue;
    }

    public void Watch()
    {
        if (State != 0)
            LuaNative.SetHook(State, (nint)(delegate* unmanaged[Cdecl]<nint, LuaFrame*, void>)&Look, LuaNative.MaskCount | (Tracing ? LuaNative.MaskLine : LuaNative.MaskReturn), Fine ? 1 : Coarse);
    }

    /// <summary>From the next instruction on looks at each.</summary>
    public void WatchFinely()
    {
        if (Fine || State == 0)
            return;
        Fine = true;
        Watch();
    }

    /// <summary>Raises an error at every instruction from now on.</summary>
    public void Stop()
    {
        // Nothing may put another hook in its place.
        Fine = true;
        LuaNative.SetHook(State, RaiseError, LuaNative.MaskCount | LuaNative.MaskCall, 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Look(nint state, LuaFrame* frame)
    {
        var meter = Of(state);
        if (frame->Event is LuaNative.EventReturn or LuaNative.EventLine)
        {
            meter->NoteLine(frame);
            return;
        }

        meter->RanTooLong = meter->Clock.IsPassed(counts: meter->Fine);
        meter->Settle();
        if (!meter->RanTooLong && !meter->GrewTooLarge)
            return;
        meter->Place = LuaPlace.Now(state);
        meter->Stop();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void* Allocate(void* context, void* block, nuint oldSize, nuint newSize)
    {
        var meter = (Meter*)context;
        var held = block == null ? 0 : (long)oldSize;
        if (newSize == 0)
        {
            meter->Used -= held;
            NativeMemory.Free(block);
            return null;
        }

        if (newSize >= LargeBlock)
            meter->WatchFinely();
        // A block may always shrink; Lua relies on it.
        var grows = (long)newSize > held;
        var moved = grows && meter->Refuses(block, oldSize, newSize) ? null : Move(block, newSize);
        if (moved == null)
            return null;
        meter->Used += (long)newSize - held;
        meter->Note(block, moved, newSize);
        return moved;
    }

    private void NoteLine(LuaFrame* frame)
    {
        LuaFrame caller;
        if (frame->Event == LuaNative.EventReturn && LuaNative.GetFrame(State, 1, &caller) != 0)
            return;
        if (LuaPlace.Of(State, frame) is { Line: > 0 } place)
            Returned = place;
    }

    /// <summary>What was refused and not asked for again has failed for good.</summary>
    public void Settle()
    {
        GrewTooLarge |= LastRefused != 0;
        LastRefused = 0;
    }

    private bool Refuses(void* block, nuint oldSize, nuint size)
    {
        var held = block == null ? 0 : (long)oldSize;
        if (block != null && block == Stack && size > LargestStack && Limit != long.MaxValue)
        {
            NestedTooDeeply = true;
            return true;
        }

        if (block == null && IsTable(oldSize, size) && Limit != long.MaxValue)
        {
            TableTooLarge = true;
            return true;
        }

        if (size <= (nuint)Math.Max(0, Limit - (Used - held)))
            return false;
        // Lua collects garbage after the first refusal and asks again: the second one for the same size is the end.
        GrewTooLarge |= LastRefused == size;
        LastRefused = size;
        WatchFinely();
        return true;
    }

    /// <summary>Whether a new block is for a table's entries: a power of two of them, and no object of Lua's, for which it would tell the kind in place of the old size.</summary>
    private static bool IsTable(nuint kind, nuint size) =>
        kind == 0 && size > LargestTable && size % LargestTable == 0 && System.Numerics.BitOperations.IsPow2(size / LargestTable);

    private void Note(void* block, void* moved, nuint size)
    {
        if (LastRefused == size)
            LastRefused = 0;
        if (block == null ? Stack == null && size == FirstStack : block == Stack)
            Stack = moved;
    }

    private static void* Move(void* block, nuint size)
    {
        try
        {
            return NativeMemory.Realloc(block, size);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }
}
