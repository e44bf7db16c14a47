namespace IllAddins.Host.Scripting.Patterns;

/// <summary>Reads the sets of a pattern: <c>[...]</c> and the classes such as <c>%a</c>.</summary>
internal static class PatternSets
{
    /// <summary>Where the set that opens at the place closes; below zero where it does not.</summary>
    public static int End(ReadOnlySpan<byte> text, int open)
    {
        var at = open + 1;
        if (at < text.Length && text[at] == '^')
            at++;
        // The first byte is never the closing one: []] holds a bracket.
        for (var first = true; at < text.Length; first = false)
        {
            if (text[at] == ']' && !first)
                return at;
            at += text[at] == '%' && at + 1 < text.Length ? 2 : 1;
        }

        return -1;
    }

    /// <summary>The set between the brackets, a leading <c>^</c> included.</summary>
    public static ByteSet Read(ReadOnlySpan<byte> inside)
    {
        var set = default(ByteSet);
        var inverted = inside.Length > 0 && inside[0] == '^';
        for (var at = inverted ? 1 : 0; at < inside.Length; at++)
        {
            if (inside[at] == '%' && at + 1 < inside.Length)
            {
                set.AddClass(inside[++at]);
            }
            else if (at + 2 < inside.Length && inside[at + 1] == '-')
            {
                set.AddRange(inside[at], inside[at + 2]);
                at += 2;
            }
            else
            {
                set.Add(inside[at]);
            }
        }

        if (inverted)
            set.Invert();
        return set;
    }

    public static ByteSet OfClass(byte letter)
    {
        var set = default(ByteSet);
        set.AddClass(letter);
        return set;
    }
}
