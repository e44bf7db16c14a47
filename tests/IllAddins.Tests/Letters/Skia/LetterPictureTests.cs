using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;
using IllAddins.CustomerContact.Letters.Skia;
using SkiaSharp;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters.Skia;

/// <summary>Draws with the same ink as the file and looks at the pixels: a font can lose glyphs while its text still reads right.</summary>
public sealed class LetterPictureTests : IDisposable
{
    private const int Side = 120;
    private const string Letters = "ŁąłęΩλЖђ";

    private static readonly TextLook Look = new() { Size = 24, Leading = 30 };

    private readonly LetterFonts _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_letter_has_ink_of_its_own(bool bold)
    {
        var pictures = Letters.Select(letter => Picture(new(letter.ToString(), TypeFamily.Sans, bold, false)))
            .Append(Picture(new("ש", TypeFamily.Hebrew, bold, true)))
            .Append(Picture(new("ع", TypeFamily.Arabic, bold, true)))
            .Append(Picture(new("\uE000", TypeFamily.Sans, bold, false))) // nobody's letter: the box of a missing glyph
            .ToList();

        Assert.All(pictures, picture => Assert.True(Ink(picture) > 20));
        Assert.Equal(pictures.Count, pictures.DistinctBy(Convert.ToHexString).Count());
    }

    [Fact]
    public void A_right_to_left_word_begins_at_its_right_edge()
    {
        using var type = new LetterType(_fonts, "he");
        var (word, first) = (new TextRun("שלום", TypeFamily.Hebrew, false, true), new TextRun("ש", TypeFamily.Hebrew, false, true));
        var before = type.Width(word) - type.Width(first);

        Assert.Equal(RightPart(Picture(first, before), before), RightPart(Picture(word), before));
    }

    [Fact]
    public void Brackets_open_to_their_text_in_both_directions()
        => Assert.Equal(Picture(new("(", TypeFamily.Sans, false, false)), Picture(new(")", TypeFamily.Sans, false, true)));

    [Fact]
    public void A_decomposed_letter_looks_like_the_composed_one()
        => Assert.Equal(Picture(new("\u00E9", TypeFamily.Sans, false, false)), Picture(new("e\u0301", TypeFamily.Sans, false, false)));

    [Fact]
    public void All_ink_of_a_page_stays_in_its_margins()
    {
        var letter = Letter(
            subject: string.Concat(Enumerable.Repeat("A very long title ", 12)),
            body: string.Join("\n\n", Enumerable.Repeat("Łąkowa (Ελληνικά) עברית, العربية " + new string('W', 80) + " words at the end of a line\nאבג דה 12", 9)));
        var document = Document(letter);
        using var type = new LetterType(_fonts, "en");
        var page = LetterLayout.Letters(document, type.Width, type.Covers).Single().Pages[0];
        using var ink = new LetterInk(type);
        using var bitmap = new SKBitmap(596, 842);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        ink.Draw(canvas, page with { Rules = [] });

        var dark = from y in Enumerable.Range(0, bitmap.Height) from x in Enumerable.Range(0, bitmap.Width) where bitmap.GetPixel(x, y).Red < 128 select (x, y);
        Assert.All(dark, pixel => Assert.InRange(Mm(pixel.x), 24, 191));
        Assert.All(dark, pixel => Assert.InRange(Mm(pixel.y), 14, 285));
    }

    [Theory]
    [InlineData(CodeKind.Code128)]
    [InlineData(CodeKind.QR)]
    public void A_printed_code_has_its_modules_pixel_by_pixel(CodeKind kind)
    {
        const int PixelsPerPoint = 8;
        var letter = Letter() with { Style = new() { Code = kind } };
        using var type = new LetterType(_fonts, "en");
        var page = LetterLayout.Letters(Document(letter), type.Width, type.Covers).Single().Pages[0];
        var picture = kind == CodeKind.QR ? QrCode.Of(481675) : Code128.Of(481675);
        var (left, top, right) = (page.Bars.Min(bar => bar.Left), page.Bars.Min(bar => bar.Top), page.Bars.Max(bar => bar.Left + bar.Width));
        var module = (right - left) / picture.Columns;
        using var ink = new LetterInk(type);
        using var bitmap = new SKBitmap((int)((right - left) * PixelsPerPoint), (int)(module * picture.Rows * PixelsPerPoint));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(PixelsPerPoint);
        canvas.Translate((float)-left, (float)-top);
        ink.Draw(canvas, page);

        var read = from row in Enumerable.Range(0, picture.Rows)
                   from column in Enumerable.Range(0, picture.Columns)
                   select bitmap.GetPixel((int)((column + 0.5) * module * PixelsPerPoint), (int)((row + 0.5) * module * PixelsPerPoint)).Red < 128;
        Assert.Equal(picture.Dark, read);
    }

    private byte[] Picture(TextRun run, double leftEms = 0)
    {
        using var type = new LetterType(_fonts, "en");
        type.Shape(run);
        using var ink = new LetterInk(type);
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        var line = new PlacedLine(10, 60, Look, [new(leftEms * Look.Size, run)]);
        ink.Draw(canvas, new LetterPage { Width = Side, Height = Side, Lines = [line], Rules = [] });
        return bitmap.Bytes;
    }

    private static int Ink(byte[] picture) => picture.Count(pixel => pixel < 128);

    private static List<byte[]> RightPart(byte[] picture, double leftEms)
        => [.. picture.Chunk(Side).Select(row => row[(int)(10 + leftEms * Look.Size + 1)..])];
}
