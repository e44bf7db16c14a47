using IllAddins.CustomerContact.Core.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

public sealed class LetterLayoutTests
{
    private static readonly string[] SevenLines = ["1", "2", "3", "4", "5", "6", "7"];

    [Fact]
    public void An_A4_address_stands_in_the_window_of_DIN_5008_form_B()
    {
        var lines = Lines(PagesOf(Letter(recipient: SevenLines[..6]))[0], TextLook.Address).ToList();

        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.Equal(25, Mm(line.Left), 3));
        Assert.All(lines, line => Assert.InRange(Mm(line.Baseline), 62.7, 90));
    }

    [Fact]
    public void A_US_Letter_address_stands_in_the_window_of_a_number_10_envelope()
    {
        var page = PagesOf(Letter(recipient: SevenLines[..6]), PaperSize.Letter)[0];

        Assert.Equal((612, 792), (Math.Round(page.Width, 6), Math.Round(page.Height, 6)));
        Assert.All(Lines(page, TextLook.Address), line => Assert.InRange(Mm(line.Baseline), 51.9, 80.4));
        Assert.Empty(Lines(page, TextLook.ReturnLine));
    }

    [Fact]
    public void An_address_with_long_lines_is_set_smaller_until_the_window_shows_it()
    {
        var page = PagesOf(Letter(recipient: [.. SevenLines[..5], new string('x', 46)]))[0];

        Assert.Empty(Lines(page, TextLook.Address));
        Assert.Equal(6, page.Lines.Count(line => line.Look.Size == TextLook.Address.Size * 0.9));
    }

    [Fact]
    public void An_address_of_seven_lines_is_set_closer_so_that_the_window_shows_them()
    {
        var pages = InEvenType(Document(Letter(recipient: SevenLines)))[0];
        var lines = pages.Pages[0].Lines.Where(line => line.Look.Size == TextLook.Address.Size * 0.8).ToList();

        Assert.Empty(pages.Warnings);
        Assert.Equal(7, lines.Count);
        Assert.All(lines, line => Assert.InRange(Mm(line.Baseline), 62.7, 89));
    }

    [Fact]
    public void An_address_of_eight_lines_is_printed_with_a_warning()
    {
        var pages = InEvenType(Document(Letter(recipient: [.. SevenLines, "8"])))[0];

        Assert.Equal(["Letter for 481675: the address has 8 lines and the window of the envelope shows 7; shorten it or use a plain envelope."], pages.Warnings);
        Assert.Equal(8, pages.Pages[0].Lines.Count(line => line.Look.Size == TextLook.Address.Size * 0.8));
    }

    [Fact]
    public void The_further_lines_of_an_item_begin_below_its_text()
    {
        var lines = Lines(PagesOf(Letter(body: $"1. {string.Join(' ', Enumerable.Repeat("rivers", 20))}\n    Due: 17 April"))[0], TextLook.Body).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal([0, 1, 1], lines.Select(line => (int)Math.Round((line.Left - lines[0].Left) / (4 * 0.5 * TextLook.Body.Size))));
    }

    [Fact]
    public void An_item_is_not_torn_apart_by_the_end_of_a_page()
    {
        var items = Enumerable.Range(1, 60).Select(number => $"{number}. {string.Join(' ', Enumerable.Repeat("rivers", 20))}\n    Due: 17 April");
        var pages = PagesOf(Letter(body: string.Join('\n', items)));

        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.StartsWith("Due:", Texts(page, TextLook.Body)[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void The_return_line_holds_as_many_of_the_senders_lines_as_fit()
    {
        string[] sender = ["Main Street 1", "12345 Town", new string('x', 60)];

        Assert.Equal(["Main Library · Main Street 1 · 12345 Town"], Texts(PagesOf(Letter(senderLines: sender))[0], TextLook.ReturnLine));
    }

    [Theory]
    [InlineData("", "Main Street 1 · 12345 Town")]
    [InlineData("The Library of the University of Rivertown and of all its Colleges", "Main Street 1 · 12345 Town")]
    public void A_return_line_without_room_for_the_name_says_where_to_send_the_letter(string name, string line) =>
        Assert.Equal([line], Texts(PagesOf(Letter(senderName: name))[0], TextLook.ReturnLine));

    [Fact]
    public void A_long_name_without_an_address_is_cut_in_the_return_line()
    {
        var line = Assert.Single(Texts(PagesOf(Letter(senderName: string.Concat(Enumerable.Repeat("Library ", 12)), senderLines: [new string('x', 80)]))[0], TextLook.ReturnLine));

        Assert.StartsWith("Library Library", line, StringComparison.Ordinal);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_letterhead_pushes_the_text_down_instead_of_into_it()
    {
        var page = PagesOf(Letter(senderLines: [.. Enumerable.Range(1, 14).Select(line => $"Line {line}")]))[0];

        Assert.True(Lines(page, TextLook.Date).Single().Baseline < Lines(page, TextLook.Subject).Single().Baseline);
        Assert.Equal(98.46 + Mm(TextLook.Subject.Ascent), Mm(Lines(PagesOf(Letter())[0], TextLook.Subject).Single().Baseline), 3);
    }

    [Fact]
    public void A_text_that_has_no_room_below_its_address_begins_on_the_second_page()
    {
        var pages = PagesOf(Letter(recipient: [.. Enumerable.Range(1, 80).Select(line => $"Line {line}")]));

        Assert.Equal(["", "Your loan is here"], pages.Select(page => string.Concat(Texts(page, TextLook.Subject))));
        Assert.All(Lines(pages[1], TextLook.Body), line => Assert.InRange(Mm(line.Baseline), 32, 270));
    }

    [Fact]
    public void Pages_of_a_letter_are_numbered_when_there_are_several()
    {
        var pages = PagesOf(Letter(body: Paragraphs(30)));

        Assert.Equal(3, pages.Count);
        Assert.Equal([["Transaction 481675", "Page 1 of 3"], ["Main Library", "23 November 2026", "Transaction 481675", "Page 2 of 3"], ["Main Library", "23 November 2026", "Transaction 481675", "Page 3 of 3"]],
            pages.Select(page => Texts(page, TextLook.Margin)));
        Assert.Equal(["Transaction 481675"], Texts(PagesOf(Letter())[0], TextLook.Margin));
    }

    [Fact]
    public void Each_letter_begins_on_its_own_page_and_counts_its_own_pages()
    {
        var letters = InEvenType(Document(Letter(body: Paragraphs(20)), Letter(), Letter(body: Paragraphs(20)) with { Style = new() { PageLabel = "{page}/{pages}" } }));

        Assert.Equal([2, 1, 2], letters.Select(letter => letter.Pages.Count));
        Assert.Equal("2/2", Texts(letters[2].Pages[1], TextLook.Margin)[^1]);
    }

    [Fact]
    public void No_text_is_lost_or_repeated_between_pages_and_none_leaves_its_page()
    {
        var pages = PagesOf(Letter(body: Paragraphs(60)));

        Assert.Equal(Enumerable.Range(1, 60), pages.SelectMany(page => Texts(page, TextLook.Body)).Where(text => text.StartsWith('§')).Select(text => int.Parse(text[1..].Split(' ')[0], null)));
        Assert.All(pages.SelectMany(page => Lines(page, TextLook.Body)), line => Assert.InRange(Mm(line.Baseline), 25, 270));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_line_of_a_paragraph_stands_alone_on_a_page(int linesEach)
    {
        var paragraph = string.Join('\n', Enumerable.Range(1, linesEach).Select(line => $"line {line}"));
        foreach (var before in Enumerable.Range(0, 2 * linesEach))
        {
            var pages = PagesOf(Letter(body: string.Concat(Enumerable.Repeat("text\n", before)) + string.Join("\n\n", Enumerable.Repeat(paragraph, 40))));

            Assert.True(pages.Count > 2);
            Assert.All(pages.Skip(1), page => Assert.NotEqual($"line {linesEach}", Texts(page, TextLook.Body)[0]));
            Assert.All(pages.SkipLast(1), page => Assert.NotEqual("line 1", Texts(page, TextLook.Body)[^1]));
        }
    }

    [Fact]
    public void A_short_text_that_was_wrapped_is_not_torn_between_pages()
    {
        var pages = PagesOf(Letter(body: string.Join('\n', Enumerable.Range(1, 120).Select(number => $"§{number} " + new string('x', CharactersInALine * (number % 3))))));

        Assert.InRange(pages.Count, 3, 6);
        Assert.All(pages, page => Assert.StartsWith("§", Texts(page, TextLook.Body)[0], StringComparison.Ordinal));
    }

    [Fact]
    public void A_closing_stays_with_its_signature()
    {
        foreach (var lines in Enumerable.Range(20, 40))
        {
            var pages = PagesOf(Letter(body: string.Join('\n', Enumerable.Repeat("text", lines)) + "\n\nYours sincerely\n\n\n\nThe staff"));
            var last = Texts(pages[^1], TextLook.Body);
            Assert.Equal("The staff", last[^1]);
            Assert.Contains("Yours sincerely", last);
        }
    }

    [Fact]
    public void A_subject_longer_than_a_page_is_printed_whole()
    {
        var pages = PagesOf(Letter(subject: string.Concat(Enumerable.Repeat("subject ", 900))));

        Assert.Equal(900, pages.Sum(page => Texts(page, TextLook.Subject).Sum(text => text.Split(' ').Length)));
        Assert.InRange(pages.Count, 3, 5);
    }

    [Fact]
    public void A_word_without_end_is_measured_in_parts_and_printed_whole()
    {
        var measured = 0L;
        var word = string.Concat(Enumerable.Repeat("e\u0301", 20_000));
        var pages = LetterLayout.Letters(Document(Letter(body: word)), Width, (_, _) => true).Single().Pages;

        Assert.Equal(word, string.Concat(pages.SelectMany(page => Texts(page, TextLook.Body))));
        Assert.All(pages.SelectMany(page => Texts(page, TextLook.Body)), line => Assert.StartsWith("e", line, StringComparison.Ordinal));
        Assert.InRange(measured, word.Length, word.Length * 20L);

        double Width(TextRun run)
        {
            measured += run.Text.Length;
            return run.Text.Length * 0.5;
        }
    }

    [Fact]
    public void A_letter_without_text_is_a_page_with_its_head()
        => Assert.Equal(["Main Library"], Texts(Assert.Single(PagesOf(Letter(subject: "", body: " \n\n"))), TextLook.LibraryName));

    [Fact]
    public void A_reference_to_many_requests_ends_behind_one_of_them()
    {
        var foot = Texts(PagesOf(Letter(reference: "Transaction " + string.Join(", ", Enumerable.Range(481000, 200))))[0], TextLook.Margin);

        Assert.Equal(4, foot.Count);
        Assert.EndsWith(", …", foot[^1], StringComparison.Ordinal);
        Assert.Matches("4810[0-9]{2}, …$", foot[^1]);
    }

    [Fact]
    public void A_character_without_a_glyph_is_named_with_the_letters_reference()
    {
        var letters = InEvenType(Document(Letter(subject: "𓀀 and 漢", body: "𓀀"), Letter(body: "漢", reference: "")));

        Assert.Equal(["Letter for 481675: no font here has '𓀀' (U+13000), '漢' (U+6F22); '?' is printed instead."], letters[0].Warnings);
        Assert.Equal(["Letter 2: no font here has '漢' (U+6F22); '?' is printed instead."], letters[1].Warnings);
        Assert.Equal(["? and ?"], Texts(letters[0].Pages[0], TextLook.Subject));
    }

    [Fact]
    public void A_warning_names_a_letter_about_many_requests_by_the_first_of_them()
    {
        var letter = Letter(body: "漢", reference: "Transaction " + string.Join(", ", Enumerable.Range(481000, 20)));

        Assert.Equal(["Letter for 481000, 481001, 481002, 481003, 481004 and 15 more: no font here has '漢' (U+6F22); '?' is printed instead."], InEvenType(Document(letter))[0].Warnings);
    }

    [Theory]
    [InlineData("a4", "A4")]
    [InlineData("LETTER", "Letter")]
    [InlineData("A3", null)]
    public void A_paper_is_found_by_its_name(string name, string? found) => Assert.Equal(found, PaperSize.Named(name)?.Name);

    private static string Paragraphs(int count)
        => string.Join("\n\n", Enumerable.Range(1, count).Select(number => $"§{number} " + string.Concat(Enumerable.Repeat("some words of text ", 12))));
}
