using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

public sealed partial class LetterPrinterTests : IDisposable
{
    private const byte ZLibHeader = 0x78;

    private const string ManyScripts = "Łąkowa, Ελληνικά, Кириллица, עברית, العربية";

    private readonly LetterPrinter _printer = new();

    public void Dispose() => _printer.Dispose();

    [Fact]
    public void A_document_becomes_one_file_with_the_pages_of_all_its_letters()
    {
        var result = Print(Document(Letter(), Letter(body: string.Concat(Enumerable.Repeat("A line.\n", 100)))));
        var pdf = Latin1(result);

        Assert.StartsWith("%PDF-1.", pdf, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF", pdf.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(4, result.Pages);
        Assert.Equal(4, PageObject().Count(pdf));
        Assert.Matches(@"/Count\s*4\b", pdf);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void The_file_tells_title_date_language_and_that_it_is_PDF_A()
    {
        var result = Print(Document() with { Title = "Łódź", Language = "pt-BR" });

        Assert.Contains("Łódź", Encoding.UTF8.GetString(result.Pdf.Span), StringComparison.Ordinal);
        Assert.Matches(@"/CreationDate\s*\(D:20261123090000\+00'00'\)", Latin1(result));
        Assert.Matches(@"/Lang\s*\(pt-BR\)", Latin1(result));
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", Latin1(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_are_embedded_and_cut_down_to_the_printed_glyphs()
    {
        var result = Print(Document(Letter(body: ManyScripts)));

        Assert.Equal(4, FontFile().Count(Latin1(result))); // regular and bold sans, Hebrew, Arabic
        Assert.InRange(result.Pdf.Length, 10_000, 60_000); // the whole fonts would be half a megabyte
    }

    [Fact]
    public void Text_can_be_read_out_of_the_file()
    {
        var streams = Streams(Print(Document(Letter(body: ManyScripts))).Pdf.ToArray());

        foreach (var character in "ŁąΕλКиעתعب")
            Assert.Contains(streams, stream => Maps(stream, character) || stream.Contains($"/ActualText <FEFF{(int)character:X4}>", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_stream_of_a_file_is_as_long_as_it_says()
    {
        // Some of so many end in a byte that ends a line itself.
        var pdf = Latin1(Print(Document([.. Enumerable.Range(0, 300).Select(number => Letter(body: $"{number}"))])));
        var streams = Measured().Matches(pdf);

        Assert.InRange(streams.Count, 300, 400);
        Assert.All(streams, stream => Assert.Equal(
            "\nendstream", pdf.Substring(stream.Index + stream.Length + int.Parse(stream.Groups["length"].Value, CultureInfo.InvariantCulture), 10)));
    }

    [Fact]
    public void A_document_printed_again_is_the_same_but_for_its_identifier()
        => Assert.Equal(WithoutIdentifier(Print(Document(Letter(body: ManyScripts)))), WithoutIdentifier(Print(Document(Letter(body: ManyScripts)))));

    [Fact]
    public async Task Threads_may_print_at_the_same_time()
    {
        var documents = new[] { "Ł", "عرب", "אבג" }.Select(word => Document([.. Enumerable.Range(0, 20).Select(i => Letter(body: ManyWords(word, i * 100)))])).ToArray();
        var alone = documents.Select(document => WithoutIdentifier(Print(document))).ToArray();

        using var start = new Barrier(6);
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return WithoutIdentifier(Print(documents[i % 3]));
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(alone[i % 3], together[i]));
    }

    [Fact]
    public void What_no_shipped_font_has_is_named()
        => Assert.Equal(["Letter for 481675: no font here has '𓀀' (U+13000); '?' is printed instead."], Print(Document(Letter(body: "𓀀 " + ManyScripts))).Warnings);

    [Fact]
    public void A_document_without_letters_or_with_a_language_that_is_none_is_refused()
    {
        var empty = Assert.Throws<ArgumentException>(() => Print(Document() with { Letters = [] }));
        var odd = Assert.Throws<ArgumentException>(() => Print(Document() with { Language = "en) /X (" }));

        Assert.StartsWith("The document 'Notices of 23 November' has no pages; a file needs one at least.", empty.Message, StringComparison.Ordinal);
        Assert.StartsWith("The language 'en) /X (' of the document 'Notices of 23 November' is no BCP 47 tag such as 'en' or 'pt-BR'.", odd.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Printing_can_be_cancelled()
        => Assert.Throws<OperationCanceledException>(() => _printer.Print(Document(), new CancellationToken(canceled: true)));

    // All different, so that each must be shaped.
    private static string ManyWords(string word, int first) => string.Join(' ', Enumerable.Range(first, 100).Select(number => $"{word}{number}{word}"));

    private LetterResult Print(LetterDocument document) => _printer.Print(document, CancellationToken.None);

    private static string WithoutIdentifier(LetterResult result) => Identifier().Replace(Latin1(result), "");

    private static string Latin1(LetterResult result) => Encoding.Latin1.GetString(result.Pdf.Span);

    private static List<string> Streams(byte[] pdf)
        => [.. AnyStream().Matches(Encoding.Latin1.GetString(pdf)).Where(match => pdf[match.Index + match.Length] == ZLibHeader).Select(match =>
        {
            using var inflated = new ZLibStream(new MemoryStream(pdf, match.Index + match.Length, pdf.Length - match.Index - match.Length), CompressionMode.Decompress);
            using var reader = new StreamReader(inflated, Encoding.Latin1);
            return reader.ReadToEnd();
        })];

    // A line of a ToUnicode map: <glyph> <character>, or <first glyph> <last glyph> <first character>.
    private static bool Maps(string stream, char character)
        => stream.Contains("begincmap", StringComparison.Ordinal) && Mapping().Matches(stream).Any(line => Hex(line, "to") <= character
            && character <= Hex(line, "to") + (line.Groups["last"].Success ? Hex(line, "last") - Hex(line, "first") : 0));

    private static int Hex(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();

    // An identifier is any bytes, escaped where they must be: what stands behind it moves by as many.
    [GeneratedRegex(@"uuid:[0-9a-f-]{36}|/ID\s*\[(\s*(\((\\.|[^\\)])*\)|<[^>]*>))*\s*\]|[0-9]{10} 00000 n |startxref\s+[0-9]+", RegexOptions.Singleline)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"/FontFile2\s")]
    private static partial Regex FontFile();

    [GeneratedRegex(@"/Length (?<length>[0-9]+)\b(?! [0-9]+ R)[^>]*>>\s*stream\r?\n")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\bstream\r?\n")]
    private static partial Regex AnyStream();

    [GeneratedRegex("^<(?<first>[0-9A-F]{4})> (<(?<last>[0-9A-F]{4})> )?<(?<to>[0-9A-F]{4})>$", RegexOptions.Multiline)]
    private static partial Regex Mapping();
}
