using IllAddins.CustomerContact.Core.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

public sealed class EnvelopeTests
{
    private static readonly string[] FiveLines = ["1", "2", "3", "4", "5"];

    public static TheoryData<string, double, double> Windows => new() { { "US10", 51.9, 80.4 }, { "DL", 62.7, 90 }, { "C5", 57, 88.5 } };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Five_lines_of_address_stand_in_the_window_of_each_envelope(string envelope, double top, double bottom)
    {
        var pages = InEvenType(Document(For(envelope, FiveLines)));
        var lines = Lines(pages[0].Pages[0], TextLook.Address).ToList();

        Assert.Empty(pages[0].Warnings);
        Assert.Equal(5, lines.Count);
        Assert.All(lines, line => Assert.InRange(Mm(line.Baseline), top + 2, bottom - 1));
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Offsets_move_the_address_and_nothing_else(string envelope, double top, double bottom)
    {
        var usual = InEvenType(Document(For(envelope, FiveLines)))[0].Pages[0];
        var moved = InEvenType(Document(For(envelope, FiveLines, 3, -4)))[0].Pages[0];

        Assert.True(top < bottom);
        Assert.Equal(
            Lines(usual, TextLook.Address).Select(line => (Math.Round(Mm(line.Left) + 3, 6), Math.Round(Mm(line.Baseline) - 4, 6))),
            Lines(moved, TextLook.Address).Select(line => (Math.Round(Mm(line.Left), 6), Math.Round(Mm(line.Baseline), 6))));
        Assert.Equal(Texts(usual, TextLook.Body), Texts(moved, TextLook.Body));
        Assert.Equal(Lines(usual, TextLook.Body).Select(line => line.Baseline), Lines(moved, TextLook.Body).Select(line => line.Baseline));
    }

    [Fact]
    public void Without_a_window_an_address_may_be_long_and_nothing_is_marked()
    {
        var pages = InEvenType(Document(For("None", [.. FiveLines, "6", "7", "8"])));

        Assert.Empty(pages[0].Warnings);
        Assert.Equal(8, Lines(pages[0].Pages[0], TextLook.Address).Count());
        Assert.Empty(Lines(pages[0].Pages[0], TextLook.ReturnLine));
    }

    [Fact]
    public void A_letter_carries_the_codes_of_its_requests_above_its_foot_and_no_text_runs_into_them()
    {
        var letter = Letter(body: string.Concat(Enumerable.Repeat("text\n", 60)), reference: "Transaction 481675, 481702") with { Style = new() { Code = CodeKind.Code128 } };
        var pages = InEvenType(Document(letter))[0].Pages;
        var top = pages[0].Bars.Min(bar => bar.Top);

        Assert.Equal(["481675", "481702", "Transaction 481675, 481702", "Page 1 of 2"], Texts(pages[0], TextLook.Margin));
        Assert.All(Lines(pages[0], TextLook.Body), line => Assert.True(line.Baseline < top));
        Assert.Empty(pages[1].Bars);
        Assert.Equal("text", Texts(pages[1], TextLook.Body)[0]);
    }

    [Fact]
    public void Codes_that_do_not_stand_in_one_row_are_counted_and_left_to_the_foot()
    {
        var letter = Letter(reference: "Transaction " + string.Join(", ", Enumerable.Range(481000, 9))) with { Style = new() { Code = CodeKind.Code128 } };
        var page = InEvenType(Document(letter))[0].Pages[0];

        Assert.Equal(["481000", "481001", "481002", "481003", "481004", "+4"], Texts(page, TextLook.Margin).TakeWhile(text => !text.StartsWith('T')));
        Assert.All(page.Bars, bar => Assert.InRange(Mm(bar.Left + bar.Width), 25, 190));
    }

    [Fact]
    public void A_test_page_frames_what_the_window_shows_and_says_what_is_set()
    {
        var style = new LetterStyle { Envelope = EnvelopeLayout.C5, OffsetXMm = 1.5 };
        var letter = For("C5", FiveLines) with { Style = style, Body = TestSheet.Words(style) };
        var page = TestSheet.Pages(letter, run => run.Text.Length * 0.5, (_, _) => true).Single().Pages.Single();

        Assert.Contains("Now: envelope C5, paper A4, offsets 1.5 and 0 mm, 5 lines of address.", letter.Body, StringComparison.Ordinal);
        Assert.Contains(page.Bars, bar => Math.Abs(Mm(bar.Left) - 20) < 0.01 && Math.Abs(Mm(bar.Top) - 57) < 0.01 && Math.Abs(Mm(bar.Height) - 31.5) < 0.01);
        Assert.All(Lines(page, TextLook.Address), line => Assert.Equal(26.5, Mm(line.Left), 3));
    }

    private static Letter For(string envelope, string[] recipient, double x = 0, double y = 0) =>
        Letter(recipient: recipient) with { Style = new() { Envelope = EnvelopeLayout.Named(envelope)[0], OffsetXMm = x, OffsetYMm = y } };
}
