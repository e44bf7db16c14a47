using System.Globalization;
using IllAddins.CustomerContact.Core.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

public sealed class SlipAndListTests
{
    private static readonly Slip Usual = new()
    {
        TransactionNumber = 481675,
        LibraryName = "Main Library",
        Customer = "Nowak, Anna",
        PickupLocation = "Law Library",
        Title = "Reconsidering rivers",
        Lines = ["Chen, B.", "Due: 17 April 2026"],
        DateLine = "2 March 2026",
    };

    [Fact]
    public void A_slip_says_who_where_and_what_on_80_millimetres()
    {
        var page = Slips(Usual).Single().Pages.Single();

        Assert.Equal(80, Mm(page.Width), 3);
        Assert.Equal(
            ["Main Library", "Nowak, Anna", "Law Library", "Reconsidering rivers", "Chen, B.", "Due: 17 April 2026", "481675", "2 March 2026"],
            page.Lines.Select(Text));
        Assert.All(page.Bars, bar => Assert.InRange(Mm(bar.Left + bar.Width), 5, 75));
        Assert.All(page.Lines, line => Assert.InRange(Mm(line.Baseline), 5, Mm(page.Height) - 4));
    }

    [Fact]
    public void A_slip_is_as_long_as_its_text_and_a_long_title_is_cut_off()
    {
        var longer = Slips(Usual with { Title = string.Concat(Enumerable.Repeat("A long title ", 60)) }).Single().Pages.Single();

        var title = longer.Lines.Where(line => line.Look == TextLook.Body).Select(Text).ToList();

        Assert.Equal(4, title.Count);
        Assert.EndsWith("…", title[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("…", string.Concat(title.SkipLast(1)), StringComparison.Ordinal);
        Assert.True(longer.Height > Slips(Usual).Single().Pages.Single().Height);
        Assert.Equal(50, Mm(Slips(Usual with { Title = "", Lines = [], PickupLocation = "", LibraryName = "", Code = CodeKind.None }).Single().Pages.Single().Height), 3);
    }

    [Fact]
    public void A_slip_stays_short_whatever_its_fields_hold()
    {
        var endless = string.Concat(Enumerable.Repeat("endless ", 5000));
        var page = Slips(Usual with { Customer = endless, PickupLocation = endless, Lines = [endless], LibraryName = endless }).Single().Pages.Single();

        Assert.All(page.Lines.GroupBy(line => line.Look).Where(lines => lines.Key.Size != 8.5), lines => Assert.InRange(lines.Count(), 1, 4));
        Assert.InRange(Mm(page.Height), 80, 200);
    }

    [Fact]
    public void A_slip_names_the_character_that_no_font_has()
        => Assert.Equal(["Slip for 481675: no font here has '漢' (U+6F22); '?' is printed instead."], Slips(Usual with { Title = "漢" }).Single().Warnings);

    [Fact]
    public void Of_many_characters_that_no_font_has_the_first_are_named_in_one_sentence()
        => Assert.Equal(
            ["Slip for 481675: no font here has '一' (U+4E00), '丁' (U+4E01), '丂' (U+4E02) and 7 more characters; '?' is printed instead."],
            Slips(Usual with { Title = string.Concat(Enumerable.Range(0x4E00, 10).Select(code => (char)code)) }).Single().Warnings);

    [Fact]
    public void A_list_repeats_its_head_on_each_page_and_loses_no_row()
    {
        var list = List(Rows(1, 100), Rows(200, 30));

        Assert.True(list.Count > 2);
        Assert.All(list, (page, i) => Assert.Equal(["Contact", "Number", "Title", $"Page {i + 1} of {list.Count}"],
            new[] { "Contact", "Number", "Title", $"Page {i + 1} of {list.Count}" }.Where(text => page.Lines.Any(line => Text(line) == text))));
        Assert.Equal(
            Enumerable.Range(1, 100).Concat(Enumerable.Range(200, 30)),
            list.SelectMany(page => page.Lines).Select(Text).Where(text => int.TryParse(text, out _)).Select(text => int.Parse(text, CultureInfo.InvariantCulture)));
        Assert.All(list.SelectMany(page => page.Lines), line => Assert.InRange(Mm(line.Baseline), 14, 200));
        Assert.All(list, page => Assert.Equal((297, 210), (Math.Round(Mm(page.Width), 3), Math.Round(Mm(page.Height), 3))));
    }

    [Fact]
    public void A_groups_title_is_never_the_last_of_a_page()
    {
        foreach (var page in Enumerable.Range(20, 30).SelectMany(rows => List(Rows(1, rows), Rows(100, 5))))
        {
            var lastRow = page.Lines.Where(line => int.TryParse(Text(line), out _)).Max(line => line.Baseline);
            Assert.DoesNotContain(page.Lines, line => Text(line).StartsWith("Group", StringComparison.Ordinal) && line.Baseline > lastRow);
        }
    }

    [Fact]
    public void A_group_without_rows_is_left_out_and_an_empty_list_is_one_page_that_says_so_by_its_head()
        => Assert.DoesNotContain(List(Rows(1, 0)).Single().Lines, line => Text(line).StartsWith("Group", StringComparison.Ordinal));

    private static ListGroup Rows(int first, int count) =>
        new($"Group of {count}", [.. Enumerable.Range(first, count).Select(number => (IReadOnlyList<string>)[number.ToString(CultureInfo.InvariantCulture), "A title that goes on " + new string('x', number % 60)])]);

    private static List<LetterPage> List(params ListGroup[] groups) =>
        [.. ListLayout.Pages(new() { Title = "Contact", Columns = [new("Number", 1), new("Title", 2)], Groups = groups }, Width, (_, _) => true).Single().Pages];

    private static IEnumerable<LetterPages> Slips(params Slip[] slips) => SlipLayout.Slips(slips, Width, (_, character) => character.Value < 0x2100);

    private static double Width(TextRun run) => run.Text.Length * 0.5;
}
