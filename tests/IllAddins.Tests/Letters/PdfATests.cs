using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

/// <summary>What ISO 19005-2 asks of a file of level B, clause by clause, read by another library than the one that wrote it.</summary>
public sealed class PdfATests : IDisposable
{
    private const string Title = "Łódź: <letters> & (slips)";
    private const string ManyScripts = "Łąkowa Ελληνικά Кириллица עברית שִׁיר العربية لا إله ﷲ 12";

    private static readonly string[] Devices = ["DeviceGray", "DeviceRGB", "DeviceCMYK"];

    private readonly LetterPrinter _printer = new();
    private readonly string _bytes;
    private readonly PdfDocument _pdf;

    public PdfATests()
    {
        var letter = Letter(subject: ManyScripts, body: ManyScripts) with { Style = new() { Code = CodeKind.QR } };
        var file = _printer.Print(Document(letter, Letter()) with { Title = Title, Language = "pl" }, CancellationToken.None).Pdf;
        (_bytes, _pdf) = (Encoding.Latin1.GetString(file.Span), PdfDocument.Open(file.ToArray()));
    }

    public void Dispose()
    {
        _pdf.Dispose();
        _printer.Dispose();
    }

    [Fact]
    public void Its_head_tells_that_it_is_binary_and_nothing_stands_behind_its_end()
    {
        Assert.Matches(@"\A%PDF-1\.[0-7]\r?\n%[\x80-\xFF]{4}", _bytes);
        Assert.Matches(@"%%EOF\r?\n?\z", _bytes);
    }

    [Fact]
    public void Its_trailer_has_an_identifier_and_it_is_not_encrypted()
    {
        Assert.Equal(2, _pdf.Structure.Trailer.Identifier.Count);
        Assert.False(_pdf.IsEncrypted);
    }

    [Fact]
    public void Its_streams_stand_in_the_file_and_are_compressed_as_all_readers_know()
        => Assert.All(Tokens().OfType<StreamToken>().Select(stream => stream.StreamDictionary.Data), stream =>
        {
            Assert.Empty(stream.Keys.Intersect(["F", "FFilter", "FDecodeParms"]));
            Assert.Contains(stream.GetValueOrDefault("Filter")?.ToString(), (string?[])[null, "/FlateDecode"]);
        });

    [Fact]
    public void The_colours_of_a_device_are_those_of_the_profile_that_it_carries()
    {
        var meant = Dictionaries().Where(dictionary => dictionary.Data.ContainsKey("DestOutputProfile")).Select(intent => (StreamToken)Follow(intent.Data["DestOutputProfile"])).ToList();
        var profiles = meant.Select(profile => ((NumericToken)profile.StreamDictionary.Data["N"]).Int).ToHashSet();
        var named = Tokens().OfType<NameToken>().Select(name => Array.IndexOf(Devices, name.Data)).Where(device => device >= 0);
        var drawn = _pdf.GetPages().SelectMany(page => page.Operations).Select(Device).Where(device => device >= 0);

        // Grey may be drawn under any profile.
        Assert.All(named.Concat(drawn).Distinct(), device => Assert.True(device switch { 0 => profiles.Count > 0, 1 => profiles.Contains(3), _ => profiles.Contains(4) }, Devices[device]));
        Assert.All(meant, profile => Assert.Equal("acsp", Encoding.ASCII.GetString(Decoded(profile).AsSpan(36, 4))));
    }

    [Fact]
    public void Each_font_is_embedded_tells_what_its_glyphs_stand_for_and_gives_the_widths_of_the_font_file()
    {
        var fonts = Dictionaries().Where(dictionary => Name(dictionary, "Subtype") == "Type0").ToList();
        Assert.Equal(6, fonts.Count); // regular and bold; Latin, Greek and Cyrillic in one, Hebrew, Arabic
        var shown = Shown();
        Assert.All(fonts, font =>
        {
            var glyphs = (DictionaryToken)Follow(((ArrayToken)Follow(font.Data["DescendantFonts"])).Data.Single());
            var descriptor = (DictionaryToken)Follow(glyphs.Data["FontDescriptor"]);
            var file = Decoded((StreamToken)Follow(descriptor.Data["FontFile2"]));
            var widths = Widths((ArrayToken)Follow(glyphs.Data["W"])).ToDictionary(each => each.Glyph, each => each.Width);
            var usual = (glyphs.Data.GetValueOrDefault("DW") as NumericToken)?.Double ?? 1000;

            Assert.IsType<StreamToken>(Follow(font.Data["ToUnicode"]));
            Assert.Equal("Identity", Name(glyphs, "CIDToGIDMap"));
            Assert.Equal(Name(font, "BaseFont"), Name(descriptor, "FontName"));
            Assert.NotEmpty(shown[Name(font, "BaseFont")!]);
            Assert.All(shown[Name(font, "BaseFont")!], glyph => Assert.InRange(widths.GetValueOrDefault(glyph, usual) - WidthInFile(file, glyph), -1, 1));
        });
    }

    [Fact]
    public void Nothing_in_it_acts_or_is_to_be_filled_in()
        => Assert.All(Dictionaries(), dictionary => Assert.Empty(dictionary.Data.Keys.Intersect(
            ["AA", "OpenAction", "JS", "Annots", "AcroForm", "XFA", "EmbeddedFiles", "EF", "Encrypt", "TR", "HTP", "SMask", "Alternates", "OPI"])));

