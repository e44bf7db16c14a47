using System.Text;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>Which characters each glyph of a font stands for, so that text can be searched and read aloud (ISO 32000-1, 9.10.3).</summary>
internal static class UnicodeMap
{
    // A map takes a hundred lines at a time.
    private const int MostLines = 100;

    public static byte[] Of(IEnumerable<ShapedRun> runs)
    {
        var texts = new SortedDictionary<ushort, string>();
        foreach (var run in runs)
            Read(run, texts);
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var lines in texts.Chunk(MostLines))
        {
            map.Append($"{lines.Length} beginbfchar\n");
            foreach (var (glyph, text) in lines)
                map.Append($"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }
        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString());
    }

    // The first glyph of a cluster stands for all of its characters; the glyph's first reading counts.
    private static void Read(ShapedRun run, SortedDictionary<ushort, string> texts)
    {
        var starts = run.Clusters.Append((uint)run.Utf8.Length).Distinct().Order().ToList();
        foreach (var start in starts.SkipLast(1))
        {
            var end = starts[starts.BinarySearch(start) + 1];
            var glyph = run.Glyphs[Array.IndexOf(run.Clusters, start)];
            texts.TryAdd(glyph, Encoding.UTF8.GetString(run.Utf8.AsSpan((int)start..(int)end)));
        }
    }
}
