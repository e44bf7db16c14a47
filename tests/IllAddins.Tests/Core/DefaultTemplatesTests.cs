using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class DefaultTemplatesTests
{
    public static TheoryData<string> Names => [.. All.Select(template => template.Name)];

    private static IEnumerable<NotificationTemplate> All => DefaultTemplates.All.Concat(DefaultLetters.All);

    [Fact]
    public void There_is_one_for_each_kind_of_notice() => Assert.Equal(
        [
            "ILL Borrowing Article Delivery", "ILL Borrowing Article Pickup", "ILL Borrowing Loan Delivery", "ILL Borrowing Loan Pickup",
            "ILL Doc Del Article Delivery", "ILL Doc Del Article Pickup", "ILL Doc Del Loan Delivery", "ILL Doc Del Loan Pickup",
        ],
        DefaultTemplates.All.Select(template => template.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_can_be_rendered_when_every_field_is_empty(string name)
    {
        var text = Render(name, SomeFacts.Fields(local: new() { ["LibraryName"] = "" }));
        Assert.NotEmpty(text.Subject);
        Assert.Contains("480101", text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<#", text.Subject + text.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_names_the_item_the_reader_and_the_library(string name)
    {
        var text = Render(name, SomeFacts.Fields(
            new() { ["LoanTitle"] = "Łąkowa <b> 😀", ["PhotoArticleTitle"] = "Łąkowa <b> 😀" },
            new() { ["FirstName"] = "Ελένη", ["LastName"] = "Κοσμά" }));
        Assert.Contains("Łąkowa <b> 😀", text.Subject, StringComparison.Ordinal);
        Assert.Contains("Łąkowa <b> 😀", text.Body, StringComparison.Ordinal);
        Assert.StartsWith("Dear Ελένη Κοσμά,", text.Body, StringComparison.Ordinal);
        Assert.EndsWith("Main Library", text.Body.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void None_has_two_empty_lines_together(string name) =>
        Assert.DoesNotContain("\n\n\n", Render(name, SomeFacts.Fields()).Body, StringComparison.Ordinal);

    [Fact]
    public void A_loan_that_waits_is_told_of_in_these_words() => Assert.Equal(
        """
        Dear Ada Chen,

        Good news: the item that we borrowed for you from another library is here.

            Title:     Reconsidering rivers
            Author:    Chen, B.
            Due:       17 April 2026
            Request:   480101

            Where:     Front desk

        Please bring your library card.

        Any questions? Please give us the request number above.

            E-mail:    ill@library.example

        Kind regards,
        Main Library

        """,
        Render(TemplateNames.BorrowingLoanPickup, SomeFacts.Fields(
            new()
            {
                ["LoanTitle"] = "Reconsidering rivers",
                ["LoanAuthor"] = "Chen, B.",
                ["DueDate"] = new DateTimeOffset(2026, 4, 17, 0, 0, 0, TimeSpan.Zero),
            },
            new() { ["FirstName"] = "Ada", ["LastName"] = "Chen" },
            new() { ["PickupPlace"] = "Front desk", ["LibraryEMail"] = "ill@library.example" })).Body);

    [Fact]
    public void The_letter_goes_by_the_request_type()
    {
        Assert.Same(DefaultLetters.Loan, DefaultLetters.For(SomeFacts.Loan));
        Assert.Same(DefaultLetters.Article, DefaultLetters.For(SomeFacts.Article));
    }

    private static NoticeText Render(string name, TemplateFields fields)
    {
        var compiled = Assert.IsType<TemplateCompilation.Compiled>(CompiledTemplate.From(All.Single(template => template.Name == name), "ILL"));
        return Assert.IsType<NoticeRendering.Rendered>(compiled.Template.Render(fields)).Text;
    }
}
