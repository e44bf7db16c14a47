using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The envelope that letters go into: it fixes the paper, where the address stands and where to fold.</summary>
public sealed record EnvelopeLayout
{
    private EnvelopeLayout(string name, LetterFrame frame) => (Name, Frame) = (name, frame);

    /// <summary>US #10 with a window; US Letter folded in three.</summary>
    public static EnvelopeLayout Us10 { get; } = new("US10", LetterFrame.Us10);

    /// <summary>DL or C6/5 with a window, DIN 5008 form B; A4 folded in three.</summary>
    public static EnvelopeLayout Dl { get; } = new("DL", LetterFrame.Dl);

    /// <summary>C5 with a window; A4 folded once.</summary>
    public static EnvelopeLayout C5 { get; } = new("C5", LetterFrame.C5);

    /// <summary>No window, on A4.</summary>
    public static EnvelopeLayout PlainA4 { get; } = new("None", LetterFrame.Dl.WithoutWindow());

    /// <summary>No window, on US Letter.</summary>
    public static EnvelopeLayout PlainLetter { get; } = new("None", LetterFrame.Us10.WithoutWindow());

    private static ImmutableArray<EnvelopeLayout> All { get; } = [Us10, Dl, C5, PlainLetter, PlainA4];

    /// <summary>The name that settings use: <c>US10</c>, <c>DL</c>, <c>C5</c> or <c>None</c>.</summary>
    public string Name { get; }

    public PaperSize Paper => Frame.Paper;

    internal LetterFrame Frame { get; }

    /// <summary>The layouts of that name in any case, for each paper that it can have; none when there is no such name.</summary>
    public static IReadOnlyList<EnvelopeLayout> Named(string name) => [.. All.Where(layout => layout.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
}
