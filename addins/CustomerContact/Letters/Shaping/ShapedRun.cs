using System.Text;
using HarfBuzzSharp;
using IllAddins.CustomerContact.Core.Letters;
using Buffer = HarfBuzzSharp.Buffer;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>
/// The glyphs of a run from left to right, each with its place in ems and the offset in <see cref="Utf8"/> of the characters that it prints.
/// </summary>
public sealed record ShapedRun(FontFace Face, byte[] Utf8, ushort[] Glyphs, uint[] Clusters, (double X, double Y)[] Places, double Width)
{
    internal static ShapedRun Of(TextRun run, FontFace face, Font shaper, Buffer buffer, Language language)
    {
        var text = Encoding.UTF8.GetBytes(run.Text);
        buffer.ClearContents();
        buffer.AddUtf8(text);
        buffer.Direction = run.RightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = language;
        buffer.GuessSegmentProperties();
        shaper.Shape(buffer);
        return Read(face, text, buffer.GetGlyphInfoSpan(), buffer.GetGlyphPositionSpan());
    }

    private static ShapedRun Read(FontFace face, byte[] text, ReadOnlySpan<GlyphInfo> infos, ReadOnlySpan<GlyphPosition> positions)
    {
        var (glyphs, clusters, places) = (new ushort[infos.Length], new uint[infos.Length], new (double, double)[infos.Length]);
        double em = face.Face.UnitsPerEm;
        var pen = 0L;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            clusters[i] = infos[i].Cluster;
            places[i] = ((pen + positions[i].XOffset) / em, -positions[i].YOffset / em);
            pen += positions[i].XAdvance;
        }
        return new(face, text, glyphs, clusters, places, pen / em);
    }
}
