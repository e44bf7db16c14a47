using System.Buffers.Binary;
using System.Collections.Immutable;
using HarfBuzzSharp;
using IllAddins.CustomerContact.Letters.Shaping;
using PdfSharpCore.Pdf;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>The fonts of a file, cut down to the glyphs that are printed; text names them <c>F0</c>, <c>F1</c> and so on.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<FontFace, int> _numbers = [];
    private readonly PdfDocument _pdf;

    public PdfFonts(PdfDocument pdf, LetterType type)
    {
        (_pdf, Type) = (pdf, type);
        Dictionary = new PdfDictionary(pdf);
        foreach (var glyphs in type.Glyphs().OrderBy(face => face.Key.Name, StringComparer.Ordinal))
        {
            var number = _numbers.Count;
            _numbers.Add(glyphs.Key, number);
            Dictionary.Elements[$"/F{number}"] = Font(glyphs, number).Reference;
        }
    }

    public LetterType Type { get; }

    public PdfDictionary Dictionary { get; }

    /// <summary>How text names a font.</summary>
    public string Name(FontFace face) => $"F{_numbers[face]}";

    private PdfDictionary Font(IGrouping<FontFace, ushort> glyphs, int number)
    {
        // A cut font is told by six capitals before its name.
        var name = $"/AAAAA{(char)('A' + number)}+{glyphs.Key.Name}";
        var font = Object("/Font", "/Type0");
        font.Elements["/BaseFont"] = new PdfName(name);
        font.Elements["/Encoding"] = new PdfName("/Identity-H");
        font.Elements["/DescendantFonts"] = new PdfArray(_pdf, Glyphs(glyphs, name).Reference);
        font.Elements["/ToUnicode"] = PdfStreams.Add(_pdf, UnicodeMap.Of(Type, glyphs.Key)).Reference;
        return font;
    }

    private PdfDictionary Glyphs(IGrouping<FontFace, ushort> glyphs, string name)
    {
        var system = new PdfDictionary(_pdf);
        system.Elements["/Registry"] = new PdfString("Adobe");
        system.Elements["/Ordering"] = new PdfString("Identity");
        system.Elements["/Supplement"] = new PdfInteger(0);
        var font = Object("/Font", "/CIDFontType2");
        font.Elements["/BaseFont"] = new PdfName(name);
        font.Elements["/CIDSystemInfo"] = system;
        font.Elements["/CIDToGIDMap"] = new PdfName("/Identity");
        font.Elements["/FontDescriptor"] = Descriptor(glyphs, name).Reference;
        font.Elements["/W"] = new PdfArray(
            _pdf, [.. glyphs.Order().SelectMany(glyph => (PdfItem[])[new PdfInteger(glyph), new PdfArray(_pdf, new PdfReal(Math.Round(Type.Advance(glyphs.Key, glyph) * 1000, 3)))])]);
        return font;
    }

    private PdfDictionary Descriptor(IGrouping<FontFace, ushort> glyphs, string name)
    {
        var file = FontSubset.File(glyphs);
        var descriptor = Object("/FontDescriptor", null);
        var (box, ascent, descent) = Measures(glyphs.Key.Face);
        descriptor.Elements["/FontName"] = new PdfName(name);
        descriptor.Elements["/Flags"] = new PdfInteger(4);
        descriptor.Elements["/FontBBox"] = new PdfArray(_pdf, [.. box.Select(PdfItem (edge) => new PdfInteger(edge))]);
        descriptor.Elements["/ItalicAngle"] = new PdfInteger(0);
        descriptor.Elements["/Ascent"] = new PdfInteger(ascent);
        descriptor.Elements["/Descent"] = new PdfInteger(descent);
        descriptor.Elements["/CapHeight"] = new PdfInteger(714);
        descriptor.Elements["/StemV"] = new PdfInteger(name.EndsWith("Bold", StringComparison.Ordinal) ? 140 : 80);
        var stream = PdfStreams.Add(_pdf, file);
        stream.Elements["/Length1"] = new PdfInteger(file.Length);
        descriptor.Elements["/FontFile2"] = stream.Reference;
        return descriptor;
    }

    // From the tables 'head' and 'hhea', in thousandths of an em.
    private static (ImmutableArray<int> Box, int Ascent, int Descent) Measures(Face face)
    {
        using var head = face.ReferenceTable(Tag.Parse("head"));
        using var lines = face.ReferenceTable(Tag.Parse("hhea"));
        var em = face.UnitsPerEm;
        return ([At(head, 36), At(head, 38), At(head, 40), At(head, 42)], At(lines, 4), At(lines, 6));

        int At(Blob table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table.AsSpan()[offset..]) * 1000 / em;
    }

    private PdfDictionary Object(string type, string? subtype)
    {
        var made = new PdfDictionary(_pdf);
        made.Elements["/Type"] = new PdfName(type);
        if (subtype is not null)
            made.Elements["/Subtype"] = new PdfName(subtype);
        _pdf.Internals.AddObject(made);
        return made;
    }
}
