namespace IllAddins.Host.Scripting.Patterns;

/// <summary>A Lua pattern, read once into its parts.</summary>
/// <remarks>What is malformed becomes a part that fails when a match reaches it, as in Lua, where a pattern is read while it is matched.</remarks>
internal sealed class Pattern
{
    /// <summary>The longest pattern taken, in bytes; its parts are kept in memory.</summary>
    public const int Longest = 10_000;

    private readonly List<PatternNode> nodes = [];
    private readonly List<ByteSet> sets = [];
    private readonly List<string> faults = [];

    private Pattern(bool anchored) => Anchored = anchored;

    /// <summary>Begins with <c>^</c>: matches at the place where the search begins or not at all.</summary>
    public bool Anchored { get; }

    public PatternNode[] Nodes { get; private set; } = [];

    public ByteSet[] Sets { get; private set; } = [];

    public string FaultOf(PatternNode node) => faults[node.Place];

    /// <param name="text">At most <see cref="Longest"/> bytes.</param>
    /// <param name="anchors">Whether a leading <c>^</c> ties the match to its place; gmatch takes it for a plain character.</param>
    public static Pattern Read(ReadOnlySpan<byte> text, bool anchors)
    {
        var anchored = anchors && text.Length > 0 && text[0] == '^';
        var pattern = new Pattern(anchored);
        var at = anchored ? 1 : 0;
        while (at >= 0 && at < text.Length)
            at = pattern.ReadPart(text, at);
        pattern.nodes.Add(new PatternNode(NodeKind.Matched));
        pattern.Nodes = [.. pattern.nodes];
        pattern.Sets = [.. pattern.sets];
        return pattern;
    }

    /// <summary>Reads one part and answers where the next begins; below zero where the rest cannot be read.</summary>
    private int ReadPart(ReadOnlySpan<byte> text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        return text[at] switch
        {
            (byte)'(' when next == ')' => Add(NodeKind.OpenPosition, at + 2),
            (byte)'(' => Add(NodeKind.OpenCapture, at + 1),
            (byte)')' => Add(NodeKind.CloseCapture, at + 1),
            (byte)'$' when at + 1 == text.Length => Add(NodeKind.AtEnd, at + 1),
            (byte)'%' when next == 'b' => ReadBalanced(text, at),
            (byte)'%' when next == 'f' => ReadFrontier(text, at),
            (byte)'%' when next is >= (byte)'0' and <= (byte)'9' => Add(NodeKind.BackReference, at + 2, next),
            _ => ReadSingle(text, at),
        };
    }

    private int Add(NodeKind kind, int next, byte first = 0, byte last = 0)
    {
        nodes.Add(new PatternNode(kind, First: first, Last: last));
        return next;
    }

    private int Fail(string fault)
    {
        nodes.Add(new PatternNode(NodeKind.Malformed, Place: faults.Count));
        faults.Add(fault);
        return -1;
    }

    private int ReadBalanced(ReadOnlySpan<byte> text, int at) => at + 3 < text.Length
        ? Add(NodeKind.Balanced, at + 4, text[at + 2], text[at + 3])
        : Fail("malformed pattern (missing arguments to '%b')");

    private int ReadFrontier(ReadOnlySpan<byte> text, int at)
    {
        if (at + 2 >= text.Length || text[at + 2] != '[')
            return Fail("missing '[' after '%f' in pattern");
        var end = PatternSets.End(text, at + 2);
        if (end < 0)
            return Fail("malformed pattern (missing ']')");
        nodes.Add(new PatternNode(NodeKind.Frontier, Place: Keep(PatternSets.Read(text[(at + 3)..end]))));
        return end + 1;
    }

    private int ReadSingle(ReadOnlySpan<byte> text, int at)
    {
        var end = text[at] switch
        {
            (byte)'%' => at + 1 < text.Length ? at + 1 : -1,
            (byte)'[' => PatternSets.End(text, at),
            _ => at,
        };
        if (end < 0)
            return Fail(text[at] == '%' ? "malformed pattern (ends with '%')" : "malformed pattern (missing ']')");
        var times = Repeats(end + 1 < text.Length ? text[end + 1] : (byte)0);
        nodes.Add(text[at] switch
        {
            (byte)'.' => new PatternNode(NodeKind.Any, times),
            (byte)'%' => new PatternNode(NodeKind.Set, times, Place: Keep(PatternSets.OfClass(text[end]))),
            (byte)'[' => new PatternNode(NodeKind.Set, times, Place: Keep(PatternSets.Read(text[(at + 1)..end]))),
            var plain => new PatternNode(NodeKind.Byte, times, plain),
        });
        return end + (times == Times.Once ? 1 : 2);
    }

    private int Keep(ByteSet set)
    {
        sets.Add(set);
        return sets.Count - 1;
    }

    private static Times Repeats(byte mark) => mark switch
    {
        (byte)'?' => Times.Maybe,
        (byte)'*' => Times.Most,
        (byte)'+' => Times.AtLeastOnce,
        (byte)'-' => Times.Fewest,
        _ => Times.Once,
    };
}
