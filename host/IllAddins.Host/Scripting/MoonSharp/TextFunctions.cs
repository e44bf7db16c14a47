using System.Text;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The string library without searching, which is the host's.</summary>
internal static class TextFunctions
{
    /// <summary>How many values a function may answer.</summary>
    public const int MostValues = 30_000;

    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All =>
    [
        ("byte", Byte), ("char", Char), ("len", frame => DynValue.NewNumber(frame.Text(1).Length)), ("sub", Sub), ("rep", Repeat), ("format", FormatFunctions.Format),
        ("lower", frame => Changed(frame, char.IsAsciiLetterUpper, 0x20)), ("upper", frame => Changed(frame, char.IsAsciiLetterLower, -0x20)), ("reverse", Reverse),
    ];

    /// <summary>Where a part begins and ends, counted from 1; the end may lie before the beginning.</summary>
    public static (int First, int Last) Part(long first, long last, int length)
    {
        var from = first > 0 ? first : first == 0 ? 1 : first < -length ? 1 : length + first + 1;
        var to = last > length ? length : last >= 0 ? last : last < -length ? 0 : length + last + 1;
        return ((int)Math.Min(from, length + 1L), (int)to);
    }

    private static DynValue Byte(Frame frame)
    {
        var text = frame.Text(1);
        var begin = frame.Whole(2, 1);
        var (first, last) = Part(begin, frame.Whole(3, begin), text.Length);
        if (last - first >= MostValues)
            throw new ScriptRuntimeException("string slice too long");
        return first > last ? DynValue.Void : DynValue.NewTuple([.. text[(first - 1)..last].Select(letter => DynValue.NewNumber(letter))]);
    }

    private static DynValue Char(Frame frame)
    {
        var text = new StringBuilder(frame.Count);
        for (var place = 1; place <= frame.Count; place++)
            text.Append(frame.Whole(place) is >= 0 and <= 255 and var value ? (char)value : throw frame.Bad(place, "value out of range"));
        return DynValue.NewString(text.ToString());
    }

    private static DynValue Sub(Frame frame)
    {
        var text = frame.Text(1);
        var (first, last) = Part(frame.Whole(2), frame.Whole(3, -1), text.Length);
        frame.Claim(last - first);
        return DynValue.NewString(first > last ? "" : text[(first - 1)..last]);
    }

    private static DynValue Repeat(Frame frame)
    {
        var (text, between, times) = (frame.Text(1), frame.IsNil(3) ? "" : frame.Text(3), frame.Whole(2));
        if (times <= 0 || text.Length + between.Length == 0)
            return DynValue.NewString("");
        if (times * (double)(text.Length + between.Length) > int.MaxValue)
            throw new ScriptRuntimeException("resulting string too large");
        frame.Claim((times * (text.Length + between.Length)) - between.Length);
        var written = new StringBuilder(text.Length).Append(text);
        for (var i = 1; i < times; i++)
            written.Append(between).Append(text);
        return DynValue.NewString(written.ToString());
    }

    private static DynValue Changed(Frame frame, Func<char, bool> belongs, int by)
    {
        var text = frame.Text(1);
        frame.Claim(text.Length);
        return DynValue.NewString(string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = belongs(from[i]) ? (char)(from[i] + by) : from[i];
        }));
    }

    private static DynValue Reverse(Frame frame)
    {
        var text = frame.Text(1);
        frame.Claim(text.Length);
        return DynValue.NewString(string.Create(text.Length, text, (span, from) =>
        {
            from.CopyTo(span);
            span.Reverse();
        }));
    }
}
