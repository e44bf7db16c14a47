using IllAddins.CustomerContact.Core.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

public sealed class LineTests
{
    private const int Most = CharactersInALine;

    [Fact]
    public void A_line_ends_at_the_last_space_that_fits_and_the_space_is_gone()
        => Assert.Equal([new string('a', Most - 5) + " bbbb", "cc"], Body($"{new string('a', Most - 5)} bbbb  cc"));

    [Fact]
    public void A_line_may_end_behind_a_hyphen_or_dash_between_letters()
    {
        Assert.Equal([new string('a', Most - 7) + " inter-", "library"], Body($"{new string('a', Most - 7)} inter-library"));
        Assert.Equal([new string('a', Most - 6) + " here—", "there"], Body($"{new string('a', Most - 6)} here—there"));
    }

    [Fact]
    public void A_number_is_not_torn_at_its_hyphens()
        => Assert.Equal([new string('a', Most - 6), "978-3-16-148410-0"], Body($"{new string('a', Most - 6)} 978-3-16-148410-0"));

    [Fact]
    public void A_no_break_space_holds_its_words_together()
        => Assert.Equal([new string('a', Most - 5), "No.\u00A05 x"], Body($"{new string('a', Most - 5)} No.\u00A05 x"));

    [Fact]
    public void A_word_longer_than_a_line_is_broken_where_the_line_is_full()
        => Assert.Equal([new string('x', Most), new string('x', Most), "xx y"], Body($"{new string('x', Most * 2 + 2)} y"));

    [Fact]
    public void A_web_address_longer_than_a_line_is_broken_behind_one_of_its_signs()
        => Assert.Equal(["https://library.example.org/requests/", new string('x', 80)], Body("https://library.example.org/requests/" + new string('x', 80)));

    [Fact]
    public void A_letter_is_not_torn_from_its_mark()
        => Assert.Equal([new string('x', Most - 1), "e\u0301" + "y"], Body(new string('x', Most - 1) + "e\u0301y"));

    [Fact]
    public void Leading_spaces_indent_all_lines_of_a_paragraph()
    {
        var lines = Lines(PagesOf(Letter(body: "    " + string.Concat(Enumerable.Repeat("word ", 20))))[0], TextLook.Body).ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(25 + Mm(4 * 0.5 * 10.5), Mm(line.Left), 3));
    }

    [Fact]
    public void Runs_of_a_left_to_right_line_stand_in_visual_order()
        => Assert.Equal(["ab", " ", "גד", " ", "אב", " ", "cd"], Runs("ab אב גד cd"));

    [Fact]
    public void Runs_of_a_right_to_left_line_stand_in_visual_order_and_end_at_the_right_edge()
    {
        Assert.Equal(["12", " ", "גד", " ", "ab", " ", "cd", " ", "אב"], Runs("אב ab cd גד 12"));
        Assert.Equal(190, Mm(RightEdge(Lines(PagesOf(Letter(body: "אב ab cd גד 12"))[0], TextLook.Body).Single())), 3);
    }

    [Fact]
    public void Each_run_has_the_family_that_covers_it_and_keeps_its_spaces_where_it_can()
    {
        var line = Lines(PagesOf(Letter(body: "Ж ש ع Ω"))[0], TextLook.Body).Single();

        Assert.Equal(
            [(TypeFamily.Sans, "Ж"), (TypeFamily.Sans, " "), (TypeFamily.Arabic, "ع"), (TypeFamily.Hebrew, " "), (TypeFamily.Hebrew, "ש"), (TypeFamily.Arabic, " "), (TypeFamily.Sans, "Ω")],
            line.Runs.Select(run => (run.Run.Family, run.Run.Text)));
    }

    private static List<string> Body(string text) => Texts(PagesOf(Letter(body: text))[0], TextLook.Body);

    private static string[] Runs(string text) => [.. Lines(PagesOf(Letter(body: text))[0], TextLook.Body).Single().Runs.Select(run => run.Run.Text)];
}
