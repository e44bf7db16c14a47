using System.Runtime.ExceptionServices;
using System.Text;
using IllAddins.Host.Scripting.Answers;
using MoonSharp.Interpreter;
using MoonSharp.Interpreter.Debugging;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>An engine with its watch, its library and the sandbox, made for one script.</summary>
internal sealed class MoonSharpState
{
    /// <summary>Longer than any field's name, in bytes.</summary>
    public const int LongestName = 256;

    private readonly (string? Text, byte[] Bytes)[] converted = new (string?, byte[])[2];

    /// <param name="chunk">What the script is called in messages.</param>
    /// <param name="source">The script, of which the libraries are taken.</param>
    /// <param name="limits">What loading and each call may cost.</param>
    public MoonSharpState(string chunk, ScriptSource source, ScriptLimits limits)
    {
        Call = new ScriptCall(limits, source.Libraries);
        Script = new Script(CoreModules.None);
        Script.Options.UseLuaErrorLocations = true;
        Watch = new Watch(Script);
        Metatables = new Metatables(Script);
        Offers = new Table(Script);
        Library = new Table(Script);
        BuildSandbox(chunk);
    }

    public Script Script { get; }

    public Watch Watch { get; }

    public Metatables Metatables { get; }

    public ScriptCall Call { get; }

    public Raised Raised { get; } = new();

    /// <summary>What the prelude offers to the host.</summary>
    public Table Offers { get; }

    /// <summary>What scripts see.</summary>
    public Table Library { get; }

    /// <summary>The script's globals as it sees them.</summary>
    public Table Environment => Library.Get("_G").Table;

    public DynValue Function(string name, Func<Frame, DynValue> function) =>
        DynValue.NewCallback((context, arguments) => Guarded(new Frame(this, context, arguments, name), function), name);

    /// <summary>Compiles a text; null with the engine's message where that cannot be.</summary>
    public DynValue? Compile(string chunk, ReadOnlySpan<byte> text, Table environment, out string? fault)
    {
        var name = ByteText.Of(chunk);
        var scanned = ScannedSource.Read(ByteText.Of(text));
        fault = scanned.Fault is null ? null : $"{name}:{scanned.Line}: {scanned.Fault}";
        if (fault is not null)
            return null;
        try
        {
            var compiled = RoomyThread.Run(() => Script.LoadString(scanned.Text, environment, name));
            Watch.FirstOwnCode = Math.Min(Watch.FirstOwnCode, compiled.Function.EntryPointByteCodeLocation);
            Watch.Note(Script.GetSourceCode(Script.SourceCodeCount - 1), scanned.Noted);
            return compiled;
        }
        catch (SyntaxErrorException wrong)
        {
            fault = wrong.DecoratedMessage ?? wrong.Message;
            return null;
        }
    }

    /// <summary>Whether a function was written in the script or one of its libraries.</summary>
    public bool IsOwn(Closure function) => function.EntryPointByteCodeLocation >= Watch.FirstOwnCode;

    /// <summary>A field's name as people read it; one that is too long is cut, and is then no field's.</summary>
    public string Name(DynValue value)
    {
        var text = BasicFunctions.Words(value);
        return Call.Name(Encoding.Latin1.GetBytes(text.Length > LongestName ? text[..(LongestName + 1)] : text));
    }

    /// <summary>A text as bytes; the last ones are kept, as a search goes on in the same text.</summary>
    /// <param name="text">Of characters below 256.</param>
    /// <param name="place">0 for texts, 1 for patterns.</param>
    public byte[] Bytes(string text, int place)
    {
        ref var known = ref converted[place];
        if (!ReferenceEquals(known.Text, text))
            known = (text, Encoding.Latin1.GetBytes(text));
        return known.Bytes;
    }

    /// <summary>Forgets what was needed for one call.</summary>
    public void Release() => Array.Clear(converted);

    /// <summary>The script's line that calls one of our functions.</summary>
    public ChunkLine? Place(ScriptExecutionContext context) => Watch.Innermost(context.GetCallingCoroutine().GetStackTrace(0));

    /// <summary>The place that an error's text begins with; empty where the level is the host's own.</summary>
    public string Position(ScriptExecutionContext context, long level)
    {
        var frames = context.GetCallingCoroutine().GetStackTrace(0);
        return level < frames.Length && Watch.Line(frames, (int)level) is { } line ? $"{ByteText.Of(line.Chunk)}:{line.Line}: " : "";
    }

    /// <summary>Attaches the watch; from now on what runs is the script's own.</summary>
    public void Arm()
    {
        Watch.FirstOwn = Math.Min(Watch.FirstOwn, Script.SourceCodeCount);
        Script.AttachDebugger(Watch);
    }

    private DynValue Guarded(Frame frame, Func<Frame, DynValue> function)
    {
        try
        {
            return function(frame);
        }
        catch (Exception thrown) when (thrown is not (InterpreterException or CutShortException))
        {
            // The script is stopped, and whoever called it throws this again.
            Call.Broken = ExceptionDispatchInfo.Capture(thrown);
            throw new CutShortException();
        }
    }

    private void BuildSandbox(string chunk)
    {
        var std = Std();
        Fill(Offers, HostFunctions.All);
        Offers.Set("constructors", DynValue.NewTable(HostFunctions.Constructors(this)));
        Offers.Set("no_answer", AnswerFunctions.Mark(0));
        Offers.Set("no_fields", DynValue.NewString(AnswerWords.NoFields));
        Offers.Set("chunk", DynValue.NewString(ByteText.Of(chunk)));
        foreach (var (_, text) in Floor.Chunks)
            Script.Call(Script.LoadString(text, null, ScriptErrors.PreludeChunk), DynValue.NewTable(Offers), DynValue.NewTable(std), DynValue.NewTable(Library));
    }

    private Table Std()
    {
        var std = new Table(Script);
        Fill(std, BasicFunctions.All);
        std.Set("_VERSION", DynValue.NewString("Lua 5.4"));
        Fill(Inside(std, "string"), TextFunctions.All);
        Fill(Inside(std, "table"), TableFunctions.All);
        Fill(Inside(std, "debug"), DebugFunctions.All);
        Fill(Inside(std, "math"), NumberFunctions.All);
        foreach (var (name, value) in NumberFunctions.Values)
            std.Get("math").Table.Set(name, DynValue.NewNumber(value));
        Fill(Inside(std, "utf8"), Utf8Functions.All);
        std.Get("utf8").Table.Set("charpattern", DynValue.NewString(Utf8Functions.CharacterPattern));
        std.Get("string").Table.Set("match", Function("match", Floor.Match));
        Script.SetTypeMetatable(DataType.String, new Table(Script));
        return std;
    }

    private Table Inside(Table table, string name)
    {
        var inner = new Table(Script);
        table.Set(name, DynValue.NewTable(inner));
        return inner;
    }

    private void Fill(Table table, IEnumerable<(string Name, Func<Frame, DynValue> Function)> functions)
    {
        foreach (var (name, function) in functions)
            table.Set(name, Function(name, function));
    }
}
