using System.Text;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The table library for tables without metatables; the others are walked in Lua.</summary>
internal static class TableFunctions
{
    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All => [("pack", Pack), ("unpack", Unpack), ("concat", Concat)];

    private static DynValue Pack(Frame frame)
    {
        var table = new Table(frame.State.Script);
        for (var place = 1; place <= frame.Count; place++)
            table.Set(place, frame[place]);
        table.Set("n", DynValue.NewNumber(frame.Count));
        return DynValue.NewTable(table);
    }

    private static DynValue Unpack(Frame frame)
    {
        var table = frame.Table(1);
        var (first, last) = (frame.Whole(2, 1), frame.Whole(3, table.Length));
        if (first > last)
            return DynValue.Void;
        if ((double)last - first >= TextFunctions.MostValues)
            throw new ScriptRuntimeException("too many results to unpack");
        var values = new DynValue[last - first + 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = table.Get(DynValue.NewNumber(first + i));
        return DynValue.NewTuple(values);
    }

    private static DynValue Concat(Frame frame)
    {
        var (table, between) = (frame.Table(1), frame.IsNil(2) ? "" : frame.Text(2));
        var (first, last) = (frame.Whole(3, 1), frame.Whole(4, table.Length));
        var text = new StringBuilder();
        for (var place = first; place <= last; place++)
        {
            var value = table.Get(DynValue.NewNumber(place));
            if (value.Type is not (DataType.String or DataType.Number))
                throw new ScriptRuntimeException($"invalid value ({LuaKind.Of(value)}) at index {place} in table for 'concat'");
            var words = BasicFunctions.Words(value);
            frame.Claim(text.Length + (2L * (words.Length + between.Length)));
            text.Append(words).Append(place < last ? between : "");
        }

        return DynValue.NewString(text.ToString());
    }
}
