namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>The letters of one printing, which become one PDF file.</summary>
public sealed record LetterDocument
{
    /// <summary>Title of the file, as a viewer's window shows it; it is not printed.</summary>
    public required string Title { get; init; }

    /// <summary>Language of the letters as a BCP 47 tag, e.g. <c>en</c> or <c>pl</c>; screen readers read the file in it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>One or more letters, in printing order.</summary>
    public required IReadOnlyList<Letter> Letters { get; init; }

    /// <summary>When the file was made, as its properties tell; null leaves it out.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
