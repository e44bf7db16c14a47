using System.Text;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>Which characters each glyph of a font stands for, so that text can be searched and read aloud (ISO 32000-1, 9.10.3).</summary>
internal static class UnicodeMap
{
    // A map takes a hundred lines at a time.
    private const int MostLines = 100;

    private const string ZeroWidthSpace = "\u200B";

    public static byte[] Of(LetterType type, FontFace face)
    {
        var texts = new SortedDictionary<ushort, string>();
        foreach (var run in type.Shaped.Where(run => run.Face == face))
            Read(run, type, texts);
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

    // A glyph that is a character's own stands for it; else the first of a cluster stands for all of its characters, and the others, since each glyph
    // must stand for something, for a space of no width. A glyph's first reading counts.
    private static void Read(ShapedRun run, LetterType type, SortedDictionary<ushort, string> texts)
    {
        var starts = run.Clusters.Append((uint)run.Utf8.Length).Distinct().Order().ToList();
        foreach (var start in starts.SkipLast(1))
        {
            var text = Encoding.UTF8.GetString(run.Utf8.AsSpan((int)start..(int)starts[starts.BinarySearch(start) + 1]));
            var glyphs = run.Glyphs.Where((_, i) => run.Clusters[i] == start).ToList();
            var own = text.EnumerateRunes().ToLookup(character => type.Glyph(run.Face, character), character => character.ToString());
            var each = glyphs.All(glyph => own.Contains(glyph)) && glyphs.Count == text.EnumerateRunes().Count();
            foreach (var (i, glyph) in glyphs.Index())
                texts.TryAdd(glyph, each ? own[glyph].First() : i == 0 ? text : ZeroWidthSpace);
        }
    }
}
