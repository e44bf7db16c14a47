using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;
using SkiaSharp;

namespace IllAddins.CustomerContact.Letters.Skia;

/// <summary>A PDF/A file in the making. For one thread.</summary>
public sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly string _language;
    private readonly LetterInk _ink;
    private readonly SKDocument _pdf;

    /// <summary>Begins a file; all its pages have been laid out with this type before.</summary>
    public PdfFile(LetterType type, PdfFacts facts)
    {
        _language = facts.Language;
        _ink = new LetterInk(type);
        _pdf = SKDocument.CreatePdf(_bytes, new SKDocumentPdfMetadata
        {
            Title = facts.Title,
            Creator = "IllAddins",
            Creation = facts.CreatedAt?.UtcDateTime,
            Modified = facts.CreatedAt?.UtcDateTime,
            PdfA = true,
        });
    }

    public void Draw(LetterPage page)
    {
        _ink.Draw(_pdf.BeginPage((float)page.Width, (float)page.Height), page);
        _pdf.EndPage();
    }

    /// <summary>Ends the file and gives its bytes.</summary>
    public ReadOnlyMemory<byte> Close()
    {
        _pdf.Close();
        PdfLanguage.Append(_bytes, _language);
        return _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
    }

    public void Dispose()
    {
        _pdf.Dispose();
        _ink.Dispose();
        _bytes.Dispose();
    }
}
