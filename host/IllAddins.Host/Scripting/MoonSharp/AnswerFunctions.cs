using IllAddins.Host.Scripting.Answers;
using MoonSharp.Interpreter;
using MoonSharp.Interpreter.Interop;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The host's side of the constructors and of <c>log</c>.</summary>
internal static class AnswerFunctions
{
    public static Func<Frame, DynValue> Make(AnswerConstructor constructor) => frame =>
    {
        var arguments = frame.Call.Arguments;
        for (var place = 0; place < arguments.Length; place++)
            arguments[place] = Value(frame.Call, frame[place + 1]);
        if (frame.Call.Make(constructor, out var fault) is { } number)
            return Mark(number);
        frame.Call.Misused = (fault!, frame.State.Place(frame.Context));
        throw new CutShortException();
    };

    /// <summary>An answer by its number, in a guise that scripts can hold and not look into.</summary>
    public static DynValue Mark(int number) => UserData.Create(number, MarkDescriptor.It);

    /// <summary>an answer -> how a script writes it</summary>
    public static string Words(Frame frame, int place) => Made(frame.Call, frame[place]) is { } made ? AnswerWords.Of(made.Answer) : ScriptValue.AnswerType;

    /// <summary>a group of constructors, a name that it lacks -> a message</summary>
    public static DynValue Unknown(Frame frame) =>
        DynValue.NewString(ByteText.Of(AnswerConstructors.Unknown(ByteText.Words(frame.Text(1)), frame.State.Name(frame[2]))));

    public static DynValue Log(Frame frame)
    {
        frame.Call.Log.Write(ByteText.Words(frame.Text(1), 4 * ScriptLog.LongestLine));
        return DynValue.Void;
    }

    /// <summary>What a constructor made; null where the value is something else.</summary>
    public static MadeAnswer? Made(ScriptCall call, DynValue value) =>
        value is { Type: DataType.UserData, UserData.Object: int number } ? call.Made.Find(number) : null;

    private static ScriptValue Value(ScriptCall call, DynValue value) => value.Type switch
    {
        DataType.Nil or DataType.Void => ScriptValue.Nil,
        DataType.Number => new ScriptValue("number", Number: value.Number),
        DataType.String => new ScriptValue("string", Text: ByteText.Words(value.String, MoonSharpState.LongestName)),
        DataType.UserData => new ScriptValue(ScriptValue.AnswerType, Made: Made(call, value)),
        _ => new ScriptValue(LuaKind.Of(value)),
    };

    /// <summary>Answers have no fields and no operators.</summary>
    private sealed class MarkDescriptor : IUserDataDescriptor
    {
        public static readonly MarkDescriptor It = new();

        public string Name => ScriptValue.AnswerType;

        public Type Type => typeof(int);

        public DynValue Index(Script script, object obj, DynValue index, bool isDirectIndexing) =>
            throw new ScriptRuntimeException($"'{BasicFunctions.Words(index)}' cannot be read: {AnswerWords.NoFields}");

        public bool SetIndex(Script script, object obj, DynValue index, DynValue value, bool isDirectIndexing) =>
            throw new ScriptRuntimeException($"{AnswerWords.NoFields} and cannot be changed");

        public string AsString(object obj) => ScriptValue.AnswerType;

        public DynValue? MetaIndex(Script script, object obj, string metaname) => null;

        public bool IsTypeCompatible(Type type, object obj) => obj is int;
    }
}
