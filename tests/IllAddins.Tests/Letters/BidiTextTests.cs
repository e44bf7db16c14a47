using IllAddins.CustomerContact.Core.Letters;

namespace IllAddins.Tests.Letters;

public sealed class BidiTextTests
{
    /// <summary>Levels follow from the rules of UAX #9 and agree with ICU's.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("abc 123.", "00000000")]
    [InlineData("אבג", "111")]
    [InlineData("ابج", "111")]
    [InlineData("abc אבג", "0000111")]
    [InlineData("abc אבג.", "00001110")] // a neutral between two directions goes with the paragraph
    [InlineData("abc אב גד ef", "000011111000")] // a space between two Hebrew words is theirs
    [InlineData("אבג abc.", "11112221")]
    [InlineData("אב 12", "11122")]
    [InlineData("אב 12:30", "11122222")] // W4: one separator inside a number
    [InlineData("אב 12::3", "11122112")]
    [InlineData("אב -12", "111122")] // W4 needs a number on both sides
    [InlineData("אב 5+6", "111222")]
    [InlineData("اب 5+6", "111212")] // W2: after an Arabic letter it is an Arabic number, which + does not join
    [InlineData("اب 1,2", "111222")]
    [InlineData("אב 50%", "111222")] // W5
    [InlineData("אב $50", "111222")]
    [InlineData("اب 50%", "111221")] // W5 is for European numbers
    [InlineData("abc 50%", "0000000")] // W7
    [InlineData("٢٣/١١/٢٠٢٦", "2222222222")] // digits alone do not make a paragraph right to left
    [InlineData("أ ٢٣/١١", "1122222")]
    [InlineData("۱۲ אב", "22111")] // extended Arabic-Indic digits are European ones
    [InlineData("שָׁלוֹם", "1111111")] // W1: marks go with their letter
    [InlineData("a\u0301b", "000")]
    [InlineData("אב (cd)", "1111221")] // N0: the brackets have their own direction's text before them
    [InlineData("ab (גד) ef", "0000110000")]
    [InlineData("אב (c ד) ef", "11112111122")]
    [InlineData("ab (ג) דה", "000010011")]
    [InlineData("אב a(b)c", "11122222")]
    [InlineData("אב [cd", "111122")] // an open bracket without partner is a neutral
    [InlineData("کتاب\u200Cخانه", "111111111")] // X9: a joiner goes with its word
    [InlineData("\u200Fabc", "1222")] // an RLM makes the paragraph right to left
    [InlineData("אב abc!\u200E", "11122222")]
    public void A_line_gets_the_levels_of_the_bidirectional_algorithm(string text, string levels)
        => Assert.Equal(levels, string.Concat(BidiText.Of(text).Levels));

    [Theory]
    [InlineData("abc אבג", false)]
    [InlineData("אבג abc", true)]
    [InlineData("123 - ابج abc", true)]
    [InlineData("123", false)]
    [InlineData("\"«אבג», abc\"", true)]
    public void The_first_strong_character_decides_where_a_paragraph_begins(string text, bool rightToLeft)
        => Assert.Equal(rightToLeft, BidiText.Of(text).RightToLeft);

    [Fact]
    public void Each_half_of_a_surrogate_pair_has_a_level()
        => Assert.Equal("110011", string.Concat(BidiText.Of("אב😀גד").Levels.Take(2)) + "00" + string.Concat(BidiText.Of("אב😀גד").Levels.Skip(4)));

    [Fact]
    public void Sixty_three_open_brackets_are_the_most_that_are_paired()
    {
        var deepest = "אב " + new string('(', 63) + "c" + new string(')', 63);
        Assert.Equal('1', string.Concat(BidiText.Of(deepest).Levels)[^1]);
        Assert.Equal(new string('1', 66 + 1), string.Concat(BidiText.Of("אב " + new string('(', 64) + "ג").Levels)[..67]);
    }
}
