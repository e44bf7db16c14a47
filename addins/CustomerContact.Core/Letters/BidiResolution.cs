namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Rules W1 to I2 of UAX #9 for one level run: without explicit embeddings a paragraph is one.</summary>
internal static class BidiResolution
{
    /// <summary>The level of each character of a paragraph of level 0 or 1, from its type.</summary>
    public static byte[] Levels(ReadOnlySpan<int> characters, ReadOnlySpan<BidiClass> given, byte paragraph)
    {
        var embedding = paragraph == 0 ? BidiClass.L : BidiClass.R;
        var classes = given.ToArray();
        ResolveMarks(classes, embedding);
        ResolveNumbers(classes, embedding);
        ResolveBrackets(characters, given, classes, embedding);
        ResolveNeutrals(classes, embedding);
        return Array.ConvertAll(classes, each => Level(each, paragraph));
    }

    // W1: a mark is of the type of what it stands on.
    private static void ResolveMarks(BidiClass[] classes, BidiClass embedding)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == BidiClass.NSM)
                classes[i] = i == 0 ? embedding : classes[i - 1];
        }
    }

    private static void ResolveNumbers(BidiClass[] classes, BidiClass embedding)
    {
        // W2, W3: numbers after an Arabic letter are Arabic numbers; then Arabic letters are like any other.
        AfterStrong(classes, embedding, BidiClass.AL, BidiClass.AN);
        for (var i = 0; i < classes.Length; i++)
            classes[i] = classes[i] == BidiClass.AL ? BidiClass.R : classes[i];
        JoinSeparators(classes);
        JoinTerminators(classes);
        for (var i = 0; i < classes.Length; i++) // W6
            classes[i] = classes[i] is BidiClass.ES or BidiClass.ET or BidiClass.CS ? BidiClass.ON : classes[i];
        AfterStrong(classes, embedding, BidiClass.L, BidiClass.L); // W7
    }

    private static void AfterStrong(BidiClass[] classes, BidiClass embedding, BidiClass strong, BidiClass number)
    {
        var last = embedding;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.L or BidiClass.R or BidiClass.AL)
                last = classes[i];
            else if (classes[i] == BidiClass.EN && last == strong)
                classes[i] = number;
        }
    }

    // W4: one separator between two numbers of a kind belongs to them.
    private static void JoinSeparators(BidiClass[] classes)
    {
        for (var i = 1; i < classes.Length - 1; i++)
        {
            var (before, after) = (classes[i - 1], classes[i + 1]);
            if (before == after && ((classes[i] == BidiClass.CS && before is BidiClass.EN or BidiClass.AN)
                || (classes[i] == BidiClass.ES && before == BidiClass.EN)))
                classes[i] = before;
        }
    }

    // W5: signs such as % and € beside a European number belong to it.
    private static void JoinTerminators(BidiClass[] classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] != BidiClass.ET)
                continue;
            var end = i;
            while (end < classes.Length && classes[end] == BidiClass.ET)
                end++;
            if ((i > 0 && classes[i - 1] == BidiClass.EN) || (end < classes.Length && classes[end] == BidiClass.EN))
                classes.AsSpan(i..end).Fill(BidiClass.EN);
            i = end - 1;
        }
    }

    // N0: brackets around text of the paragraph's direction, or after and around text of the other, take that direction.
    private static void ResolveBrackets(
        ReadOnlySpan<int> characters, ReadOnlySpan<BidiClass> given, BidiClass[] classes, BidiClass embedding)
    {
        foreach (var (open, close) in BidiBrackets.Pairs(characters, classes))
        {
            if (Direction(classes.AsSpan((open + 1)..close), embedding) is not { } inside)
                continue;
            var before = LastStrong(classes.AsSpan(..open)) ?? embedding;
            var direction = inside == embedding || before == embedding ? embedding : inside;
            foreach (var bracket in (ReadOnlySpan<int>)[open, close])
            {
                classes[bracket] = direction;
                for (var mark = bracket + 1; mark < given.Length && given[mark] == BidiClass.NSM; mark++)
                    classes[mark] = direction;
            }
        }
    }

    private static BidiClass? Direction(ReadOnlySpan<BidiClass> between, BidiClass embedding)
    {
        BidiClass? found = null;
        foreach (var each in between)
        {
            if (Strong(each) is not { } strong)
                continue;
            if (strong == embedding)
                return embedding;
            found = strong;
        }
        return found;
    }

    private static BidiClass? LastStrong(ReadOnlySpan<BidiClass> before)
    {
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (Strong(before[i]) is { } strong)
                return strong;
        }
        return null;
    }

    // N1, N2: neutrals between two alike are like them, others go with the paragraph.
    private static void ResolveNeutrals(BidiClass[] classes, BidiClass embedding)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (Strong(classes[i]) is not null)
                continue;
            var end = i;
            while (end < classes.Length && Strong(classes[end]) is null)
                end++;
            var before = i == 0 ? embedding : Strong(classes[i - 1])!.Value;
            var after = end == classes.Length ? embedding : Strong(classes[end])!.Value;
            classes.AsSpan(i..end).Fill(before == after ? before : embedding);
            i = end - 1;
        }
    }

    private static BidiClass? Strong(BidiClass each) => each switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    // I1, I2
    private static byte Level(BidiClass each, byte paragraph) => each switch
    {
        BidiClass.L => (byte)(paragraph == 0 ? 0 : 2),
        BidiClass.R => 1,
        _ => 2,
    };
}
