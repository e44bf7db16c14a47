using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Skia;

namespace IllAddins.CustomerContact.Letters;

/// <summary>A printed document: the PDF file, its number of pages, and what could not be printed as it was meant (empty when all was).</summary>
public sealed record LetterResult(ReadOnlyMemory<byte> Pdf, int Pages, IReadOnlyList<string> Warnings);

/// <summary>Prints letters as one PDF file. Holds the fonts; may be used by any number of threads at once.</summary>
public sealed class LetterPrinter : IDisposable
{
    private readonly LetterFonts _fonts = new();

    /// <summary>
    /// Prints all letters of a document in their order.
    /// </summary>
    /// <exception cref="ArgumentException">The document has no letters, or its language is no BCP 47 tag.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two letters.</exception>
    public LetterResult Print(LetterDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Letters.Count == 0)
            throw new ArgumentException($"The document '{document.Title}' has no letters; a file needs one at least.", nameof(document));
        if (!PdfLanguage.IsTag(document.Language))
            throw new ArgumentException($"The language '{document.Language}' of the document '{document.Title}' is no BCP 47 tag such as 'en' or 'pt-BR'.", nameof(document));
        using var type = new LetterType(_fonts, document.Language);
        var letters = new List<LetterPages>(document.Letters.Count);
        foreach (var letter in LetterLayout.Letters(document, type.Width, type.Covers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            letters.Add(letter);
        }
        using var file = new PdfFile(type, document);
        foreach (var page in letters.SelectMany(letter => letter.Pages))
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Draw(page);
        }
        return new(file.Close(), letters.Sum(letter => letter.Pages.Count), [.. letters.SelectMany(letter => letter.Warnings)]);
    }

    public void Dispose() => _fonts.Dispose();
}
