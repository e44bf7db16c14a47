using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class TemplateTextTests
{
    private static readonly TemplateFields Fields = SomeFacts.Fields(
        new() { ["LoanTitle"] = "Reconsidering rivers", ["DueDate"] = new DateTimeOffset(2026, 4, 17, 0, 0, 0, TimeSpan.Zero), ["FirstName"] = "T" },
        new() { ["FirstName"] = "Ada", ["LastName"] = "Chen" });

    [Theory]
    [InlineData("<#Transaction.LoanTitle>")]
    [InlineData("<#LoanTitle>")]
    [InlineData("<#transaction.loantitle>")]
    [InlineData("<# Transaction.LoanTitle >")]
    [InlineData("<#Transaction.LoanTitle/>")]
    [InlineData("<#Transaction.LoanTitle />")]
    public void A_tag_becomes_its_fields_value(string tag) => Assert.Equal("[Reconsidering rivers]", Render($"[{tag}]"));

    [Theory]
    [InlineData("<#LoanTitle MaxSize=\"10\">")]
    [InlineData("<#LoanTitle maxsize = '10' />")]
    [InlineData("<#Transaction.LoanTitle  MaxSize=10>")]
    public void MaxSize_cuts_the_value(string tag) => Assert.Equal("[Reconsider]", Render($"[{tag}]"));

    [Theory]
    [InlineData("a\u0301bc", 1, "a\u0301")]
    [InlineData("😀😀😀", 2, "😀😀")]
    [InlineData("👩‍👩‍👧x", 1, "👩‍👩‍👧")]
    [InlineData("abc", 3, "abc")]
    [InlineData("", 3, "")]
    public void MaxSize_never_cuts_a_character_in_two(string title, int size, string expected) =>
        Assert.Equal(expected, Render($"<#LoanTitle MaxSize=\"{size}\">", SomeFacts.Fields(new() { ["LoanTitle"] = title })));

    [Fact]
    public void The_old_form_looks_in_Transaction_then_User_then_LocalInfo() =>
        Assert.Equal("T Chen Main Library", Render("<#FirstName> <#LastName> <#LibraryName>"));

    [Fact]
    public void A_value_that_is_no_text_is_put_into_words() => Assert.Equal("480101, 17 April 2026", Render("<#TransactionNumber>, <#DueDate>"));

    [Fact]
    public void A_known_field_without_a_value_is_empty() => Assert.Equal("[][]", Render("[<#Transaction.LoanAuthor>][<#LocalInfo.OpeningHours>]"));

    [Fact]
    public void A_value_is_never_read_as_template() => Assert.Equal(
        "<#User.SSN> & <#NoSuch",
        Render("<#LoanTitle>", SomeFacts.Fields(new() { ["LoanTitle"] = "<#User.SSN> & <#NoSuch" })));

    [Theory]
    [InlineData("")]
    [InlineData("a < b > c")]
    [InlineData("<b>bold</b> <")]
    [InlineData("item <#1> of <#")]
    [InlineData("<##>")]
    [InlineData("<!-- # -->")]
    public void What_is_no_tag_stays_as_it_is(string text) => Assert.Equal(text, Render(text));

    [Fact]
    public void A_text_is_read_once_and_rendered_often()
    {
        var text = Parsed("Dear <#User.FirstName>");
        foreach (var name in new[] { "Ada", "Zoë", "" })
            Assert.Equal(
                new TemplateRendering.Rendered($"Dear {name}"),
                text.Render(SomeFacts.Fields(user: new() { ["FirstName"] = name })));
    }

    [Theory]
    [InlineData("<#LoanTitel>", "uses <#LoanTitel>, which is no field. Did you mean <#Transaction.LoanTitle>?")]
    [InlineData("<#Transaction.LoanTitel MaxSize=\"5\">", "uses <#Transaction.LoanTitel>, which is no field. Did you mean <#Transaction.LoanTitle>?")]
    [InlineData("<#Transaction.LastName>", "uses <#Transaction.LastName>, which is no field. Did you mean <#User.LastName>?")]
    [InlineData("<#Users.LastName>", "uses <#Users.LastName>, which is no field. Did you mean <#User.LastName>?")]
    [InlineData("<#LocalInfo.OpenningHours>", "uses <#LocalInfo.OpenningHours>, which is no field. Did you mean <#LocalInfo.OpeningHours>?")]
    [InlineData("<#LsatNmae>", "uses <#LsatNmae>, which is no field. Did you mean <#User.LastName>?")]
    [InlineData("<#LibaryName>", "uses <#LibaryName>, which is no field. Did you mean <#LocalInfo.LibraryName>?")]
    [InlineData(
        "<#Zebra>", "uses <#Zebra>, which is no field. No field has a similar name. Field names begin with Transaction., User. or LocalInfo.")]
    public void An_unknown_field_is_an_error_with_a_suggestion(string text, string complaint)
    {
        var faulty = Assert.IsType<TemplateRendering.Faulty>(Parsed($"Hello\n  {text}").Render(Fields));
        Assert.Equal(new TemplateFault(2, 3, complaint), Assert.Single(faulty.Faults));
    }

    [Theory]
    [InlineData("Dear\r\n a <#User.FirstName, hello", "has the unclosed tag '<#User.FirstName' in line 2, column 4 of the body. Close it with '>' on the same line.")]
    [InlineData("\n <#User.FirstName\n>", "has the unclosed tag '<#User.FirstName' in line 2, column 2 of the body. Close it with '>' on the same line.")]
    [InlineData("\r <#A <#LoanTitle>", "has the unclosed tag '<#A' in line 2, column 2 of the body. Close it with '>' on the same line.")]
    [InlineData("\n <#A", "has the unclosed tag '<#A' in line 2, column 2 of the body. Close it with '>' on the same line.")]
    [InlineData("\n<#>", "has the tag '<#>' without a field's name in line 2, column 1 of the body. Write for example <#Transaction.LoanTitle>.")]
    [InlineData("\n<#LoanTitle Size=\"3\">", "gives <#LoanTitle> the unknown attribute 'Size' in line 2, column 1 of the body. Only MaxSize=\"10\" is known.")]
    [InlineData("\n<#LoanTitle MaxSize=\"ten\">", "gives <#LoanTitle> the MaxSize 'ten' in line 2, column 1 of the body. Give a whole number from 1 to 10000.")]
    [InlineData("\n<#LoanTitle MaxSize=\"0\">", "gives <#LoanTitle> the MaxSize '0' in line 2, column 1 of the body. Give a whole number from 1 to 10000.")]
    [InlineData("\n<#LoanTitle MaxSize=3 MaxSize=4>", "gives <#LoanTitle> MaxSize twice in line 2, column 1 of the body. Keep one of them.")]
    [InlineData(
        "\n<#LoanTitle, please>",
        "has ', please' after the name in <#LoanTitle> in line 2, column 1 of the body. Only MaxSize=\"10\" may stand there, after a space.")]
    public void A_tag_that_cannot_be_read_is_an_error_in_words(string text, string complaint)
    {
        var fault = Assert.Single(Assert.IsType<TemplateParse.Faulty>(TemplateText.Parse(text)).Faults);
        Assert.Equal((2, complaint), (fault.Line, fault.Complaint));
    }

    [Fact]
    public void All_faults_of_a_text_are_found_in_order()
    {
        var faulty = Assert.IsType<TemplateParse.Faulty>(TemplateText.Parse("<#A x=1> <#B\n<#C MaxSize=x>", "subject"));
        Assert.Equal([(1, 1), (1, 10), (2, 1)], faulty.Faults.Select(fault => (fault.Line, fault.Column)));
        Assert.Equal(
            "Template 'Mine' (site LAW) has the unclosed tag '<#B' in line 1, column 10 of the subject. Close it with '>' on the same line.",
            faulty.Faults[1].Told("Mine", "LAW"));
    }

    private static TemplateText Parsed(string text) => Assert.IsType<TemplateParse.Parsed>(TemplateText.Parse(text)).Text;

    private static string Render(string text, TemplateFields? fields = null) =>
        Assert.IsType<TemplateRendering.Rendered>(Parsed(text).Render(fields ?? Fields)).Text;
}
