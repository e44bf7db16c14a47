using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class ItemListTests
{
    private static readonly ItemWords Words = new();

    [Fact]
    public void One_item_stands_alone_and_several_are_numbered()
    {
        Assert.Equal("Atlas of soil / Chen, B.\n    Due: 17 April 2026 · Request: 601", ItemList.Of([Item(601, "Atlas of soil", "Chen, B.", "17 April 2026")], Words));
        Assert.Equal(
            "1. Atlas of soil\n    Due: 17 April 2026 · Request: 601\n2. Mosses\n    Request: 602 · For use in the library only",
            ItemList.Of([Item(601, "Atlas of soil", due: "17 April 2026"), Item(602, "Mosses") with { LibraryUseOnly = true }], Words));
    }

    [Fact]
    public void An_item_without_a_title_is_called_by_its_number()
        => Assert.Equal("Request 602", ItemList.Of([Item(602, " ")], Words));

    [Fact]
    public void A_title_of_several_lines_stands_on_one()
        => Assert.StartsWith("Atlas of soil\n    ", ItemList.Of([Item(601, "Atlas\r\nof soil")], Words), StringComparison.Ordinal);

    [Theory]
    [InlineData("Your copy has arrived: ", "Your copy has arrived: Request 602")]
    [InlineData("Your copy has arrived -", "Your copy has arrived - Request 602")]
    [InlineData("", "Request 602")]
    [InlineData("Your copy has arrived", "Your copy has arrived")]
    public void A_subject_never_ends_in_nothing(string rendered, string subject)
        => Assert.Equal(subject, ItemList.Subject(rendered, [Item(602, "")], Words));

    [Fact]
    public void A_subject_that_names_the_first_item_says_how_many_more_there_are()
    {
        ListedItem[] items = [Item(601, "Atlas of soil"), Item(602, "Mosses"), Item(603, "Lichens")];

        Assert.Equal("Here: Atlas of soil and 2 more", ItemList.Subject("Here: Atlas of soil", items, Words));
        Assert.Equal("Your items are here", ItemList.Subject("Your items are here", items, Words));
        Assert.Equal("Here: Atlas of soil i jeszcze 2", ItemList.Subject("Here: Atlas of soil", items, Words with { More = "i jeszcze {count}" }));
    }

    [Fact]
    public void A_template_that_lists_no_items_is_followed_by_the_others()
    {
        ListedItem[] items = [Item(601, "Atlas of soil"), Item(602, "Mosses")];

        Assert.Equal("Dear reader,\nbye\n\nAlso here for you:\n\nMosses\n    Request: 602", ItemList.Whole("Dear reader,\nbye\n", "Dear reader,\nbye\n", items, Words));
        Assert.Equal("all", ItemList.Whole("Here: <# items />", "all", items, Words));
        Assert.Equal("one", ItemList.Whole("one", "one", [items[0]], Words));
    }

    [Fact]
    public void A_template_may_place_the_items_and_a_misspelt_tag_is_told()
    {
        var fields = SomeFacts.Fields(new() { ["LoanTitle"] = "Mosses" });
        var parsed = Assert.IsType<TemplateParse.Parsed>(TemplateText.Parse("Here:\n<#items>!"));
        var wrong = Assert.IsType<TemplateParse.Parsed>(TemplateText.Parse("<#Itmes>"));

        Assert.Equal("Here:\nMosses\n    Request: 480101!", Assert.IsType<TemplateRendering.Rendered>(parsed.Text.Render(fields)).Text);
        Assert.Equal("uses <#Itmes>, which is no field. Did you mean <#Items>?", Assert.Single(wrong.Text.Check(fields)).Complaint);
    }

    [Fact]
    public void A_site_gives_the_words_in_its_own_language_and_the_usual_ones_stand_for_the_rest()
    {
        var words = ItemWords.Of(name => name switch { "DueLabel" => " Termin ", "RequestLabel" => " ", _ => null });

        Assert.Equal(("Termin", "Request", "and {count} more"), (words.Due, words.Request, words.More));
    }

    private static ListedItem Item(int number, string title, string author = "", string due = "") =>
        new() { TransactionNumber = number, Title = title, Author = author, Due = due };
}
