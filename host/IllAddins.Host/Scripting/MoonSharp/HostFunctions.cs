using IllAddins.Host.Scripting.Answers;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>What the host offers to the prelude.</summary>
internal static class HostFunctions
{
    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All =>
    [
        ("find", PatternFunctions.Find), ("scan", PatternFunctions.Scan), ("replace", PatternFunctions.Replace),
        ("read", Read), ("unchangeable", Unchangeable), ("names", Names),
        ("now", frame => Seconds(ScriptTimes.Now(frame.Call, out var fault), fault)), ("time", Time), ("moment", Moment), ("date", Date),
        ("words", frame => DynValue.NewString(frame.Words(1))), ("unknown", AnswerFunctions.Unknown), ("log", AnswerFunctions.Log), ("compile", Compile),
    ];

    public static Table Constructors(MoonSharpState state)
    {
        var made = new Table(state.Script);
        foreach (var constructor in AnswerConstructors.All)
            made.Set(constructor.Api.Name, state.Function(constructor.Api.Name, AnswerFunctions.Make(constructor)));
        return made;
    }

    /// <summary>number, field, whether the script wants it by this name -> value | nil, number of a table inside | nil, nil, message</summary>
    private static DynValue Read(Frame frame)
    {
        var (number, field) = ((int)frame.Whole(1), Field(frame));
        if (frame[2].Type != DataType.String || !frame.Call.Tables.TryRead(number, field, out var value))
            return DynValue.NewTuple(DynValue.Nil, DynValue.Nil, DynValue.NewString(ByteText.Of(frame.Call.Tables.Unknown(number, field))));
        return value is AskedTables.Opened inner ? DynValue.NewTuple(DynValue.Nil, DynValue.NewNumber(inner.Number)) : Value(value, field);
    }

    private static DynValue Unchangeable(Frame frame) =>
        DynValue.NewString(ByteText.Of(frame.Call.Tables.Unchangeable((int)frame.Whole(1), Field(frame))));

    private static DynValue Names(Frame frame) =>
        DynValue.NewTable(frame.State.Script, [.. frame.Call.Tables.Names((int)frame.Whole(1)).Select(name => DynValue.NewString(ByteText.Of(name)))]);

    private static string Field(Frame frame) =>
        frame[2].Type is DataType.String or DataType.Number ? frame.State.Name(frame[2]) : $"[{LuaKind.Of(frame[2])}]";

    private static DynValue Value(object? value, string field) => value switch
    {
        null => DynValue.Nil,
        string text => DynValue.NewString(ByteText.Of(text)),
        bool truth => DynValue.NewBoolean(truth),
        int number => DynValue.NewNumber(number),
        long number => DynValue.NewNumber(number),
        double number => DynValue.NewNumber(number),
        _ => throw new InvalidOperationException(AskedTables.Unfit(field, value)),
    };

    private static DynValue Seconds(long? seconds, string? fault) => seconds is { } told ? DynValue.NewNumber(told) : Frame.Fail(fault!);

    private static DynValue Time(Frame frame)
    {
        Span<int> parts = stackalloc int[6];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (int)frame.Whole(i + 1);
        return Seconds(ScriptTimes.Seconds(frame.Call, parts, out var fault), fault);
    }

    private static DynValue Moment(Frame frame) => ScriptTimes.Local(frame.Call, frame.Whole(1), frame.Truth(2), out var fault) is { } local
        ? DynValue.NewTuple([.. LuaDates.Parts(local).Select(part => DynValue.NewNumber(part)), DynValue.NewBoolean(LuaDates.IsSummerTime(local))])
        : Frame.Fail(fault!);

    private static DynValue Date(Frame frame)
    {
        var format = frame.Text(1);
        if (format.Length > ScriptTimes.LongestFormat)
            return Frame.Fail(ScriptTimes.FormatTooLong);
        return ScriptTimes.Text(frame.Call, ByteText.Words(format), frame.Whole(2), frame.Truth(3), out var fault) is { } text
            ? DynValue.NewString(ByteText.Of(text))
            : Frame.Fail(fault!);
    }

    /// <summary>name, environment -> the library as a function | false, message</summary>
    private static DynValue Compile(Frame frame)
    {
        if (frame.Call.TakeLibrary(frame.State.Name(frame[1]), out var missing) is not { } source)
            return Frame.Fail(missing!);
        return frame.State.Compile(source.File, source.Text.Span, frame.Table(2), out var fault) ?? Frame.Fail(ByteText.Words(fault!));
    }
}
