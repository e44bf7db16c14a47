namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>How a site's letters are laid out.</summary>
public sealed record LetterStyle
{
    /// <summary>The farthest that an address is moved, in millimetres.</summary>
    public const double FarthestOffsetMm = 20;

    public EnvelopeLayout Envelope { get; init; } = EnvelopeLayout.Dl;

    /// <summary>How far the address stands to the right of its usual place; millimetres, -20 to 20.</summary>
    public double OffsetXMm { get; init; }

    /// <summary>How far the address stands below its usual place; millimetres, -20 to 20.</summary>
    public double OffsetYMm { get; init; }

    public CodeKind Code { get; init; }

    /// <summary>Printed at the foot of letters of more than one page; <c>{page}</c> and <c>{pages}</c> are replaced.</summary>
    public string PageLabel { get; init; } = "Page {page} of {pages}";
}

/// <summary>The codes for scanners that transaction numbers can be printed as.</summary>
public enum CodeKind
{
    None,
    Code128,
    QR,
}
