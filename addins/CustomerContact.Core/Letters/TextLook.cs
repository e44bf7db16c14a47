namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>How a line of a letter looks; sizes in points.</summary>
public sealed record TextLook
{
    public static TextLook LibraryName { get; } = new() { Size = 16, Leading = 20, Bold = true };
    public static TextLook SenderLine { get; } = new() { Size = 8.5, Leading = 12, Muted = true };
    public static TextLook ReturnLine { get; } = new() { Size = 6.5, Leading = 9, Muted = true };
    public static TextLook Address { get; } = new() { Size = 10.5, Leading = 12.8 };
    public static TextLook Date { get; } = new() { Size = 10, Leading = 14 };
    public static TextLook Subject { get; } = new() { Size = 12, Leading = 16, Bold = true };
    public static TextLook Body { get; } = new() { Size = 10.5, Leading = 15 };
    public static TextLook Margin { get; } = new() { Size = 8, Leading = 11, Muted = true };

    public required double Size { get; init; }

    /// <summary>Distance between two baselines.</summary>
    public required double Leading { get; init; }

    public bool Bold { get; init; }

    /// <summary>Printed in dark grey instead of black.</summary>
    public bool Muted { get; init; }

    /// <summary>Distance from the top of a line to its baseline: the line's gap is shared above and below the letters.</summary>
    public double Ascent => (Leading - Size) / 2 + Size * 0.82;
}
