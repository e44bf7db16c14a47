using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;
using SkiaSharp;

namespace IllAddins.CustomerContact.Letters.Skia;

/// <summary>The drawing half of the letter canvas: puts pages on any Skia canvas whose unit is the point. For one thread.</summary>
public sealed class LetterInk : IDisposable
{
    // Type is drawn at the size at which the fonts' units are whole numbers, on a canvas scaled to the wanted size: then the places of
    // glyphs are exactly what Skia adds up from their widths, and it writes words instead of single letters, in a third of the bytes.
    private const int Em = 1000;

    private static readonly SKColor Grey = new(0x59, 0x59, 0x59);

    private readonly Dictionary<FontFace, SKTypeface> _typefaces;
    private readonly Dictionary<FontFace, SKFont> _fonts = [];
    private readonly SKPaint _black = new() { Color = SKColors.Black, IsAntialias = true };
    private readonly SKPaint _grey = new() { Color = Grey, IsAntialias = true };
    private readonly LetterType _type;

    /// <summary>Takes the glyphs that were shaped so far: pages laid out later may lack some.</summary>
    public LetterInk(LetterType type)
    {
        _type = type;
        _typefaces = type.Glyphs().ToDictionary(face => face.Key, Typeface);
    }

    public void Draw(SKCanvas canvas, LetterPage page)
    {
        foreach (var rule in page.Rules)
            canvas.DrawRect(SKRect.Create((float)rule.Left, (float)rule.Y, (float)(rule.Right - rule.Left), (float)rule.Thickness), _grey);
        foreach (var line in page.Lines)
            Draw(canvas, line);
        Draw(canvas, page.Bars);
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
            font.Dispose();
        foreach (var typeface in _typefaces.Values)
            typeface.Dispose();
        _black.Dispose();
        _grey.Dispose();
    }

    private void Draw(SKCanvas canvas, IReadOnlyList<PlacedBar> bars)
    {
        if (bars.Count == 0)
            return;
        using var builder = new SKPathBuilder();
        foreach (var bar in bars)
            builder.AddRect(SKRect.Create((float)bar.Left, (float)bar.Top, (float)bar.Width, (float)bar.Height));
        using var path = builder.Detach();
        canvas.DrawPath(path, _black);
    }

    private void Draw(SKCanvas canvas, PlacedLine line)
    {
        if (line.Runs.Count == 0)
            return;
        using var builder = new SKTextBlobBuilder();
        for (var start = 0; start < line.Runs.Count;)
        {
            var end = start + 1;
            while (end < line.Runs.Count && IsAlike(line.Runs[start].Run, line.Runs[end].Run))
                end++;
            Add(builder, line, start, end);
            start = end;
        }
        using var text = builder.Build();
        if (text is null)
            return;
        canvas.Save();
        canvas.Translate((float)line.Left, (float)line.Baseline);
        canvas.Scale((float)(line.Look.Size / Em));
        canvas.DrawText(text, 0, 0, line.Look.Muted ? _grey : _black);
        canvas.Restore();
    }

    private static SKTypeface Typeface(IGrouping<FontFace, ushort> glyphs)
    {
        using var file = SKData.CreateCopy(FontSubset.File(glyphs));
        return SKTypeface.FromData(file) ?? throw new InvalidOperationException($"Skia could not read the font {glyphs.Key.Name}, cut down to the printed glyphs.");
    }

    private static bool IsAlike(TextRun one, TextRun other)
        => one.Family == other.Family && one.Bold == other.Bold && one.RightToLeft == other.RightToLeft;

    // Neighbours of one font and direction become one run. With its text and the place of each glyph in it, the file can be read
    // and searched even where letters were joined or reordered.
    private void Add(SKTextBlobBuilder builder, PlacedLine line, int start, int end)
    {
        var shaped = new ShapedRun[end - start];
        var (glyphs, bytes) = (0, 0);
        for (var i = 0; i < shaped.Length; i++)
        {
            shaped[i] = _type.Shape(line.Runs[start + i].Run);
            glyphs += shaped[i].Glyphs.Length;
            bytes += shaped[i].Utf8.Length;
        }
        if (glyphs == 0)
            return;
        var run = builder.AllocateRawPositionedTextRun(Font(shaped[0].Face), glyphs, bytes, null);
        var rightToLeft = line.Runs[start].Run.RightToLeft;
        var (glyph, offset) = (0, rightToLeft ? bytes : 0);
        for (var i = 0; i < shaped.Length; i++)
        {
            offset -= rightToLeft ? shaped[i].Utf8.Length : 0;
            Fill(run, shaped[i], glyph, offset, Math.Round(line.Runs[start + i].X / line.Look.Size * Em));
            glyph += shaped[i].Glyphs.Length;
            offset += rightToLeft ? 0 : shaped[i].Utf8.Length;
        }
    }

    private static void Fill(SKRawRunBuffer<SKPoint> run, ShapedRun shaped, int glyph, int offset, double x)
    {
        shaped.Utf8.CopyTo(run.Text[offset..]);
        shaped.Glyphs.CopyTo(run.Glyphs[glyph..]);
        for (var i = 0; i < shaped.Glyphs.Length; i++)
        {
            run.Clusters[glyph + i] = shaped.Clusters[i] + (uint)offset;
            run.Positions[glyph + i] = new((float)(x + shaped.Places[i].X * Em), (float)(shaped.Places[i].Y * Em));
        }
    }

    private SKFont Font(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            font = new SKFont(_typefaces[face], Em) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            _fonts.Add(face, font);
        }
        return font;
    }
}
