namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Paired brackets of UAX #9 (definition BD16), as far as the shipped families cover them.</summary>
internal static class BidiBrackets
{
    // The standard stops looking for pairs when this many brackets are open.
    private const int Deepest = 63;

    private const string Opening = "([{\u2045\u207D\u208D\u2E22\u2E24\u2E26\u2E28";
    private const string Closing = ")]}\u2046\u207E\u208E\u2E23\u2E25\u2E27\u2E29";

    /// <summary>The positions of opening and closing brackets that belong together, in the order of the opening ones.</summary>
    public static IReadOnlyList<(int Open, int Close)> Pairs(ReadOnlySpan<int> characters, ReadOnlySpan<BidiClass> classes)
    {
        var open = new Stack<(int Partner, int Position)>();
        var pairs = new List<(int Open, int Close)>();
        for (var position = 0; position < characters.Length; position++)
        {
            if (classes[position] != BidiClass.ON || characters[position] > char.MaxValue)
                continue;
            var character = (char)characters[position];
            if (Opening.IndexOf(character) is >= 0 and var kind)
            {
                if (open.Count == Deepest)
                    return [];
                open.Push((Closing[kind], position));
            }
            else if (Closing.Contains(character) && open.Any(bracket => bracket.Partner == character))
                pairs.Add((PopTo(open, character), position));
        }
        pairs.Sort();
        return pairs;
    }

    private static int PopTo(Stack<(int Partner, int Position)> open, char closing)
    {
        var bracket = open.Pop();
        while (bracket.Partner != closing)
            bracket = open.Pop();
        return bracket.Position;
    }
}
