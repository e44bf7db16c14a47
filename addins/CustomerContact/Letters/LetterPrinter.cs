using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.CustomerContact.Letters;

/// <summary>A printed document: the PDF file, its number of pages, and what could not be printed as it was meant (empty when all was).</summary>
public sealed record LetterResult(ReadOnlyMemory<byte> Pdf, int Pages, IReadOnlyList<string> Warnings)
{
    /// <summary>The warnings of each letter or slip, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> WarningsOfEach { get; init; } = [];
}

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
        var (pages, warnings) = LaidOut(pagination(type.Width, type.Covers), cancellationToken);
        var count = pages.Count;
        if (count == 0)
            throw new ArgumentException($"The document '{facts.Title}' has no pages; a file needs one at least.", nameof(pagination));
        using var file = new PdfFile(type, facts);
        while (pages.TryDequeue(out var page))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Draw(page);
        }
        return new(file.Close(), count, [.. warnings.SelectMany(each => each)]) { WarningsOfEach = warnings };
    }

    public void Dispose() => _fonts.Dispose();

    // Fonts are cut down to the glyphs of all pages: the first can be drawn when the last is laid out. A page that is drawn is let go.
    private static (Queue<LetterPage> Pages, List<IReadOnlyList<string>> Warnings) LaidOut(IEnumerable<LetterPages> letters, CancellationToken cancellationToken)
    {
        var (pages, warnings) = (new Queue<LetterPage>(), new List<IReadOnlyList<string>>());
        foreach (var letter in letters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            warnings.Add(letter.Warnings);
            foreach (var page in letter.Pages)
                pages.Enqueue(page);
        }
        return (pages, warnings);
    }
}
