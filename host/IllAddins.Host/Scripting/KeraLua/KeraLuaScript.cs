using System.Text;
using IllAddins.Host.Scripting.Answers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>A script in a state of its own.</summary>
internal sealed unsafe class KeraLuaScript(KeraLuaState state, ScriptFile file) : ILoadedScript
{
    private readonly nint lua = state.Pointer;
    private readonly Dictionary<string, int> kept = new(StringComparer.Ordinal);
    private readonly SharedVariables shared = new(state.Pointer);
    private readonly FilledFields fields = new(state);
    private int view;

    public IReadOnlyList<string> Functions { get; private set; } = [];

    public IReadOnlyList<string> Libraries => state.Call.Loaded;

    public bool IsSpent { get; private set; }

    /// <summary>Compiles the text, runs its top level and seals what it made; answers the fault, or null.</summary>
    public ScriptFault? Start(ReadOnlySpan<byte> text)
    {
        if (Compile(text) is { } fault)
            return fault;
        state.PushOffer("seal");
        var status = state.Run(0, 3);
        if (status != LuaNative.Ok || state.Failed)
            return Fault(status);
        state.Call.Made.Settle();
        shared.Take(LuaNative.GetTop(lua));
        FindFunctions();
        state.PushOffer("view");
        LuaNative.PushInteger(lua, AskedTables.Root);
        state.Run(1, 1);
        view = LuaNative.Keep(lua, LuaNative.Registry);
        LuaNative.SetTop(lua, KeraLuaState.Host);
        return null;
    }

    public ScriptSaid Ask(string function, ScriptTable argument, SiteClock clock)
    {
        if (IsSpent)
            throw new InvalidOperationException($"The script {file.File} is spent and was asked again.");
        if (!PushFunction(function, out var unfit))
            return new ScriptSaid(unfit is null ? ScriptAnswer.NoHook.It : new ScriptAnswer.Fault(unfit));
        // Spent until it has ended well, also where the host's own code throws.
        IsSpent = true;
        state.Call.Begin(argument, clock);
        LuaStack.GetAt(lua, LuaNative.Registry, view);
        fields.Fill(state.Call.Tables);
        var status = state.Run(1, 2);
        var said = End(status, function);
        if (said.Answer is not ScriptAnswer.Fault)
            fields.Learn(state.Call.Fetched);
        state.Call.End();
        LuaNative.SetTop(lua, KeraLuaState.Host);
        // A plain error leaves the state as it was; what was cut short does not.
        IsSpent = said.Answer is ScriptAnswer.Fault && (status is not (LuaNative.Ok or LuaNative.PlainError) || state.WasCutShort || shared.Changed() is not null);
        return said;
    }

    /// <summary>Runs the call once more line by line: a function of the library, as in <c>return tostring(x)</c>, took the place of the one that returned.</summary>
    private ScriptLine? Trace(string function)
    {
        PushFunction(function, out _);
        LuaStack.GetAt(lua, LuaNative.Registry, view);
        state.Call.Retold = 0;
        var status = state.Trace(1, 2);
        state.Call.Retold = null;
        state.Call.Log.Take();
        return status == LuaNative.Ok ? file.Line(state.Returned) : null;
    }

    public void Dispose() => state.Dispose();

    private ScriptSaid End(int status, string function)
    {
        var log = state.Call.Log.Take();
        if (status != LuaNative.Ok || state.Failed)
            return Faulty(Fault(status), log);
        if (shared.Changed() is { } variable)
            return Faulty(ScriptErrors.KeptSomething(file.File, function, variable), log);
        var length = LuaNative.TypeOf(lua, -2) == LuaType.Text ? (long)LuaNative.RawLength(lua, -2) : 0;
        if (length > ScriptFile.LongestAnswer)
            return Faulty(ScriptErrors.LongAnswer(file.File, function, length, ScriptFile.LongestAnswer), log);
        return new ScriptSaid(LuaStack.Answer(state.Call, lua, -2)) { Reason = Reason(), Log = log, Returned = file.Line(state.Returned) ?? Trace(function) };
    }

    // What follows the answer and is no text is dropped, as Lua drops results that nobody asked for.
    private string? Reason() => LuaNative.TypeOf(lua, -1) == LuaType.Text
        ? AnswerConstructor.Reason(LuaStack.Text(lua, -1, ScriptFile.LongestError))
        : AnswerFunctions.Made(state.Call, lua, -2)?.Reason;

    private static ScriptSaid Faulty(ScriptFault fault, IReadOnlyList<string> log) => new(new ScriptAnswer.Fault(fault)) { Log = log };

    private ScriptFault? Compile(ReadOnlySpan<byte> text)
    {
        int status;
        fixed (byte* bytes = text, name = Encoding.UTF8.GetBytes($"={file.Chunk}\0"), mode = "t\0"u8)
            status = state.Compile(bytes, text.Length, name, mode);
        if (status != LuaNative.Ok)
            return Advised(Fault(status), Encoding.UTF8.GetString(text));
        state.PushOffer("library");
        LuaStack.Push(lua, "_G"u8);
        LuaStack.Get(lua, -2);
        LuaNative.SetUpvalue(lua, -3, 1);
        LuaStack.Drop(lua, 1);
        status = state.Run(0, 0);
        return status != LuaNative.Ok || state.Failed ? Fault(status) : null;
    }

    private static ScriptFault Advised(ScriptFault fault, string text) =>
        fault.Line is { } line ? fault with { Message = fault.Message + ForeignSigns.AdviceOnEnd(text, fault.Message) + MisspeltWords.Question(text, line) } : fault;

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
            unfit = ScriptErrors.NoFunction(file.File, name, LuaType.NameOf(type));
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
        var fault = Found(status);
        // What a script said of it itself, after a pcall, is its own.
        return state.Call.AddinFailed is { } failed && fault.Message == OneLine.Of(failed, ScriptFault.Longest) ? fault with { OfAddin = true } : fault;
    }

    private ScriptFault Found(int status)
    {
        if (file.Stopped(state.Call, state.Cut(status)) is { } cut)
            return cut;
        return LuaStack.IsText(lua, -1) ? file.Read(LuaStack.Text(lua, -1, ScriptFile.LongestError)) : ScriptErrors.Odd(file.File, LuaType.NameOf(LuaNative.TypeOf(lua, -1)));
    }
}
