using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Lua's functions without a library, as the prelude expects them.</summary>
internal static class BasicFunctions
{
    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All =>
    [
        ("error", Error), ("protect", Protect), ("tostring", ToText), ("tonumber", ToNumber), ("type", frame => DynValue.NewString(LuaKind.Of(frame[1]))), ("select", Select), ("next", Next),
        ("rawget", frame => frame.Table(1).Get(frame[2])), ("rawset", RawSet), ("rawequal", frame => DynValue.NewBoolean(frame[1].Equals(frame[2]))),
        ("setmetatable", SetMetatable),
    ];

    /// <summary>A value as a text, without asking a metatable.</summary>
    public static string Words(DynValue value) => value.Type switch
    {
        DataType.Nil or DataType.Void => "nil",
        DataType.Boolean => value.Boolean ? "true" : "false",
        DataType.Number => LuaNumber.Text(value.Number),
        DataType.String => value.String,
        _ => LuaKind.Of(value),
    };

    /// <summary>Any number of values; a tuple of none would be a nil.</summary>
    public static DynValue Several(DynValue[] values) => values.Length == 0 ? DynValue.Void : DynValue.NewTuple(values);

    private static DynValue Error(Frame frame)
    {
        var value = frame[1];
        var level = frame.Whole(2, 1);
        // The engine knows its innermost place by itself, and better.
        if (value.Type == DataType.String && level == 1)
            throw new ScriptRuntimeException(value.String);
        if (value.Type == DataType.String)
            throw Raised.Exception(level > 1 ? frame.State.Position(frame.Context, level) + value.String : value.String);
        throw frame.State.Raised.Keep(value);
    }

    /// <summary>a function of Lua, its arguments -> true, results | false, error</summary>
    private static DynValue Protect(Frame frame)
    {
        var arguments = new DynValue[frame.Count - 1];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = frame[i + 2];
        var state = frame.State;
        return DynValue.NewTailCallReq(new TailCallData
        {
            Function = frame[1],
            Args = arguments,
            Continuation = new CallbackFunction((_, results) => results.Count == 0 ? DynValue.True : DynValue.NewTupleNested(DynValue.True, DynValue.NewTuple(results.GetArray()))),
            ErrorHandler = new CallbackFunction((_, error) => DynValue.NewTuple(DynValue.False, state.Raised.Take(error[0]))),
        });
    }

    // What a function that answers nothing has left in a variable comes as no argument at all: it is nil, here and in what follows.
    private static DynValue ToText(Frame frame)
    {
        var own = frame[1].Type == DataType.Table ? frame[1].Table.MetaTable?.Get("__tostring") : null;
        if (own is null || own.IsNil())
            return DynValue.NewString(frame.Words(1));
        return DynValue.NewTailCallReq(new TailCallData
        {
            Function = own,
            Args = [frame[1]],
            Continuation = new CallbackFunction((_, results) => results[0].Type switch
            {
                DataType.String => results[0],
                DataType.Number => DynValue.NewString(LuaNumber.Text(results[0].Number)),
                _ => throw new ScriptRuntimeException("'__tostring' must return a string"),
            }),
        });
    }

    private static DynValue ToNumber(Frame frame)
    {
        double? number;
        if (frame.IsNil(2))
        {
            number = LuaNumber.Of(frame[1]);
        }
        else
        {
            var numberBase = frame.Whole(2);
            if (frame[1].Type != DataType.String)
                throw frame.Expected(1, "string");
            if (numberBase is < 2 or > 36)
                throw frame.Bad(2, "base out of range");
            number = LuaNumber.Read(frame[1].String, (int)numberBase);
        }

        return number is { } value ? DynValue.NewNumber(value) : DynValue.Nil;
    }

    private static DynValue Select(Frame frame)
    {
        if (frame[1] is { Type: DataType.String, String: "#" })
            return DynValue.NewNumber(frame.Count - 1);
        var place = frame.Whole(1);
        if (place < 0)
            place = frame.Count + place;
        if (place < 1)
            throw frame.Bad(1, "index out of range");
        var values = new DynValue[Math.Max(0, frame.Count - place)];
        for (var i = 0; i < values.Length; i++)
            values[i] = frame[(int)place + 1 + i];
        return Several(values);
    }

    private static DynValue Next(Frame frame)
    {
        if (frame.Table(1).NextKey(frame[2]) is not { } pair)
            throw new ScriptRuntimeException("invalid key to 'next'");
        return pair.Key.IsNil() ? DynValue.Nil : DynValue.NewTuple(pair.Key, pair.Value);
    }

    private static DynValue RawSet(Frame frame)
    {
        frame.Table(1).Set(frame[2], frame[3]);
        return frame[1];
    }

    private static DynValue SetMetatable(Frame frame)
    {
        frame.Table(1).MetaTable = frame.IsNil(2) ? null : frame.State.Metatables.Of(frame.Table(2));
        return frame[1];
    }
}
