using System.Text;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>A script in a state of its own.</summary>
internal sealed unsafe class KeraLuaScript(KeraLuaState state, string file, string chunk) : ILoadedScript
{
    /// <summary>How many bytes of an error's text are looked at.</summary>
    private const int LongestError = 4_096;

    /// <summary>How many bytes a text may have that is an answer.</summary>
    private const int LongestAnswer = 64 * 1024;

    private readonly nint lua = state.Pointer;
    private readonly Dictionary<string, int> kept = new(StringComparer.Ordinal);
    private readonly SharedVariables shared = new(state.Pointer);
    private int view;

    public IReadOnlyList<string> Functions { get; private set; } = [];

    public bool IsSpent { get; private set; }

    /// <summary>Compiles the text, runs its top level and seals what it made; answers the fault, or null.</summary>
    public ScriptFault? Start(ReadOnlySpan<byte> text)
    {
        if (Compile(text) is { } fault)
            return fault;
        state.PushOffer("seal");
        var status = state.Run(0, 3);
        if (status != LuaNative.Ok || state.GrewTooLarge)
            return Fault(status);
        shared.Take(LuaNative.GetTop(lua));
        FindFunctions();
        state.PushOffer("view");
        LuaNative.PushInteger(lua, AskedTables.Root);
        state.Run(1, 1);
        view = LuaNative.Keep(lua, LuaNative.Registry);
        LuaNative.SetTop(lua, KeraLuaState.Host);
        return null;
    }

    public ScriptAnswer Call(string function, ScriptTable argument, SiteClock clock)
    {
        if (IsSpent)
            throw new InvalidOperationException($"The script {file} is spent and was asked again.");
        if (!PushFunction(function, out var unfit))
            return unfit is null ? new ScriptAnswer.NoHook() : new ScriptAnswer.Fault(unfit);
        // Spent until it has ended well, also where the host's own code throws.
        IsSpent = true;
        state.Call.Begin(argument, clock);
        LuaStack.GetAt(lua, LuaNative.Registry, view);
        var status = state.Run(1, 1);
        state.Call.End();
        var answer = End(status, function);
        LuaNative.SetTop(lua, KeraLuaState.Host);
        IsSpent = answer is ScriptAnswer.Fault;
        return answer;
    }

    public void Dispose() => state.Dispose();

    private ScriptAnswer End(int status, string function)
    {
        if (status != LuaNative.Ok || state.GrewTooLarge)
            return new ScriptAnswer.Fault(Fault(status));
        if (shared.Changed() is { } variable)
            return new ScriptAnswer.Fault(ScriptErrors.KeptSomething(file, function, variable));
        var length = LuaNative.TypeOf(lua, -1) == LuaType.Text ? (long)LuaNative.RawLength(lua, -1) : 0;
        return length > LongestAnswer ? new ScriptAnswer.Fault(ScriptErrors.LongAnswer(file, function, length, LongestAnswer)) : LuaStack.Answer(lua, -1);
    }

    private ScriptFault? Compile(ReadOnlySpan<byte> text)
    {
        int status;
        fixed (byte* bytes = text, name = Encoding.UTF8.GetBytes($"={chunk}\0"), mode = "t\0"u8)
            status = state.Compile(bytes, text.Length, name, mode);
        if (status != LuaNative.Ok)
            return Fault(status);
        state.PushOffer("library");
        LuaStack.Push(lua, "_G"u8);
        LuaStack.Get(lua, -2);
        LuaNative.SetUpvalue(lua, -3, 1);
        LuaStack.Drop(lua, 1);
        status = state.Run(0, 0);
        return status != LuaNative.Ok || state.GrewTooLarge ? Fault(status) : null;
    }

    /// <summary>Pushes a function that the script has defined.</summary>
    private bool PushFunction(string name, out ScriptFault? unfit)
    {
        unfit = null;
        if (kept.TryGetValue(name, out var reference))
            return LuaStack.GetAt(lua, LuaNative.Registry, reference) == LuaType.Function;
        state.PushOffer("globals");
        LuaStack.Push(lua, name);
        var type = LuaStack.Get(lua, -2);
        if (type == LuaType.Function)
            kept[name] = reference = LuaNative.Keep(lua, LuaNative.Registry);
        else if (type != LuaType.Nil)
            unfit = ScriptErrors.NoFunction(file, name, LuaType.NameOf(type));
        LuaNative.SetTop(lua, KeraLuaState.Host);
        return type == LuaType.Function && LuaStack.GetAt(lua, LuaNative.Registry, reference) == LuaType.Function;
    }

    private void FindFunctions()
    {
        var found = new List<string>();
        state.PushOffer("globals");
        var globals = LuaNative.GetTop(lua);
        LuaNative.PushNil(lua);
        while (LuaNative.Next(lua, globals) != 0)
        {
            if (LuaNative.TypeOf(lua, -1) == LuaType.Function && LuaNative.TypeOf(lua, -2) == LuaType.Text)
                found.Add(LuaStack.Text(lua, -2));
            LuaStack.Drop(lua, 1);
        }

        Functions = [.. found.Order(StringComparer.Ordinal)];
    }

    private ScriptFault Fault(int status)
    {
        if (state.RanTooLong)
            return ScriptErrors.TooLong(file, state.Line, state.Call.Limits);
        if (state.NestedTooDeeply && !state.GrewTooLarge && status == LuaNative.OutOfMemory)
            return ScriptErrors.TooDeep(file);
        if (state.GrewTooLarge || status == LuaNative.OutOfMemory)
            return ScriptErrors.TooLarge(file, state.Line, state.Call.Limits);
        return LuaStack.IsText(lua, -1)
            ? ScriptErrors.Read(file, chunk, LuaStack.Text(lua, -1, LongestError))
            : ScriptErrors.Odd(file, LuaType.NameOf(LuaNative.TypeOf(lua, -1)));
    }
}
