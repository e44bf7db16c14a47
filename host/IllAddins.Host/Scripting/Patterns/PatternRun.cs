namespace IllAddins.Host.Scripting.Patterns;

/// <summary>Matches a pattern against a text with Lua 5.4's meaning, within a number of steps.</summary>
/// <param name="text">The bytes searched.</param>
/// <param name="pattern">The pattern.</param>
/// <param name="captures">Room for <see cref="Capture.Most"/> captures.</param>
/// <param name="steps">How many comparisons may be made, over all searches of this run.</param>
internal ref struct PatternRun(ReadOnlySpan<byte> text, Pattern pattern, Span<Capture> captures, int steps)
{
    /// <summary>How deep parts may nest while matching; Lua's own limit.</summary>
    private const int Deepest = 200;

    private readonly ReadOnlySpan<byte> text = text;
    private readonly PatternNode[] nodes = pattern.Nodes;
    private readonly Span<Capture> captures = captures;
    private readonly int granted = steps;
    private int steps = steps;
    private int depth = Deepest;
    private int level;

    /// <summary>Why the search was given up; null while it was not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Where the match begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the match ends: the place after its last byte.</summary>
    public int End { get; private set; }

    /// <summary>How many captures the match has.</summary>
    public readonly int Level => level;

    /// <summary>A second match cannot follow the first.</summary>
    public readonly bool IsAnchored => pattern.Anchored;

    public readonly int Taken => granted - steps;

    /// <summary>Finds the first match at or after a place.</summary>
    /// <param name="from">The place, counted from 0.</param>
    /// <param name="notEnding">A match that ends here is passed over, so that an empty one does not follow a match directly; below zero: none is.</param>
    public bool Find(int from, int notEnding = -1)
    {
        for (var at = from; at <= text.Length; at++)
        {
            level = 0;
            depth = Deepest;
            var end = Enter(at, 0);
            if (Fault is not null)
                return false;
            if (end >= 0 && end != notEnding)
            {
                (Start, End) = (at, end);
                return true;
            }

            if (pattern.Anchored)
                return false;
        }

        return false;
    }

    /// <summary>One of the values of the match.</summary>
    public Capture Value(int index)
    {
        if (index >= level)
        {
            if (index != 0)
                GiveUp($"invalid capture index %{index + 1}");
            return new Capture(Start, End - Start);
        }

        if (captures[index].Length == Capture.Open)
            GiveUp("unfinished capture");
        return captures[index];
    }

    private int GiveUp(string fault)
    {
        Fault ??= fault;
        return -1;
    }

    private int Enter(int at, int node)
    {
        if (--depth < 0)
            return GiveUp("pattern too complex");
        var end = Follow(at, node);
        depth++;
        return end;
    }

    /// <summary>Matches the parts from one on at a place; answers where the match ends, below zero where there is none.</summary>
    private int Follow(int at, int node)
    {
        while (true)
        {
            if (--steps < 0)
                return GiveUp($"the pattern needed more than {granted} steps and was stopped");
            ref readonly var part = ref nodes[node];
            if (part.Kind >= NodeKind.OpenCapture)
                return Conclude(in part, at, node);
            if (part.Times is Times.Most or Times.AtLeastOnce)
                return Longest(at, node);
            if (part.Times == Times.Fewest)
                return Shortest(at, node);
            if (part.Times == Times.Maybe)
            {
                if (Maybe(at, node) is var end && (end >= 0 || Fault is not null))
                    return end;
            }
            else if ((at = Pass(in part, at)) < 0)
            {
                return -1;
            }

            node++;
        }
    }

    private int Conclude(in PatternNode part, int at, int node) => part.Kind switch
    {
        NodeKind.Matched => at,
        NodeKind.AtEnd => at == text.Length ? at : -1,
        NodeKind.Malformed => GiveUp(pattern.FaultOf(part)),
        NodeKind.CloseCapture => Close(at, node),
        NodeKind.OpenPosition => Open(at, node, Capture.Position),
        _ => Open(at, node, Capture.Open),
    };

    /// <summary>Passes a part that stands once; answers the place after it, below zero where it does not fit.</summary>
    private int Pass(in PatternNode part, int at) => part.Kind switch
    {
        NodeKind.Balanced => Balanced(in part, at),
        NodeKind.Frontier => IsFrontier(in part, at) ? at : -1,
        NodeKind.BackReference => BackReference(in part, at),
        _ => Fits(in part, at) ? at + 1 : -1,
    };

    private readonly bool Fits(in PatternNode part, int at) => at < text.Length && part.Kind switch
    {
        NodeKind.Byte => text[at] == part.First,
        NodeKind.Any => true,
        _ => pattern.Sets[part.Place].Has(text[at]),
    };

    private int Maybe(int at, int node) => Fits(in nodes[node], at) ? Enter(at + 1, node + 1) : -1;

    private int Longest(int at, int node)
    {
        var count = 0;
        while (Fits(in nodes[node], at + count))
            count++;
        steps -= count;
        for (var least = nodes[node].Times == Times.AtLeastOnce ? 1 : 0; count >= least; count--)
        {
            var end = Enter(at + count, node + 1);
            if (end >= 0 || Fault is not null)
                return end;
        }

        return -1;
    }

    private int Shortest(int at, int node)
    {
        while (true)
        {
            var end = Enter(at, node + 1);
            if (end >= 0 || Fault is not null)
                return end;
            if (!Fits(in nodes[node], at))
                return -1;
            at++;
        }
    }

    private int Open(int at, int node, int length)
    {
        if (level >= Capture.Most)
            return GiveUp("too many captures");
        captures[level++] = new Capture(at, length);
        var end = Enter(at, node + 1);
        if (end < 0)
            level--;
        return end;
    }

    private int Close(int at, int node)
    {
        var index = level - 1;
        while (index >= 0 && captures[index].Length != Capture.Open)
            index--;
        if (index < 0)
            return GiveUp("invalid pattern capture");
        var start = captures[index].Start;
        captures[index] = new Capture(start, at - start);
        var end = Enter(at, node + 1);
        if (end < 0)
            captures[index] = new Capture(start, Capture.Open);
        return end;
    }

    private int Balanced(in PatternNode part, int at)
    {
        if (at >= text.Length || text[at] != part.First)
            return -1;
        var open = 1;
        for (var i = at + 1; i < text.Length; i++)
        {
            steps--;
            if (text[i] == part.Last)
            {
                if (--open == 0)
                    return i + 1;
            }
            else if (text[i] == part.First)
            {
                open++;
            }
        }

        return -1;
    }

    private readonly bool IsFrontier(in PatternNode part, int at)
    {
        ref readonly var set = ref pattern.Sets[part.Place];
        return !set.Has(at == 0 ? (byte)0 : text[at - 1]) && set.Has(at < text.Length ? text[at] : (byte)0);
    }

    private int BackReference(in PatternNode part, int at)
    {
        var index = part.First - '1';
        if (index < 0 || index >= level || captures[index].Length == Capture.Open)
            return GiveUp($"invalid capture index %{index + 1}");
        var caught = captures[index];
        // A position has no text; Lua takes its length for an endless one, which never fits.
        if (caught.Length < 0 || text.Length - at < caught.Length)
            return -1;
        steps -= caught.Length / 16;
        return text.Slice(at, caught.Length).SequenceEqual(text.Slice(caught.Start, caught.Length)) ? at + caught.Length : -1;
    }
}
