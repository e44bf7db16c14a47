using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.CustomerContact.Letters;

/// <summary>A printed document: the PDF file, its number of pages, and what could not be printed as it was meant (empty when all was).</summary>
public sealed record LetterResult(ReadOnlyMemory<byte> Pdf, int Pages, IReadOnlyList<string> Warnings);

/// <summary>What a PDF file tells of itself.</summary>
public sealed record PdfFacts
{
    /// <summary>As a viewer's window shows it; it is not printed.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag; screen readers read the file in it.</summary>
    public required string Language { get; init; }

    /// <summary>Null leaves it out.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>Lays pages out one letter, slip or list after the other, with the widths and coverage of the type at hand.</summary>
public delegate IEnumerable<LetterPages> Pagination(RunWidth widths, FamilyCovers covers);

/// <summary>Prints letters, slips and lists as one PDF file. Holds the fonts; may be used by any number of threads at once.</summary>
public sealed class LetterPrinter : IDisposable
{
    private readonly LetterFonts _fonts = new();

    /// <summary>Prints all letters of a document in their order.</summary>
    /// <exception cref="ArgumentException">The document has no letters, or its language is no BCP 47 tag.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two letters.</exception>
    public LetterResult Print(LetterDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var facts = new PdfFacts { Title = document.Title, Language = document.Language, CreatedAt = document.CreatedAt };
        return Print(facts, (widths, covers) => LetterLayout.Letters(document, widths, covers), cancellationToken);
    }

    /// <summary>Prints whatever is laid out.</summary>
    /// <exception cref="ArgumentException">There is no page, or the language is no BCP 47 tag.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two pages.</exception>
    public LetterResult Print(PdfFacts facts, Pagination pagination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(pagination);
        if (!LanguageTag.Is(facts.Language))
            throw new ArgumentException($"The language '{facts.Language}' of the document '{facts.Title}' is no BCP 47 tag such as 'en' or 'pt-BR'.", nameof(facts));
        using var type = new LetterType(_fonts, facts.Language);
        var laidOut = new List<LetterPages>();
        foreach (var letter in pagination(type.Width, type.Covers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            laidOut.Add(letter);
        }
        if (laidOut.Count == 0)
            throw new ArgumentException($"The document '{facts.Title}' has no pages; a file needs one at least.", nameof(pagination));
        using var file = new PdfFile(type, facts);
        foreach (var page in laidOut.SelectMany(letter => letter.Pages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Draw(page);
        }
        return new(file.Close(), laidOut.Sum(letter => letter.Pages.Count), [.. laidOut.SelectMany(letter => letter.Warnings)]);
    }

    public void Dispose() => _fonts.Dispose();
}
