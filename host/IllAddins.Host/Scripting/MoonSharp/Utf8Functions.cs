using System.Text;
using MoonSharp.Interpreter;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>The utf8 library over bytes.</summary>
internal static class Utf8Functions
{
    public const string CharacterPattern = "[\0-\u007f\u00c2-\u00fd][\u0080-\u00bf]*";

    private const long LastOfUnicode = 0x10ffff;

    public static IEnumerable<(string Name, Func<Frame, DynValue> Function)> All => [("char", Char), ("codepoint", CodePoint), ("len", Length), ("offset", Offset), ("after", After)];

    private static DynValue Char(Frame frame)
    {
        var text = new StringBuilder();
        for (var place = 1; place <= frame.Count; place++)
            ByteText.Append(text, frame.Whole(place) is >= 0 and <= int.MaxValue and var character ? character : throw frame.Bad(place, "value out of range"));
        return DynValue.NewString(text.ToString());
    }

    private static DynValue CodePoint(Frame frame)
    {
        var text = frame.Text(1);
        var begin = Place(frame.Whole(2, 1), text.Length);
        var end = Place(frame.Whole(3, begin), text.Length);
        if (begin < 1)
            throw frame.Bad(2, "out of bounds");
        if (end > text.Length)
            throw frame.Bad(3, "out of bounds");
        var found = new List<DynValue>();
        for (var at = (int)begin - 1; at < end;)
        {
            if (Read(text, at, frame.Truth(4)) is not { } character)
                throw new ScriptRuntimeException("invalid UTF-8 code");
            if (found.Count >= TextFunctions.MostValues)
                throw new ScriptRuntimeException("string slice too long");
            found.Add(DynValue.NewNumber(character.Code));
            at += character.Bytes;
        }

        return BasicFunctions.Several([.. found]);
    }

    private static DynValue Length(Frame frame)
    {
        var text = frame.Text(1);
        var at = Place(frame.Whole(2, 1), text.Length) - 1;
        var last = Place(frame.Whole(3, -1), text.Length) - 1;
        if (at < 0 || at > text.Length)
            throw frame.Bad(2, "initial position out of bounds");
        if (last >= text.Length)
            throw frame.Bad(3, "final position out of bounds");
        var count = 0;
        while (at <= last)
        {
            if (Read(text, (int)at, frame.Truth(4)) is not { } character)
                return DynValue.NewTuple(DynValue.Nil, DynValue.NewNumber(at + 1));
            (at, count) = (at + character.Bytes, count + 1);
        }

        return DynValue.NewNumber(count);
    }

    private static DynValue Offset(Frame frame)
    {
        var (text, n) = (frame.Text(1), frame.Whole(2));
        var at = Place(frame.Whole(3, n > 0 ? 1 : text.Length + 1), text.Length) - 1;
        if (at < 0 || at > text.Length)
            throw frame.Bad(3, "position out of bounds");
        if (n != 0 && IsInside(text, at))
            throw new ScriptRuntimeException("initial position is a continuation byte");
        for (; n == 0 && at > 0 && IsInside(text, at);)
            at--;
        for (; n < 0 && at > 0; n++)
            do at--; while (at > 0 && IsInside(text, at));
        for (n = n > 0 ? n - 1 : n; n > 0 && at < text.Length; n--)
            do at++; while (IsInside(text, at));
        return n == 0 ? DynValue.NewNumber(at + 1) : DynValue.Nil;
    }

    /// <summary>text, the place of a character or 0, lax -> the place and the number of the next | nil</summary>
    private static DynValue After(Frame frame)
    {
        var (text, at) = (frame.Text(1), frame.Whole(2));
        if (at > 0)
            while (IsInside(text, at))
                at++;
        if (at < 0 || at >= text.Length)
            return DynValue.Nil;
        if (Read(text, (int)at, frame.Truth(3)) is not { } character || IsInside(text, at + character.Bytes))
            throw new ScriptRuntimeException("invalid UTF-8 code");
        return DynValue.NewTuple(DynValue.NewNumber(at + 1), DynValue.NewNumber(character.Code));
    }

    private static long Place(long place, int length) => place >= 0 ? place : -place > length ? 0 : length + place + 1;

    private static bool IsInside(string text, long at) => at < text.Length && (text[(int)at] & 0xc0) == 0x80;

    private static (long Code, int Bytes)? Read(string text, int at, bool lax)
    {
        long first = text[at];
        if (first < 0x80)
            return (first, 1);
        var (code, bytes) = (0L, 1);
        for (var mask = first; (mask & 0x40) != 0; mask <<= 1, bytes++)
        {
            if (!IsInside(text, at + bytes))
                return null;
            code = (code << 6) | (text[at + bytes] & 0x3fL);
        }

        if (bytes is 1 or > 6)
            return null;
        code |= (first & ((1L << (7 - bytes)) - 1)) << (6 * (bytes - 1));
        var least = bytes == 2 ? 0x80L : 1L << ((5 * bytes) - 4);
        return code < least || (!lax && (code > LastOfUnicode || code is >= 0xd800 and <= 0xdfff)) ? null : (code, bytes);
    }
}
