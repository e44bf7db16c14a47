using System.Runtime.InteropServices;
using System.Text;
using IllAddins.Host.Scripting.Offers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>A Lua state with its meter, its library and the sandbox, made for one script.</summary>
internal sealed unsafe class KeraLuaState : IDisposable
{
    /// <summary>Lua's libraries by their names, with the functions that open them.</summary>
    private static readonly (byte[] Name, nint Open)[] Libraries =
    [
        Library("_G", "base"), Library("string", "string"), Library("table", "table"), Library("math", "math"), Library("utf8", "utf8"), Library("debug", "debug"),
    ];

    private readonly Meter* meter;
    private readonly GCHandle handle;
    private readonly EngineTally tally;
    private readonly Dictionary<nint, string> chunks = [];
    private int closed;

    /// <param name="chunk">What the script is called in Lua's messages.</param>
    /// <param name="source">The script, of which the libraries are taken.</param>
    /// <param name="limits">What loading and each call may cost.</param>
    /// <param name="offers">What add-ins offer.</param>
    /// <param name="tally">Counts the state while it is open.</param>
    public KeraLuaState(string chunk, ScriptSource source, ScriptLimits limits, ScriptOffers offers, EngineTally tally)
    {
        this.tally = tally;
        Call = new ScriptCall(limits, source.Libraries, offers);
        handle = GCHandle.Alloc(Call);
        meter = (Meter*)NativeMemory.AllocZeroed((nuint)sizeof(Meter));
        meter->Call = GCHandle.ToIntPtr(handle);
        meter->End();
        Pointer = LuaNative.NewState(&Meter.Allocate, meter);
        if (Pointer == 0)
            throw new InsufficientMemoryException("There is no memory for another Lua state.");
        *(Meter**)(Pointer - sizeof(nint)) = meter;
        meter->State = Pointer;
        tally.Opened();
        OpenLibraries();
        BuildSandbox(chunk);
        meter->Fine = false;
        meter->Watch();
    }

    public nint Pointer { get; }

    public ScriptCall Call { get; }

    /// <summary>The stack's place of the table with what the prelude offers to the host.</summary>
    public const int Host = 1;

    public bool RanTooLong => meter->RanTooLong;

    public bool GrewTooLarge => meter->GrewTooLarge;

    /// <summary>Nothing of the call counts, whatever Lua says of it.</summary>
    public bool Failed => meter->GrewTooLarge || Call.Misused is not null;

    public bool NestedTooDeeply => meter->NestedTooDeeply;

    public bool TableTooLarge => meter->TableTooLarge;

    public bool WasCutShort => RanTooLong || Failed || NestedTooDeeply || TableTooLarge;

    /// <summary>Where the script was stopped; null where that is not known.</summary>
    public ChunkLine? Stopped => Of(meter->Place);

    /// <summary>Where the outermost function of the last call returned, or in a traced call the last line that ran; null where no line of the script is known.</summary>
    public ChunkLine? Returned => Of(meter->Returned);

    /// <summary>What the meter has found, where a status of Lua counts.</summary>
    public CutShort Cut(int status)
    {
        var memory = status == LuaNative.OutOfMemory;
        var (nested, table) = (NestedTooDeeply && memory, TableTooLarge && memory);
        return new CutShort(Stopped, RanTooLong, GrewTooLarge || (memory && !nested && !table), nested, table);
    }

    // A chunk's name lies in one place as long as the state lives.
    private ChunkLine? Of(LuaPlace place)
    {
        if (place.Line == 0)
            return null;
        if (!chunks.TryGetValue(place.Chunk, out var chunk))
            chunks[place.Chunk] = chunk = place.InWords()!.Value.Chunk;
        return new ChunkLine(chunk, place.Line);
    }

    /// <summary>Calls as <see cref="Run"/>, and notes each line of the script: slower.</summary>
    public int Trace(int arguments, int results)
    {
        meter->Tracing = true;
        meter->Watch();
        var status = Run(arguments, results);
        meter->Tracing = false;
        if (!meter->RanTooLong)
            meter->Watch();
        return status;
    }

    /// <summary>Compiles a text within the limits and pushes it as a function, or what is wrong with it.</summary>
    public int Compile(byte* text, int length, byte* name, byte* mode)
    {
        meter->Begin(Call.Limits);
        var status = LuaNative.Load(Pointer, text, (nuint)length, name, mode);
        meter->End();
        return status;
    }

    /// <summary>Calls the function on the stack within the limits; what the host's functions threw is thrown again.</summary>
    public int Run(int arguments, int results)
    {
        meter->Begin(Call.Limits);
        var status = LuaNative.Call(Pointer, arguments, results, 0, 0, 0);
        meter->End();
        Call.Broken?.Throw();
        return status;
    }

    /// <summary>Pushes what the prelude offers under a name.</summary>
    public void PushOffer(string name)
    {
        LuaStack.Push(Pointer, name);
        LuaStack.Get(Pointer, Host);
    }

    public void Dispose()
    {
        // Once, even by two threads: a second time would free what is somebody else's by then.
        if (Interlocked.Exchange(ref closed, 1) != 0)
            return;
        LuaNative.Close(Pointer);
        tally.Closed(meter->Used);
        NativeMemory.Free(meter);
        handle.Free();
    }

    private static (byte[] Name, nint Open) Library(string name, string opener) =>
        (Encoding.UTF8.GetBytes(name + "\0"), LuaNative.Export("luaopen_" + opener));

    private void OpenLibraries()
    {
        foreach (var (name, open) in Libraries)
        {
            fixed (byte* bytes = name)
                LuaNative.Require(Pointer, bytes, open, 1);
            LuaStack.Drop(Pointer, 1);
        }
    }

    /// <summary>Runs the prelude with the host's functions, Lua's library and the table that becomes the script's library.</summary>
    private void BuildSandbox(string chunk)
    {
        LuaNative.NewTable(Pointer, 0, 40);
        HostFunctions.Fill(Pointer);
        LuaStack.Push(Pointer, "chunk"u8);
        LuaStack.Push(Pointer, chunk);
        LuaNative.RawSet(Pointer, Host);
        LuaStack.GetAt(Pointer, LuaNative.Registry, 2);
        LuaNative.NewTable(Pointer, 0, 20);
        foreach (var (name, compiled) in CompiledPrelude.Chunks)
            RunPrelude(name, compiled);
        LuaStack.Push(Pointer, "library"u8);
        LuaNative.PushCopy(Pointer, 3);
        LuaNative.RawSet(Pointer, Host);
        LuaNative.SetTop(Pointer, Host);
    }

    private void RunPrelude(string name, byte[] compiled)
    {
        fixed (byte* bytes = compiled, chunk = "=host\0"u8, mode = "b\0"u8)
        {
            var status = LuaNative.Load(Pointer, bytes, (nuint)compiled.Length, chunk, mode);
            for (var argument = 1; status == LuaNative.Ok && argument <= 3; argument++)
                LuaNative.PushCopy(Pointer, argument);
            if (status != LuaNative.Ok || LuaNative.Call(Pointer, 3, 0, 0, 0, 0) != LuaNative.Ok)
                throw new InvalidOperationException($"The host's Lua text '{name}' failed: {LuaStack.Text(Pointer, -1)}");
        }
    }
}
