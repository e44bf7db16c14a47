using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>Some lines and rules of a page and the height in points at which they end.</summary>
internal sealed record PagePart(ImmutableArray<PlacedLine> Lines, ImmutableArray<PlacedRule> Rules, double Bottom)
{
    public static PagePart Empty { get; } = new([], [], 0);

    /// <summary>Black bars, of codes and of the test page.</summary>
    public ImmutableArray<PlacedBar> Bars { get; init; } = [];

    /// <summary>Lines below each other in a column, at the edge said or each at its own; all in points.</summary>
    public static PagePart Stack(IReadOnlyList<SetLine> lines, double left, double width, double top, bool? flushRight = null)
    {
        var placed = ImmutableArray.CreateBuilder<PlacedLine>(lines.Count);
        foreach (var line in lines)
        {
            placed.Add(line.At(left, width, top, flushRight));
            top += line.Look.Leading;
        }
        return new(placed.ToImmutable(), [], top);
    }

    public PagePart With(PagePart other)
        => new(Lines.AddRange(other.Lines), Rules.AddRange(other.Rules), Math.Max(Bottom, other.Bottom)) { Bars = Bars.AddRange(other.Bars) };
}
