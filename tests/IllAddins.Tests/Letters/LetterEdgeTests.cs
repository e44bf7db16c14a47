using IllAddins.CustomerContact.Core.Letters;
using static IllAddins.Tests.Letters.SomeLetters;

namespace IllAddins.Tests.Letters;

/// <summary>Which edge the parts of a letter stand at, in both directions.</summary>
public sealed class LetterEdgeTests
{
    private static readonly string LongBody = string.Join("\n\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat("some words of text ", 12)), 16));

    [Fact]
    public void An_address_that_begins_right_to_left_stands_at_one_edge()
    {
        var lines = Lines(PagesOf(Letter(recipient: ["דוד", "ISRAEL"]))[0], TextLook.Address);

        Assert.All(lines, line => Assert.Equal(105, Mm(RightEdge(line)), 3));
    }

    [Fact]
    public void A_name_right_to_left_above_an_address_left_to_right_stands_at_the_edge_of_the_address()
    {
        var lines = Lines(PagesOf(Letter(recipient: ["דוד", "Side Street 2", "54321 Village"]))[0], TextLook.Address);

        Assert.All(lines, line => Assert.Equal(25, Mm(line.Left), 3));
    }

    [Fact]
    public void The_date_above_later_pages_stands_across_from_the_name_of_the_library_in_both_directions()
    {
        foreach (var name in (string[])["Main Library", "הספרייה הראשית"])
        {
            var head = Lines(PagesOf(Letter(body: LongBody, senderName: name))[1], TextLook.Margin).Take(2).OrderBy(line => line.Left).ToList();

            Assert.Equal((25.0, 190.0), (Math.Round(Mm(head[0].Left), 3), Math.Round(Mm(RightEdge(head[1])), 3)));
            Assert.True(RightEdge(head[0]) < head[1].Left);
        }
    }

    [Fact]
    public void A_letter_right_to_left_has_one_edge_for_its_sender_its_reference_and_its_codes_and_the_page_number_across()
    {
        var letter = Letter(senderName: "הספרייה", senderLines: ["רחוב 1", "03-5550160", "ill@library.example"], reference: "עסקה 481675, 481702", body: LongBody) with
        {
            Style = new() { Code = CodeKind.Code128 },
        };
        var page = PagesOf(letter)[0];
        var (reference, label) = (Lines(page, TextLook.Margin).SkipLast(1).Last(), Lines(page, TextLook.Margin).Last());

        Assert.All(Lines(page, TextLook.SenderLine).Concat(Lines(page, TextLook.Date)), line => Assert.Equal(190, Mm(RightEdge(line)), 3));
        Assert.Equal((190.0, 25.0, "Page 1 of 2"), (Math.Round(Mm(RightEdge(reference)), 3), Math.Round(Mm(label.Left), 3), Text(label)));
        Assert.Equal(190, Mm(page.Bars.Max(bar => bar.Left + bar.Width)), 3);
    }

    [Theory]
    [InlineData("שלום,\n1. ספר\n2. Studies in rivers\nבברכה", true)]
    [InlineData("Dear reader,\n1. ספר\n2. Studies in rivers\nYours", false)]
    public void The_items_of_a_list_stand_at_the_edge_of_the_letter_whatever_script_their_titles_begin_in(string body, bool fromRight) =>
        Assert.All(Lines(PagesOf(Letter(body: body))[0], TextLook.Body), line => Assert.Equal(fromRight ? 190 : 25, Mm(fromRight ? RightEdge(line) : line.Left), 3));
}
