using System.Text;
using HarfBuzzSharp;
using IllAddins.CustomerContact.Core.Letters;
using Buffer = HarfBuzzSharp.Buffer;

namespace IllAddins.CustomerContact.Letters.Shaping;

/// <summary>The measuring half of the letter canvas: shapes and measures runs for one document, each once. For one thread.</summary>
public sealed class LetterType : IDisposable
{
    private readonly Dictionary<TextRun, ShapedRun> _shaped = [];
    private readonly Dictionary<(TypeFamily, Rune), bool> _covered = [];
    private readonly Dictionary<FontFace, Font> _shapers = [];
    private readonly Buffer _buffer = new();
    private readonly LetterFonts _fonts;
    private readonly Language _language;

    /// <param name="fonts">The fonts, which stay the caller's.</param>
    /// <param name="language">BCP 47 tag: some letters have forms of their own in some languages.</param>
    public LetterType(LetterFonts fonts, string language) => (_fonts, _language) = (fonts, new Language(language));

    /// <summary>The width of a run in ems.</summary>
    public double Width(TextRun run) => Shape(run).Width;

    /// <summary>Whether a family has a glyph for a character.</summary>
    public bool Covers(TypeFamily family, Rune character)
    {
        if (!_covered.TryGetValue((family, character), out var covered))
        {
            covered = Shaper(_fonts.Face(family, bold: false)).TryGetNominalGlyph((uint)character.Value, out _);
            _covered.Add((family, character), covered);
        }
        return covered;
    }

    /// <summary>The glyphs of a run, from left to right.</summary>
    public ShapedRun Shape(TextRun run)
    {
        if (!_shaped.TryGetValue(run, out var shaped))
        {
            var face = _fonts.Face(run.Family, run.Bold);
            shaped = ShapedRun.Of(run, face, Shaper(face), _buffer, _language);
            _shaped.Add(run, shaped);
        }
        return shaped;
    }

    /// <summary>All runs that were shaped so far.</summary>
    public IReadOnlyCollection<ShapedRun> Shaped => _shaped.Values;

    /// <summary>How far a glyph moves the pen by itself, in ems.</summary>
    public double Advance(FontFace face, ushort glyph) => Shaper(face).GetHorizontalGlyphAdvance(glyph) / (double)face.Face.UnitsPerEm;

    /// <summary>The glyph of a character by itself; null where the font has none.</summary>
    public ushort? Glyph(FontFace face, Rune character) => Shaper(face).TryGetNominalGlyph((uint)character.Value, out var glyph) ? (ushort)glyph : null;

    /// <summary>All glyphs that were shaped so far, by font.</summary>
    public ILookup<FontFace, ushort> Glyphs()
        => _shaped.Values.SelectMany(run => run.Glyphs.Select(glyph => (run.Face, glyph))).Distinct().ToLookup(pair => pair.Face, pair => pair.glyph);

    public void Dispose()
    {
        _buffer.Dispose();
        foreach (var shaper in _shapers.Values)
            shaper.Dispose();
    }

    private Font Shaper(FontFace face)
    {
        if (!_shapers.TryGetValue(face, out var shaper))
        {
            shaper = new Font(face.Face);
            shaper.SetFunctionsOpenType();
            _shapers.Add(face, shaper);
        }
        return shaper;
    }
}
