using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

public sealed class TemplateChoiceTests
{
    private const string Pickup = "ILL Borrowing Loan Pickup";
    private const string Script = "MAIN/notify.lua@3fa9c1d2";

    [Theory]
    [InlineData("Borrowing", "Loan", "", "ILL Borrowing Loan Pickup")]
    [InlineData("Borrowing", "Loan", "Mail to Address", "ILL Borrowing Loan Delivery")]
    [InlineData("Borrowing", "Article", "Hold for Pickup", "ILL Borrowing Article Pickup")]
    [InlineData("borrowing", "article", "mail to address", "ILL Borrowing Article Delivery")]
    [InlineData("Doc Del", "Loan", "Hold for Pickup", "ILL Doc Del Loan Pickup")]
    [InlineData("Doc Del", "Loan", "Mail to Address", "ILL Doc Del Loan Delivery")]
    [InlineData("Doc Del", "Article", "Hold for Pickup", "ILL Doc Del Article Pickup")]
    [InlineData("Doc Del", "Article", "Mail to Address", "ILL Doc Del Article Delivery")]
    public void The_default_choice_goes_by_process_type_request_type_and_delivery(string process, string request, string delivery, string name) =>
        Assert.Equal(
            new DefaultTemplateName.Named(name),
            TemplateNames.For(SomeFacts.Loan with { ProcessType = process, RequestType = request, TransactionDeliveryMethod = delivery }));

