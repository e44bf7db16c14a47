using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters.Skia;

public sealed partial class PdfLanguageTests : IDisposable
{
    private readonly LetterPrinter _printer = new();

    public void Dispose() => _printer.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public void The_file_tells_its_language_in_a_catalog_that_its_last_cross_reference_finds(string language)
    {
        var pdf = Encoding.Latin1.GetString(_printer.Print(Document() with { Language = language }, CancellationToken.None).Pdf.Span);
        var end = End().Match(pdf);
        var update = pdf[int.Parse(end.Groups["xref"].Value, CultureInfo.InvariantCulture)..];
        var entry = Entry().Match(update);

        Assert.Equal(end.Groups["root"].Value, entry.Groups["number"].Value);
        Assert.StartsWith($"{entry.Groups["number"].Value} 0 obj\n<</Type /Catalog\n/Lang ({language})\n", pdf[int.Parse(entry.Groups["offset"].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
        Assert.StartsWith("xref\n0 ", pdf[int.Parse(end.Groups["before"].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/Root (?<root>\d+) 0 R[^>]*>?[^%]*/Prev (?<before>\d+)>>\nstartxref\n(?<xref>\d+)\n%%EOF\n$")]
    private static partial Regex End();

    [GeneratedRegex(@"^xref\n(?<number>\d+) 1\n(?<offset>\d{10}) 00000 n \ntrailer\n")]
    private static partial Regex Entry();
}
