using IllAddins.Host.Scripting.Answers;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>A script in an engine of its own.</summary>
internal sealed class MoonSharpScript : ILoadedScript
{
    /// <summary>Each error leaves some values on the engine's stack of 131,072.</summary>
    private const int MostErrors = 10_000;

    private readonly MoonSharpState state;
    private readonly ScriptFile file;
    private readonly EngineTally tally;
    private readonly SharedCells shared = new();
    private DynValue view = DynValue.Nil;
    private int errors;
    private bool closed;

    public MoonSharpScript(ScriptFile file, ScriptSource source, ScriptLimits limits, EngineTally tally)
    {
        (this.file, this.tally) = (file, tally);
        state = NoCulture.Run(() => new MoonSharpState(file.Chunk, source, limits));
        tally.Opened();
    }

    public IReadOnlyList<string> Functions { get; private set; } = [];

    public IReadOnlyList<string> Libraries => state.Call.Loaded;

    public bool IsSpent { get; private set; }

    /// <summary>Compiles the text, runs its top level and seals what it made; answers the fault, or null.</summary>
    public ScriptFault? Start(ReadOnlyMemory<byte> text)
    {
        state.Arm();
        if (state.Compile(file.Chunk, text.Span, state.Environment, out var wrong) is not { } top)
            return file.Read(ByteText.Words(wrong!, ScriptFile.LongestError));
        if (Run(() => state.Script.Call(top)) is { Fault: { } fault })
            return fault;
        var sealing = Run(() => state.Script.Call(state.Offers.Get("seal")));
        if (sealing.Fault is not null)
            return sealing.Fault;
        state.Call.Made.Settle();
        shared.Take(sealing.Value);
        Functions = [.. state.Offers.Get("globals").Table.Pairs.Where(pair => pair.Key.Type == DataType.String && IsFunction(pair.Value)).Select(pair => ByteText.Words(pair.Key.String)).Order(StringComparer.Ordinal)];
        view = Run(() => state.Script.Call(state.Offers.Get("view"), DynValue.NewNumber(AskedTables.Root))).Value;
        return null;
    }

    public ScriptSaid Ask(string function, ScriptTable argument, SiteClock clock)
    {
        if (IsSpent)
            throw new InvalidOperationException($"The script {file.File} is spent and was asked again.");
        var hook = state.Offers.Get("globals").Table.Get(ByteText.Of(function));
        if (hook.IsNil())
            return new ScriptSaid(ScriptAnswer.NoHook.It);
        if (!IsFunction(hook))
            return new ScriptSaid(new ScriptAnswer.Fault(ScriptErrors.NoFunction(file.File, function, LuaKind.Of(hook))));
        // Spent until it has ended well, also where the host's own code throws.
        IsSpent = true;
        state.Call.Begin(argument, clock);
        var ran = Run(() => state.Script.Call(state.Offers.Get("ask"), hook, view));
        var said = End(ran, function);
        state.Call.End();
        state.Release();
        // A plain error leaves the state as it was; what was cut short does not.
        IsSpent = said.Answer is ScriptAnswer.Fault && (ran.WasCutShort || shared.Changed() is not null || ++errors >= MostErrors);
        return said;
    }

    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        tally.Closed(0);
    }

    private static bool IsFunction(DynValue value) => value.Type is DataType.Function or DataType.ClrFunction;

    private ScriptSaid End(Ran ran, string function)
    {
        var log = state.Call.Log.Take();
        if (ran.Fault is not null)
            return Faulty(ran.Fault, log);
        if (shared.Changed() is { } variable)
            return Faulty(ScriptErrors.KeptSomething(file.File, function, variable), log);
        var (answer, reason) = (ran.Value.Tuple[0], ran.Value.Tuple[1]);
        if (answer.Type == DataType.String && answer.String.Length > ScriptFile.LongestAnswer)
            return Faulty(ScriptErrors.LongAnswer(file.File, function, answer.String.Length, ScriptFile.LongestAnswer), log);
        return new ScriptSaid(Answer(answer)) { Reason = Reason(answer, reason), Log = log, Returned = file.Line(state.Watch.Returned) };
    }

    private string? Reason(DynValue answer, DynValue reason) => reason.Type == DataType.String
        ? AnswerConstructor.Reason(ByteText.Words(reason.String, ScriptFile.LongestError))
        : AnswerFunctions.Made(state.Call, answer)?.Reason;

    private ScriptAnswer Answer(DynValue value) => value.Type switch
    {
        DataType.Nil or DataType.Void => new ScriptAnswer.Value(null),
        DataType.Boolean => new ScriptAnswer.Value(value.Boolean),
        DataType.Number when LuaNumber.IsExact(value.Number) => new ScriptAnswer.Value((long)value.Number),
        DataType.Number => new ScriptAnswer.Value(value.Number),
        DataType.String => new ScriptAnswer.Value(ByteText.Words(value.String)),
        DataType.UserData when AnswerFunctions.Made(state.Call, value) is { } made => made.Answer,
        _ => new ScriptAnswer.Unusable(LuaKind.Of(value)),
    };

    private static ScriptSaid Faulty(ScriptFault fault, IReadOnlyList<string> log) => new(new ScriptAnswer.Fault(fault)) { Log = log };

    /// <summary>Runs within the limits; what the host's functions threw is thrown again.</summary>
    private Ran Run(Func<DynValue> work)
    {
        var ran = NoCulture.Run(() =>
        {
            state.Watch.Begin(state.Call.Limits);
            try
            {
                return new Ran(work());
            }
            catch (ScriptRuntimeException raised)
            {
                return Failed(state.Raised.Take(DynValue.NewString(raised.DecoratedMessage ?? raised.Message)));
            }
            catch (CutShortException)
            {
                return new Ran(DynValue.Nil, file.Stopped(state.Call, state.Watch.Cut), WasCutShort: true);
            }
            catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or NullReferenceException or InvalidCastException or InterpreterException)
            {
                // The engine's stack is full, or it has tripped over a value that it did not expect.
                return new Ran(DynValue.Nil, broken is IndexOutOfRangeException or ArgumentException ? ScriptErrors.TooDeep(file.File) : ScriptErrors.GaveUp(file.File, broken.Message), WasCutShort: true);
            }
            finally
            {
                state.Watch.End();
            }
        });
        state.Call.Broken?.Throw();
        return ran;
    }

    private Ran Failed(DynValue raised) => new(DynValue.Nil, raised.Type is DataType.String or DataType.Number
        ? file.Read(ByteText.Words(BasicFunctions.Words(raised), ScriptFile.LongestError))
        : ScriptErrors.Odd(file.File, LuaKind.Of(raised)));

    private sealed record Ran(DynValue Value, ScriptFault? Fault = null, bool WasCutShort = false);
}