    [Fact]
    public void Its_metadata_can_be_read_without_a_PDF_library_and_agree_with_its_properties()
    {
        Assert.True(_pdf.TryGetXmpMetadata(out var metadata));
        var told = XDocument.Parse(Encoding.UTF8.GetString(metadata.GetXmlMemory().Span)).Descendants().Where(element => !element.HasElements).ToList();
        var said = told.ToLookup(element => element.Name.LocalName, element => element.Value);
        var dates = told.Where(element => element.Name.LocalName is "CreateDate" or "ModifyDate").ToList();

        Assert.DoesNotContain("Filter", metadata.MetadataStreamToken.StreamDictionary.Data.Keys);
        Assert.Equal(["2", "B"], said["part"].Concat(said["conformance"]));
        Assert.Equal((Title, "IllAddins"), (said["li"].Single(), said["CreatorTool"].Single()));
        Assert.Equal((Title, "IllAddins"), (_pdf.Information.Title, _pdf.Information.Creator));
        Assert.All(dates, date => Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), DateTimeOffset.Parse(date.Value, CultureInfo.InvariantCulture)));
        Assert.Equal(2, dates.Count);
    }

    [Fact]
    public void A_reader_finds_its_language_shows_its_title_and_reads_its_words()
    {
        var catalog = _pdf.Structure.Catalog.CatalogDictionary;
        var words = string.Concat(_pdf.GetPage(1).Letters.Select(letter => letter.Value));

        Assert.Equal("pl", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)Follow(catalog.Data["ViewerPreferences"])).Data["DisplayDocTitle"]);
        Assert.All((string[])["Łąkowa", "Ελληνικά", "Кириллица", "Anna Nowak"], word => Assert.Contains(word, words, StringComparison.Ordinal));
    }

    // The glyphs that the pages show, each of two bytes, by font.
    private ILookup<string, int> Shown()
    {
        var shown = new HashSet<(string Font, int Glyph)>();
        foreach (var page in _pdf.GetPages())
        {
            var fonts = (DictionaryToken)Follow(((DictionaryToken)Follow(page.Dictionary.Data["Resources"])).Data["Font"]);
            string? font = null;
            foreach (var operation in page.Operations)
            {
                font = operation is SetFontAndSize set ? Name((DictionaryToken)Follow(fonts.Data[set.Font.Data]), "BaseFont") : font;
                var bytes = operation switch
                {
                    ShowText text => text.Bytes.ToArray(),
                    ShowTextsWithPositioning texts => [.. texts.Array.OfType<HexToken>().SelectMany(text => text.Bytes.ToArray())],
                    _ => [],
                };
                foreach (var pair in bytes.Chunk(2))
                    shown.Add((font!, pair[0] << 8 | pair[1]));
            }
        }
        return shown.ToLookup(each => each.Font, each => each.Glyph);
    }

    private static int Device(IGraphicsStateOperation operation) => operation.Operator switch
    {
        "g" or "G" => 0,
        "rg" or "RG" => 1,
        "k" or "K" => 2,
        _ => -1,
    };

    // Either "first [width width …]" or "first last width".
    private static IEnumerable<(int Glyph, double Width)> Widths(ArrayToken array)
    {
        for (var i = 0; i < array.Length; i += array[i + 1] is ArrayToken ? 2 : 3)
        {
            var first = ((NumericToken)array[i]).Int;
            var each = array[i + 1] is ArrayToken widths ? widths.Data : [.. Enumerable.Repeat(array[i + 2], ((NumericToken)array[i + 1]).Int - first + 1)];
            foreach (var (at, width) in each.Index())
                yield return (first + at, ((NumericToken)width).Double);
        }
    }

    // Tables 'head', 'hhea' and 'hmtx' of a TrueType file; in thousandths of an em.
    private static double WidthInFile(byte[] file, int glyph)
    {
        var last = At(Table("hhea") + 34) - 1;
        return At(Table("hmtx") + 4 * Math.Min(glyph, last)) * 1000.0 / At(Table("head") + 18);

        int Table(string tag) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(
            Enumerable.Range(0, At(4)).Select(i => 12 + 16 * i).Single(entry => Encoding.ASCII.GetString(file, entry, 4) == tag) + 8));

        int At(int offset) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(offset));
    }

    private static string? Name(DictionaryToken dictionary, string key) => (dictionary.Data.GetValueOrDefault(key) as NameToken)?.Data;

    private IToken Follow(IToken token) => token is IndirectReferenceToken reference ? Follow(_pdf.Structure.GetObject(reference.Data).Data) : token;

    private byte[] Decoded(StreamToken stream) => stream.Decode(_pdf.Structure.FilterProvider, _pdf.Structure.TokenScanner).ToArray();

    private IEnumerable<DictionaryToken> Dictionaries() => Tokens().OfType<DictionaryToken>();

    private IEnumerable<IToken> Tokens()
        => _pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(known => _pdf.Structure.GetObject(known).Data).SelectMany(Within);

    private static IEnumerable<IToken> Within(IToken token) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.Values.SelectMany(Within).Prepend(dictionary),
        ArrayToken array => array.Data.SelectMany(Within).Prepend(array),
        StreamToken stream => Within(stream.StreamDictionary).Prepend(stream),
        _ => [token],
    };
}
