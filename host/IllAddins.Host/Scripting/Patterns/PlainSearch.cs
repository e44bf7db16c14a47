namespace IllAddins.Host.Scripting.Patterns;

/// <summary>Finds a text in a text, within a number of steps.</summary>
internal static class PlainSearch
{
    private const int Unfound = -1;

    /// <summary>The answer where the steps did not suffice.</summary>
    public const int TooLong = -2;

    /// <summary>The bytes that mean something in a pattern; a pattern without them is searched for as it stands.</summary>
    private static readonly System.Buffers.SearchValues<byte> Specials = System.Buffers.SearchValues.Create("^$*+?.([%-"u8);

    public static bool IsPlain(ReadOnlySpan<byte> pattern) => !pattern.ContainsAny(Specials);

    /// <summary>Where the wanted text first stands at or after a place; below zero where it does not.</summary>
    public static int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted, int from, int steps)
    {
        if (wanted.IsEmpty)
            return from;
        for (var at = from; at + wanted.Length <= text.Length; at++)
        {
            var next = text[at..].IndexOf(wanted[0]);
            at += next;
            if (next < 0 || at + wanted.Length > text.Length)
                return Unfound;
            var alike = text.Slice(at, wanted.Length).CommonPrefixLength(wanted);
            if (alike == wanted.Length)
                return at;
            steps -= 1 + (alike / 16);
            if (steps < 0)
                return TooLong;
        }

        return Unfound;
    }
}
