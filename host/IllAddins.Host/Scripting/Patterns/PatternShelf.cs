namespace IllAddins.Host.Scripting.Patterns;

/// <summary>Keeps the last patterns that a script used, so that each is read once.</summary>
internal sealed class PatternShelf
{
    private const int Places = 32;

    /// <summary>Longer patterns are rare and are not kept.</summary>
    private const int LongestKept = 256;

    private readonly (byte[] Text, bool Anchors, Pattern Pattern)[] places = new (byte[], bool, Pattern)[Places];

    public Pattern Take(ReadOnlySpan<byte> text, bool anchors)
    {
        if (text.Length > LongestKept)
            return Pattern.Read(text, anchors);
        ref var place = ref places[Slot(text, anchors)];
        if (place.Pattern is null || place.Anchors != anchors || !text.SequenceEqual(place.Text))
            place = (text.ToArray(), anchors, Pattern.Read(text, anchors));
        return place.Pattern;
    }

    private static int Slot(ReadOnlySpan<byte> text, bool anchors)
    {
        var mixed = anchors ? 17u : 19u;
        foreach (var value in text)
            mixed = (mixed ^ value) * 16777619;
        return (int)(mixed % Places);
    }
}
