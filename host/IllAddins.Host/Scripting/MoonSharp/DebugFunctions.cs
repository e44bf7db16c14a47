using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>What the prelude asks of functions and metatables; scripts do not see it.</summary>
internal static class DebugFunctions
{
    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All =>
        [("getmetatable", GetMetatable), ("setmetatable", SetMetatable), ("getinfo", About), ("getupvalue", Variable), ("upvalueid", VariableId)];

    private static DynValue GetMetatable(Frame frame)
    {
        var meta = frame[1].Type switch
        {
            DataType.Table => frame[1].Table.MetaTable,
            DataType.String => frame.State.Script.GetTypeMetatable(DataType.String),
            _ => null,
        };
        return meta is null ? DynValue.Nil : DynValue.NewTable(meta);
    }

    // An answer such as Wait.Hours(2) has what its descriptor says.
    private static DynValue SetMetatable(Frame frame)
    {
        if (frame[1].Type == DataType.Table)
            frame[1].Table.MetaTable = frame.IsNil(2) ? null : frame.Table(2);
        return frame[1];
    }

    private static DynValue About(Frame frame)
    {
        var about = new Table(frame.State.Script);
        var function = frame[1].Type == DataType.Function ? frame[1].Function : null;
        about.Set("what", DynValue.NewString(function is null ? "C" : "Lua"));
        about.Set("source", DynValue.NewString(function is not null && frame.State.IsOwn(function) ? "=script" : "=host"));
        return DynValue.NewTable(about);
    }

    private static DynValue Variable(Frame frame)
    {
        var place = (int)frame.Whole(2) - 1;
        if (frame[1].Type != DataType.Function || place >= frame[1].Function.GetUpvaluesCount())
            return DynValue.Nil;
        return DynValue.NewTuple(DynValue.NewString(frame[1].Function.GetUpvalueName(place)), frame[1].Function.GetUpvalue(place) ?? DynValue.Nil);
    }

    private static DynValue VariableId(Frame frame) =>
        frame[1].Function.GetUpvalue((int)frame.Whole(2) - 1) is { } cell ? DynValue.NewNumber(cell.ReferenceID) : DynValue.NewNumber(0);
}
