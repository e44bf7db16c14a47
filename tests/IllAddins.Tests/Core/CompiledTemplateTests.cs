using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class CompiledTemplateTests
{
    [Fact]
    public void An_unknown_field_is_told_with_template_and_site()
    {
        var template = SomeFacts.Template("ILL Borrowing Loan Pickup", body: "Your <#LoanTitel> is here: <#LoanTitel>.");
        var faulty = Assert.IsType<NoticeRendering.Faulty>(Compiled(template, "MAIN").Render(SomeFacts.Fields()));
        Assert.Equal(
            ["Template 'ILL Borrowing Loan Pickup' (site MAIN) uses <#LoanTitel>, which is no field. Did you mean <#Transaction.LoanTitle>?"],
            faulty.Messages.AsEnumerable());
    }

    [Fact]
    public void A_fault_says_in_which_part_it_stands()
    {
        var template = SomeFacts.Template("Mine", subject: "<#LoanTitle", body: "<#>") with { CC = "<#User.X y=1>" };
        Assert.Equal(
            [
                "Template 'Mine' (site MAIN) gives <#User.X> the unknown attribute 'y' in line 1, column 1 of the CC. Only MaxSize=\"10\" is known.",
                "Template 'Mine' (site MAIN) has the unclosed tag '<#LoanTitle' in line 1, column 1 of the subject. Close it with '>' on the same line.",
                "Template 'Mine' (site MAIN) has the tag '<#>' without a field's name in line 1, column 1 of the body. Write for example <#Transaction.LoanTitle>.",
            ],
            Assert.IsType<TemplateCompilation.Faulty>(CompiledTemplate.From(template, "MAIN")).Messages.AsEnumerable());
    }

    [Fact]
    public void A_value_cannot_begin_a_new_header_line()
    {
        var template = SomeFacts.Template("Mine", subject: "Ready: <#LoanTitle>", body: "<#LoanTitle>") with { ToName = "<#LoanTitle>", FromName = " <#LibraryName>\t" };
        var fields = SomeFacts.Fields(new() { ["LoanTitle"] = "Rivers\r\nBcc: all@library.example\u2028X\u0085" });
        var text = Assert.IsType<NoticeRendering.Rendered>(Compiled(template, "MAIN").Render(fields)).Text;
        Assert.Equal("Ready: Rivers Bcc: all@library.example X", text.Subject);
        Assert.Equal("Rivers Bcc: all@library.example X", text.ToName);
        Assert.Equal("Main Library", text.FromName);
        Assert.Equal("Rivers\r\nBcc: all@library.example\u2028X\u0085", text.Body);
    }

    [Fact]
    public void The_lines_of_a_value_stay_lines_in_html_and_are_never_markup()
    {
        var template = SomeFacts.Template("Mine", body: "<#LoanTitle>|<#Items>") with { HtmlBody = "<p><#LoanTitle></p><p><#Items></p>" };
        var fields = SomeFacts.Fields(new() { ["LoanTitle"] = "A < B\r\nC\rD" }) with { Items = () => "1. Rivers & lakes\n    Due: 3 May\n2. <b>" };
        var text = Assert.IsType<NoticeRendering.Rendered>(Compiled(template, "MAIN").Render(fields)).Text;
        Assert.Equal(
            "<p>A &lt; B<br>\nC<br>\nD</p><p>1. Rivers &amp; lakes<br>\n&nbsp;&nbsp;&nbsp;&nbsp;Due: 3 May<br>\n2. &lt;b&gt;</p>",
            text.HtmlBody);
        Assert.Equal("A < B\r\nC\rD|1. Rivers & lakes\n    Due: 3 May\n2. <b>", text.Body);
    }

    [Fact]
    public void A_template_of_html_alone_gives_its_words_as_the_text()
    {
        var template = SomeFacts.Template("Mine", body: " \n") with
        {
            HtmlBody = "<html><head><title>x</title><style>p { color: red }</style></head><body><p>Dear  <b><#LoanTitle></b>,</p>\n<p>it is&nbsp;here.<br>Come &amp; see.</p><ul><li>one</li><li>two</li></ul></body></html>",
        };
        var text = Assert.IsType<NoticeRendering.Rendered>(Compiled(template, "MAIN").Render(SomeFacts.Fields(new() { ["LoanTitle"] = "A < B\nC" }))).Text;
        Assert.Equal("Dear A < B\nC,\n\nit is here.\nCome & see.\n\none\ntwo", text.Body);
    }

    [Fact]
    public void A_template_that_says_nothing_is_a_fault()
    {
        var template = SomeFacts.Template("Mine", body: "<#LoanTitle>") with { HtmlBody = "<p></p>" };
        Assert.Equal(
            ["Template 'Mine' (site MAIN) says nothing: its body is empty. Write one, or an HTML body, from which the text is then made."],
            Assert.IsType<NoticeRendering.Faulty>(Compiled(template, "MAIN").Render(SomeFacts.Fields(new() { ["LoanTitle"] = " " }))).Messages.AsEnumerable());
    }

    [Fact]
    public void Every_part_is_rendered_into_its_own_place()
    {
        var template = new NotificationTemplate
        {
            Name = "Mine",
            FromName = "a",
            FromAddress = "b",
            ToName = "c",
            ToAddress = "d",
            CC = "e",
            BCC = "f",
            Subject = "g",
            Body = "h",
        };
        Assert.Equal(
            new NoticeText { FromName = "a", FromAddress = "b", ToName = "c", ToAddress = "d", CC = "e", BCC = "f", Subject = "g", Body = "h" },
            Assert.IsType<NoticeRendering.Rendered>(Compiled(template, "MAIN").Render(SomeFacts.Fields())).Text);
    }

    private static CompiledTemplate Compiled(NotificationTemplate template, string site) =>
        Assert.IsType<TemplateCompilation.Compiled>(CompiledTemplate.From(template, site)).Template;
}
