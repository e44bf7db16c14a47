using IllAddins.Host.Scripting.Answers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>The host's side of the constructors and of <c>log</c>.</summary>
internal static unsafe class AnswerFunctions
{
    /// <summary>The constructor's arguments -> a mark that only the host can make and read; a misuse ends the call.</summary>
    /// <remarks>A function of the host keeps the frame of the line that calls it, also in <c>return Wait.Hours(2)</c>; one in Lua would take its place.</remarks>
    public static int Make(ScriptCall call, nint state)
    {
        var constructor = AnswerConstructors.All[(int)LuaStack.Integer(state, LuaNative.FirstUpvalue)!];
        var arguments = call.Arguments;
        for (var place = 0; place < arguments.Length; place++)
            arguments[place] = Value(call, state, place + 1);
        if (call.Make(constructor, out var fault) is not { } number)
            return Misuse(call, state, fault!);
        LuaNative.PushMark(state, number);
        return 1;
    }

    /// <summary>an answer -> how a script writes it</summary>
    public static int Words(ScriptCall call, nint state)
    {
        LuaStack.Push(state, Made(call, state, 1) is { } made ? AnswerWords.Of(made.Answer) : ScriptValue.AnswerType);
        return 1;
    }

    /// <summary>a group of constructors, a name that it lacks -> a message</summary>
    public static int Unknown(ScriptCall call, nint state)
    {
        LuaStack.Push(state, AnswerConstructors.Unknown(LuaStack.Text(state, 1), call.Name(LuaStack.Bytes(state, 2))));
        return 1;
    }

    /// <summary>text -></summary>
    public static int Log(ScriptCall call, nint state)
    {
        call.Log.Write(LuaStack.Text(state, 1, 4 * ScriptLog.LongestLine));
        return 0;
    }

    /// <summary>What a constructor made; null where the value is something else.</summary>
    public static MadeAnswer? Made(ScriptCall call, nint state, int index) =>
        LuaNative.TypeOf(state, index) == LuaType.Mark ? call.Made.Find(LuaNative.ToMark(state, index)) : null;

    private static int Misuse(ScriptCall call, nint state, string message)
    {
        call.Misused = (message, LuaPlace.Now(state).InWords());
        return 0;
    }

    private static ScriptValue Value(ScriptCall call, nint state, int index) => LuaNative.TypeOf(state, index) switch
    {
        LuaType.None or LuaType.Nil => ScriptValue.Nil,
        LuaType.Number => new ScriptValue("number", Number: LuaNative.ToNumber(state, index, null)),
        LuaType.Text => new ScriptValue("string", Text: call.Name(LuaStack.Bytes(state, index))),
        LuaType.Mark => new ScriptValue(ScriptValue.AnswerType, Made: Made(call, state, index)),
        var type => new ScriptValue(LuaType.NameOf(type)),
    };
}
