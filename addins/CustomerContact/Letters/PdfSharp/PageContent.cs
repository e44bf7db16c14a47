using System.Globalization;
using System.Text;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.CustomerContact.Letters.PdfSharp;

/// <summary>The content stream of one page: rules, lines of glyphs, bars. PDF measures from the bottom.</summary>
internal sealed class PageContent
{
    /// <summary>The colour space that the page's resources must hold.</summary>
    public const string Greys = "Grey";

    private const string Black = "0", DarkGrey = "0.349";

    private readonly StringBuilder _content = new();
    private readonly double _height;
    private readonly PdfFonts _fonts;

    public PageContent(LetterPage page, PdfFonts fonts)
    {
        (_height, _fonts) = (page.Height, fonts);
        Colour(DarkGrey);
        foreach (var rule in page.Rules)
            Fill(rule.Left, rule.Y, rule.Right - rule.Left, rule.Thickness);
        foreach (var line in page.Lines)
            Write(line);
        Colour(Black);
        foreach (var bar in page.Bars)
            Fill(bar.Left, bar.Top, bar.Width, bar.Height);
    }

    public byte[] ToArray() => Encoding.ASCII.GetBytes(_content.ToString());

    private void Colour(string grey) => _content.Append($"/{Greys} cs {grey} sc\n");

    private void Fill(double left, double top, double width, double height) =>
        _content.Append($"{Number(left)} {Number(_height - top - height)} {Number(width)} {Number(height)} re f\n");

    private void Write(PlacedLine line)
    {
        if (line.Runs.Count == 0)
            return;
        Colour(line.Look.Muted ? DarkGrey : Black);
        _content.Append("BT\n");
        foreach (var placed in line.Runs)
            Write(_fonts.Type.Shape(placed.Run), line.Left + placed.X, _height - line.Baseline, line.Look.Size);
        _content.Append("ET\n");
    }

    private void Write(ShapedRun run, double x, double y, double size)
    {
        _content.Append($"/{_fonts.Name(run.Face)} {Number(size)} Tf 1 0 0 1 {Number(x)} {Number(y)} Tm\n");
        var (pen, rise) = (0.0, 0.0);
        _content.Append('[');
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            var place = run.Places[i];
            if (place.Y != rise)
                _content.Append($"] TJ {Number(-place.Y * size)} Ts [");
            if (Math.Round((pen - place.X) * 1000, 3) is not 0 and var back)
                _content.Append(Number(back));
            _content.Append($"<{run.Glyphs[i]:X4}>");
            (pen, rise) = (place.X + _fonts.Type.Advance(run.Face, run.Glyphs[i]), place.Y);
        }
        _content.Append(rise == 0 ? "] TJ\n" : "] TJ 0 Ts\n");
    }

    private static string Number(double value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