    [Fact]
    public void Other_requests_have_no_template()
    {
        Assert.Equal(
            new DefaultTemplateName.None("no template for process type 'Lending': there are templates for Borrowing and Doc Del.", HoldKind.NoTemplate),
            TemplateNames.For(SomeFacts.Loan with { ProcessType = "Lending" }));
        Assert.Equal(
            new TemplateChoice.Hold("no template for request type 'Map': there are templates for Loan and Article.", HoldKind.NoTemplate),
            Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan with { RequestType = "Map" }));
    }

    [Fact]
    public void The_sites_own_template_comes_before_the_default_sites()
    {
        var own = SomeFacts.Template(Pickup, "main");
        Assert.Equal(
            new TemplateChoice.Use(own, "MAIN", "default choice: 'ILL Borrowing Loan Pickup' (site MAIN)"),
            Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan, SomeFacts.Template(Pickup, "ILL"), own, SomeFacts.Template(Pickup, "LAW")));
    }

    [Theory]
    [InlineData("LAW Borrowing Loan Pickup", "")]
    [InlineData("law borrowing loan pickup", "ILL")]
    [InlineData("LAW Borrowing Loan Pickup", "LAW")]
    [InlineData("LAWLoanNotify", "")]
    public void A_template_whose_name_begins_with_the_sites_code_is_the_sites_own(string name, string nvtgc)
    {
        var own = SomeFacts.Template(name, nvtgc);
        Assert.Equal(
            new TemplateChoice.Use(own, "LAW", $"default choice: '{name}' (site LAW)"),
            Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan with { Site = "LAW" }, SomeFacts.Template(Pickup), own));
    }

    [Fact]
    public void A_template_that_another_site_owns_is_not_the_sites_own_whatever_its_name()
    {
        var common = SomeFacts.Template(Pickup);
        Assert.Equal(
            new TemplateChoice.Use(common, "ILL", "default choice: 'ILL Borrowing Loan Pickup' (site ILL)"),
            Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan with { Site = "LAW" }, common, SomeFacts.Template("LAW Borrowing Loan Pickup", "MAIN")));
    }

    [Theory]
    [InlineData("MAIN")]
    [InlineData("ILL")]
    [InlineData("")]
    public void The_default_sites_template_serves_sites_without_their_own(string site)
    {
        var common = SomeFacts.Template(Pickup);
        Assert.Equal(
            new TemplateChoice.Use(common, "ILL", "default choice: 'ILL Borrowing Loan Pickup' (site ILL)"),
            Choose(new TemplateAnswer.Default(), SomeFacts.Loan with { Site = site }, common));
    }

    [Fact]
    public void An_old_name_is_as_good_as_the_new_one()
    {
        var old = SomeFacts.Template("ILLLoanNotify");
        Assert.Equal(
            new TemplateChoice.Use(old, "ILL", "default choice: 'ILLLoanNotify' (site ILL)"), Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan, old));
        var current = SomeFacts.Template(Pickup);
        Assert.Equal(
            new TemplateChoice.Use(current, "ILL", "MAIN/notify.lua@3fa9c1d2: 'ILL Borrowing Loan Pickup' (site ILL)"),
            Choose(new TemplateAnswer.Named("illloannotify"), SomeFacts.Loan, old, current));
    }

    [Fact]
    public void The_script_chooses_any_template_of_its_site()
    {
        var own = SomeFacts.Template("Library use only", "MAIN");
        Assert.Equal(
            new TemplateChoice.Use(own, "MAIN", "MAIN/notify.lua@3fa9c1d2: 'Library use only' (site MAIN)"),
            Choose(new TemplateAnswer.Named(" library USE only "), SomeFacts.Loan, SomeFacts.Template(Pickup), own));
    }

    [Fact]
    public void A_disabled_template_means_no_mail() => Assert.Equal(
        new TemplateChoice.Hold("Template 'ILL Borrowing Loan Pickup' (site ILL) is disabled: no mail is sent.", HoldKind.TemplateDisabled),
        Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan, SomeFacts.Template(Pickup, enabled: false)));

    [Fact]
    public void A_sites_own_disabled_template_is_its_word_and_the_default_sites_does_not_step_in() => Assert.Equal(
        new TemplateChoice.Hold("Template 'ILL Borrowing Loan Pickup' (site MAIN) is disabled: no mail is sent.", HoldKind.TemplateDisabled),
        Choose(new TemplateAnswer.Named(Pickup), SomeFacts.Loan, SomeFacts.Template(Pickup), SomeFacts.Template(Pickup, "MAIN", enabled: false)));

    [Fact]
    public void A_deleted_template_means_no_mail_and_says_which_names_are_near() => Assert.Equal(
        new TemplateChoice.Hold(
            "Template 'ILL Borrowing Loan Pickup' is unknown at site MAIN. Similar names there: 'ILL Borrowing Loan Pick-up'. "
            + "It was deleted or renamed: no mail is sent until there is one of this name.",
            HoldKind.NoTemplate),
        Choose(new TemplateAnswer.NoHook(), SomeFacts.Loan, SomeFacts.Template("ILL Borrowing Loan Pick-up"), SomeFacts.Template("Something else")));

    [Fact]
    public void A_name_that_the_script_misspelt_is_told_with_the_names_near_it() => Assert.Equal(
        new TemplateChoice.Hold(
            "MAIN/notify.lua@3fa9c1d2 chose the template 'Last try', which is unknown at site MAIN. Similar names there: 'LastTry', 'Last try 2'. "
            + "Correct the name in the script, or add the template.",
            HoldKind.NoTemplate),
        Choose(
            new TemplateAnswer.Named("Last try"),
            SomeFacts.Loan,
            SomeFacts.Template("Last try 2"),
            SomeFacts.Template("LastTry", "MAIN"),
            SomeFacts.Template("Last tri", "LAW"),
            SomeFacts.Template(Pickup)));

    [Fact]
    public void A_name_like_no_other_says_so() => Assert.Equal(
        new TemplateChoice.Hold(
            "MAIN/notify.lua@3fa9c1d2 chose the template 'Zebra', which is unknown at site MAIN, and no template there has a similar name. "
            + "Correct the name in the script, or add the template.",
            HoldKind.NoTemplate),
        Choose(new TemplateAnswer.Named("Zebra"), SomeFacts.Loan, SomeFacts.Template(Pickup)));

    [Fact]
    public void Another_sites_template_is_not_for_this_site() => Assert.Equal(
        new TemplateChoice.Hold(
            "MAIN/notify.lua@3fa9c1d2 chose the template 'Mooting', which site MAIN does not have: it belongs to LAW. "
            + "Correct the name in the script, or add the template.",
            HoldKind.NoTemplate),
        Choose(new TemplateAnswer.Named("Mooting"), SomeFacts.Loan, SomeFacts.Template("Mooting", "LAW")));

    [Fact]
    public void A_script_fault_holds_with_no_silent_default() => Assert.Equal(
        new TemplateChoice.Hold("MAIN/notify.lua:12: boom", HoldKind.ScriptFault),
        Choose(new TemplateAnswer.Fault("MAIN/notify.lua:12: boom"), SomeFacts.Loan, SomeFacts.Template(Pickup)));

    [Fact]
    public void An_answer_that_is_no_name_holds_in_words()
    {
        const string Rest = "Allowed are a template's name, Template(\"name\"), Suppress(\"why\"), or nil for the default choice. Correct the script.";
        Assert.Equal(
            new TemplateChoice.Hold($"MAIN/notify.lua@3fa9c1d2: ChooseTemplate answered the number 42. {Rest}", HoldKind.ScriptFault),
            Choose(new TemplateAnswer.Unexpected("the number 42"), SomeFacts.Loan, SomeFacts.Template(Pickup)));
        Assert.Equal(
            new TemplateChoice.Hold($"MAIN/notify.lua@3fa9c1d2: ChooseTemplate answered an empty text. {Rest}", HoldKind.ScriptFault),
            Choose(new TemplateAnswer.Named(" "), SomeFacts.Loan, SomeFacts.Template(Pickup)));
    }

    private static TemplateChoice Choose(TemplateAnswer answer, ContactFacts facts, params NotificationTemplate[] stored) =>
        TemplateChoice.Decide(facts, answer, Script, new TemplateShelf(stored));
}
