using System.Runtime.CompilerServices;

namespace IllAddins.Host.Scripting.Patterns;

/// <summary>A set of bytes, one bit for each.</summary>
[InlineArray(4)]
internal struct ByteSet
{
    private ulong bits;

    public readonly bool Has(byte value) => (this[value >> 6] >> (value & 63) & 1) != 0;

    public void Add(byte value) => this[value >> 6] |= 1UL << (value & 63);

    /// <summary>Adds all bytes from the first to the last; none where the last comes before the first.</summary>
    public void AddRange(byte first, byte last)
    {
        for (int value = first; value <= last; value++)
            Add((byte)value);
    }

    /// <summary>Adds what <c>%</c> and the letter stand for: a class, its opposite for a capital, else the byte itself.</summary>
    public void AddClass(byte letter)
    {
        if (Class((byte)(letter | 0x20)) is not { } belongs || !char.IsAsciiLetter((char)letter))
        {
            Add(letter);
            return;
        }

        var wanted = char.IsAsciiLetterLower((char)letter);
        for (var value = 0; value < 256; value++)
            if (belongs((char)value) == wanted)
                Add((byte)value);
    }

    public void Invert()
    {
        for (var i = 0; i < 4; i++)
            this[i] = ~this[i];
    }

    /// <summary>The classes of Lua in the C locale: ASCII only.</summary>
    private static Func<char, bool>? Class(byte letter) => letter switch
    {
        (byte)'a' => char.IsAsciiLetter,
        (byte)'c' => value => value < 32 || value == 127,
        (byte)'d' => char.IsAsciiDigit,
        (byte)'g' => value => value is > ' ' and < (char)127,
        (byte)'l' => char.IsAsciiLetterLower,
        (byte)'p' => value => value is > ' ' and < (char)127 && !char.IsAsciiLetterOrDigit(value),
        (byte)'s' => value => value is ' ' or (>= '\t' and <= '\r'),
        (byte)'u' => char.IsAsciiLetterUpper,
        (byte)'w' => char.IsAsciiLetterOrDigit,
        (byte)'x' => char.IsAsciiHexDigit,
        _ => null,
    };
}
