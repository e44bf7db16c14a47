namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>
/// One letter to one patron, as plain text. Any text may hold any script; right-to-left paragraphs are set from the right.
/// </summary>
public sealed record Letter
{
    /// <summary>Envelope, offsets, code and page label, as the site wants them.</summary>
    public LetterStyle Style { get; init; } = new();

    /// <summary>The library's name, printed large at the head of the first page.</summary>
    public required string SenderName { get; init; }

    /// <summary>Street, place, telephone and so on, one per line, printed small beside the address; empty means none.</summary>
    public IReadOnlyList<string> SenderLines { get; init; } = [];

    /// <summary>The postal address, name first; more lines than the envelope's window shows are printed with a warning.</summary>
    public required IReadOnlyList<string> RecipientLines { get; init; }

    /// <summary>The date as it shall be read, already in the words of the letter's language; empty means none.</summary>
    public string DateLine { get; init; } = "";

    /// <summary>What the letter is about; wrapped when long, empty means none.</summary>
    public required string Subject { get; init; }

    /// <summary>The text: a line break is a line break, an empty line divides paragraphs, leading spaces indent.</summary>
    public required string Body { get; init; }

    /// <summary>The transaction numbers that it is about: named in warnings, and printed as codes where the style wants them; empty means none.</summary>
    public IReadOnlyList<int> Requests { get; init; } = [];

    /// <summary>Printed at the foot of each page, e.g. <c>Transaction 481675, 481702</c>; empty means none.</summary>
    public string Reference { get; init; } = "";
}
