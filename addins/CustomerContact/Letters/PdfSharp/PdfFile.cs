using System.Globalization;
using System.Text;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;
using PdfSharpCore.Pdf;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>A PDF/A file in the making, on PdfSharpCore. For one thread.</summary>
/// <remarks>The library's own drawing knows neither shaping nor glyphs: here it writes the file, and pages and fonts are written for it.</remarks>
public sealed class PdfFile : IDisposable
{
    private readonly PdfDocument _pdf = new();
    private readonly PdfFacts _facts;
    private readonly PdfFonts _fonts;
    private readonly PdfDictionary _resources;

    /// <summary>Begins a file; all its pages have been laid out with this type before.</summary>
    public PdfFile(LetterType type, PdfFacts facts)
    {
        _facts = facts;
        // Else the library says of each page that it blends in the RGB of no device in particular, which PDF/A forbids.
        _pdf.Options.ColorMode = PdfColorMode.Undefined;
        _fonts = new PdfFonts(_pdf, type);
        _resources = new PdfDictionary(_pdf);
        _resources.Elements["/Font"] = _fonts.Dictionary;
        _resources.Elements["/ColorSpace"] = Colours();
        _pdf.Internals.AddObject(_resources);
    }

    public void Draw(LetterPage page)
    {
        var sheet = _pdf.AddPage();
        (sheet.Width, sheet.Height) = (page.Width, page.Height);
        sheet.Elements["/Resources"] = _resources.Reference;
        sheet.Elements["/Contents"] = PdfStreams.Add(_pdf, new PageContent(page, _fonts).ToArray()).Reference;
    }

    /// <summary>Ends the file and gives its bytes.</summary>
    public ReadOnlyMemory<byte> Close()
    {
        _pdf.Language = _facts.Language;
        _pdf.ViewerPreferences.DisplayDocTitle = true;
        _pdf.Info.Title = _facts.Title;
        _pdf.Info.Creator = "IllAddins";
        foreach (var key in (string[])["/CreationDate", "/ModDate"])
            if (_facts.CreatedAt is { } at)
                _pdf.Info.Elements.SetString(key, $"D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}+00'00'");
            else
                _pdf.Info.Elements.Remove(key);
        _pdf.Internals.Catalog.Elements["/Metadata"] = Metadata().Reference;
        using var bytes = new MemoryStream();
        _pdf.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }

    public void Dispose() => _pdf.Dispose();

    // Greys that need no profile of an output device.
    private PdfDictionary Colours()
    {
        var grey = new PdfDictionary(_pdf);
        grey.Elements["/WhitePoint"] = new PdfArray(_pdf, new PdfReal(0.9505), new PdfReal(1), new PdfReal(1.089));
        grey.Elements["/Gamma"] = new PdfReal(2.2);
        var colours = new PdfDictionary(_pdf);
        colours.Elements["/" + PageContent.Greys] = new PdfArray(_pdf, new PdfName("/CalGray"), grey);
        return colours;
    }

    // A reader must find it without inflating anything.
    private PdfDictionary Metadata()
    {
        var metadata = new PdfDictionary(_pdf);
        metadata.Elements["/Type"] = new PdfName("/Metadata");
        metadata.Elements["/Subtype"] = new PdfName("/XML");
        metadata.CreateStream(Encoding.UTF8.GetBytes(PdfMetadata.Of(_facts)));
        _pdf.Internals.AddObject(metadata);
        return metadata;
    }
}
