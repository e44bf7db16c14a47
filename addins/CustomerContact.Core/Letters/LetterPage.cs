namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>One page ready to be drawn; all positions in points from its top left corner.</summary>
public sealed record LetterPage
{
    public required double Width { get; init; }
    public required double Height { get; init; }
    public required IReadOnlyList<PlacedLine> Lines { get; init; }
    public required IReadOnlyList<PlacedRule> Rules { get; init; }

    /// <summary>Black bars and squares, of codes for scanners and of the test page's window.</summary>
    public IReadOnlyList<PlacedBar> Bars { get; init; } = [];
}

/// <summary>A line of text that begins at a place: its runs stand from left to right.</summary>
public sealed record PlacedLine(double Left, double Baseline, TextLook Look, IReadOnlyList<PlacedRun> Runs);

/// <summary>A run and its distance from the left edge of its line.</summary>
public readonly record struct PlacedRun(double X, TextRun Run);

/// <summary>A thin horizontal rule.</summary>
public readonly record struct PlacedRule(double Left, double Y, double Right, double Thickness);

/// <summary>A black rectangle.</summary>
public readonly record struct PlacedBar(double Left, double Top, double Width, double Height);
