using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The math library, of fractions alone.</summary>
internal static class NumberFunctions
{
    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All =>
    [
        ("abs", Of(Math.Abs)), ("acos", Of(Math.Acos)), ("asin", Of(Math.Asin)), ("ceil", Of(Math.Ceiling)), ("cos", Of(Math.Cos)), ("deg", Of(x => x * (180 / Math.PI))), ("exp", Of(Math.Exp)),
        ("floor", Of(Math.Floor)), ("rad", Of(x => x * (Math.PI / 180))), ("sin", Of(Math.Sin)), ("sqrt", Of(Math.Sqrt)), ("tan", Of(Math.Tan)),
        ("atan", frame => DynValue.NewNumber(Math.Atan2(frame.Number(1), frame.Number(2, 1)))),
        ("fmod", frame => DynValue.NewNumber(frame.Number(1) % frame.Number(2))),
        ("log", Log), ("modf", Parts),
        ("max", frame => Chosen(frame, (one, best) => one > best)), ("min", frame => Chosen(frame, (one, best) => one < best)),
        ("tointeger", ToInteger), ("type", Kind), ("ult", frame => DynValue.NewBoolean((ulong)frame.Whole(1) < (ulong)frame.Whole(2))),
    ];

    public static IEnumerable<(string Name, double Value)> Values =>
        [("pi", Math.PI), ("huge", double.PositiveInfinity), ("maxinteger", LuaNumber.MostExact - 1), ("mininteger", 1 - LuaNumber.MostExact)];

    private static Func<Frame, DynValue> Of(Func<double, double> function) => frame => DynValue.NewNumber(function(frame.Number(1)));

    private static DynValue Log(Frame frame) => DynValue.NewNumber(frame.IsNil(2) ? Math.Log(frame.Number(1)) : frame.Number(2) switch
    {
        2 => Math.Log2(frame.Number(1)),
        10 => Math.Log10(frame.Number(1)),
        var other => Math.Log(frame.Number(1)) / Math.Log(other),
    });

    private static DynValue Parts(Frame frame)
    {
        var number = frame.Number(1);
        var whole = Math.Truncate(number);
        return DynValue.NewTuple(DynValue.NewNumber(whole), DynValue.NewNumber(double.IsInfinity(number) ? 0 : number - whole));
    }

    private static DynValue Chosen(Frame frame, Func<double, double, bool> better)
    {
        var best = frame.Number(1);
        for (var place = 2; place <= frame.Count; place++)
            if (frame.Number(place) is var one && better(one, best))
                best = one;
        return DynValue.NewNumber(best);
    }

    private static DynValue ToInteger(Frame frame) =>
        LuaNumber.Of(frame[1]) is { } number && double.IsInteger(number) && Math.Abs(number) < 9.3e18 ? DynValue.NewNumber(number) : DynValue.Nil;

    private static DynValue Kind(Frame frame) =>
        frame[1].Type != DataType.Number ? DynValue.Nil : DynValue.NewString(LuaNumber.IsExact(frame[1].Number) ? "integer" : "float");
}
