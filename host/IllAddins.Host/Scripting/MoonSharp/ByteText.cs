using System.Text;

namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>Texts of scripts are bytes of UTF-8, and lengths and places count them; in this engine each byte is a character below 256.</summary>
internal static class ByteText
{
    public static string Of(string words) => Ascii.IsValid(words) ? words : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(words));

    public static string Of(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>As people read it; what is no UTF-8 becomes replacement characters, and what goes beyond the most bytes is left out.</summary>
    public static string Words(string text, int most = int.MaxValue)
    {
        var part = text.AsSpan(0, Math.Min(text.Length, most));
        if (Ascii.IsValid(part))
            return part.ToString();
        var bytes = new byte[part.Length];
        Encoding.Latin1.GetBytes(part, bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The bytes of a character by its number, which may lie beyond Unicode as in Lua.</summary>
    public static void Append(StringBuilder text, long character)
    {
        if (character < 0x80)
        {
            text.Append((char)character);
            return;
        }

        Span<char> bytes = stackalloc char[6];
        var (at, most) = (bytes.Length, 0x3fL);
        do
        {
            bytes[--at] = (char)(0x80 | (character & 0x3f));
            character >>= 6;
            most >>= 1;
        }
        while (character > most);
        bytes[--at] = (char)(((~most << 1) | character) & 0xff);
        text.Append(bytes[at..]);
    }
}
