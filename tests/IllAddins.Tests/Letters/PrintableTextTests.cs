using System.Text;
using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.Tests.Letters;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("a\vb", "a\nb")]
    [InlineData("a\tb", "a    b")]
    [InlineData("a\u0000\u0007b\u00ADc\uFEFFd\u2060e", "abcde")]
    [InlineData("\u202Eabc\u202C \u2067x\u2069", "abc x")]
    [InlineData("a\uFE0Fb", "ab")]
    [InlineData("کتاب\u200Cخانه\u200F", "کتاب\u200Cخانه\u200F")]
    public void Only_what_has_ink_or_orders_or_joins_it_stays(string text, string printable)
        => Assert.Equal(printable, PrintableText.Of(text, _ => true).Text);

    [Fact]
    public void A_character_that_no_family_covers_gives_way_to_a_question_mark_and_is_named_once()
    {
        var result = PrintableText.Of("A 𓀀漢𓀀", character => character.Value < 0x250);

        Assert.Equal("A ???", result.Text);
        Assert.Equal([new Rune(0x13000), new Rune('漢')], result.Missing);
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
        => Assert.Equal("a\uFFFDb", PrintableText.Of("a\uD83Db", _ => true).Text);
}
