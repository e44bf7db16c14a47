using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IllAddins.CustomerContact.Letters.Skia;

/// <summary>
/// Writes the language into a finished PDF, which Skia's .NET binding cannot: an incremental update (ISO 32000-1, 7.5.6) appends
/// the catalog with a /Lang entry and a cross-reference to it.
/// </summary>
internal static partial class PdfLanguage
{
    // Skia's trailer and cross-reference position are its last few lines.
    private const int TailLength = 1024;

    /// <exception cref="InvalidOperationException">The file is not laid out as Skia does.</exception>
    public static void Append(MemoryStream pdf, string language)
    {
        var tail = Trailer().Match(Read(pdf, Math.Max(0, pdf.Length - TailLength), TailLength));
        if (!tail.Success)
            throw new InvalidOperationException("The PDF does not end in a trailer that names its catalog; was the library updated?");
        var number = Number(tail, "root");
        var catalog = Catalog(pdf, Number(tail, "xref"), number).Replace("/Type /Catalog", $"/Type /Catalog\n/Lang ({language})", StringComparison.Ordinal);
        pdf.Seek(0, SeekOrigin.End);
        pdf.Write("\n"u8);
        var start = pdf.Position;
        pdf.Write(Encoding.Latin1.GetBytes(catalog));
        var update = pdf.Position;
        pdf.Write(Encoding.Latin1.GetBytes(
            $"xref\n{number} 1\n{start:D10} 00000 n \ntrailer\n<<{tail.Groups["entries"].Value}\n/Prev {tail.Groups["xref"].Value}>>\nstartxref\n{update}\n%%EOF\n"));
    }

    private static string Catalog(MemoryStream pdf, long table, long number)
    {
        // "xref\n0 19\n", then 20 bytes for each object.
        var firstEntry = table + Read(pdf, table, 64).IndexOf('\n', 5) + 1;
        var offset = long.Parse(Read(pdf, firstEntry + number * 20, 10), CultureInfo.InvariantCulture);
        var length = pdf.GetBuffer().AsSpan((int)offset, (int)(table - offset)).IndexOf("endobj"u8) + "endobj\n".Length;
        return Read(pdf, offset, length);
    }

    private static string Read(MemoryStream pdf, long from, int count)
        => Encoding.Latin1.GetString(pdf.GetBuffer(), (int)from, (int)Math.Min(count, pdf.Length - from));

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\n<<(?<entries>.*/Root (?<root>\d+) 0 R.*)>>\nstartxref\n(?<xref>\d+)\n%%EOF\s*$", RegexOptions.Singleline)]
    private static partial Regex Trailer();
}
