namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A paper that letters are printed on.</summary>
public sealed record PaperSize
{
    /// <summary>ISO 216 A4, 210 x 297 mm.</summary>
    public static PaperSize A4 { get; } = new() { Name = "A4", WidthMm = 210, HeightMm = 297 };

    /// <summary>ANSI/ASME Y14.1 A, called US Letter, 8.5 x 11 in.</summary>
    public static PaperSize Letter { get; } = new() { Name = "Letter", WidthMm = 215.9, HeightMm = 279.4 };

    private PaperSize()
    {
    }

    /// <summary>The name that settings use: <c>A4</c> or <c>Letter</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Width in millimetres.</summary>
    public required double WidthMm { get; init; }

    /// <summary>Height in millimetres.</summary>
    public required double HeightMm { get; init; }

    /// <summary>The paper of that name in any case; null when there is none.</summary>
    public static PaperSize? Named(string name)
        => new[] { A4, Letter }.FirstOrDefault(paper => paper.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
