using System.Text;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters.Shaping;

namespace IllAddins.Tests.Letters;

public sealed class ShapingTests : IDisposable
{
    private readonly LetterFonts _fonts = new();

    public void Dispose() => _fonts.Dispose();

    [Theory]
    [InlineData("Łąkowa, Żółć, Ελληνικά, Кириллица, Ђорђе, «ff ffi» – — “” ‘’ … € £ № § © ® ™ ½ · ?", TypeFamily.Sans)]
    [InlineData("אבגדהוזחטיכךלמםנןסעפףצץקרשת־", TypeFamily.Hebrew)]
    [InlineData("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤةى،؛؟٠١٢٣٤٥٦٧٨٩پچژگکی", TypeFamily.Arabic)]
    public void The_shipped_fonts_have_a_glyph_for_each_character(string characters, TypeFamily family)
    {
        using var type = new LetterType(_fonts, "en");

        foreach (var character in characters.EnumerateRunes())
        {
            Assert.True(type.Covers(family, character));
            foreach (var bold in new[] { false, true })
                Assert.DoesNotContain((ushort)0, type.Shape(new(character.ToString(), family, bold, family != TypeFamily.Sans)).Glyphs);
        }
    }

    [Fact]
    public void Arabic_letters_are_joined()
    {
        using var type = new LetterType(_fonts, "ar");

        var alone = "عرب".Select(letter => type.Shape(new(letter.ToString(), TypeFamily.Arabic, false, true)).Glyphs.Single());
        Assert.NotEqual(alone.Reverse(), type.Shape(new("عرب", TypeFamily.Arabic, false, true)).Glyphs);
    }

    // A font's bytes that the runtime may move or free read as another font's.
    [Fact]
    public void Fonts_stay_what_they_are_when_memory_is_tidied()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var type = new LetterType(_fonts, "en");
            Assert.True(type.Covers(TypeFamily.Sans, new Rune('a')) && !type.Covers(TypeFamily.Sans, new Rune('ש')));
            Assert.True(type.Covers(TypeFamily.Hebrew, new Rune('ש')) && !type.Covers(TypeFamily.Hebrew, new Rune('ع')));
            Assert.True(type.Covers(TypeFamily.Arabic, new Rune('ع')) && !type.Covers(TypeFamily.Arabic, new Rune('ש')));
        }
    }
}
