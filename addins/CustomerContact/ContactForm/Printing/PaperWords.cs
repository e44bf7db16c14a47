using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>What the commands that print are called and answer. The words stand in PaperWords.resx.</summary>
internal static class PaperWords
{
    private static readonly RoomWords Words = new(typeof(PaperWords));

    public static string PrintNotifications => Words.Text(nameof(PrintNotifications));

    public static string PrintNotificationsHelp => Words.Text(nameof(PrintNotificationsHelp));

    public static string SelectToPrint => Words.Text(nameof(SelectToPrint));

    public static string Slips => Words.Text(nameof(Slips));

    public static string SlipsHelp => Words.Text(nameof(SlipsHelp));

    public static string PrintList => Words.Text(nameof(PrintList));

    public static string PrintListHelp => Words.Text(nameof(PrintListHelp));

    public static string ReprintLastBatch => Words.Text(nameof(ReprintLastBatch));

    public static string ReprintLastBatchHelp => Words.Text(nameof(ReprintLastBatchHelp));

    public static string TestPage => Words.Text(nameof(TestPage));

    public static string TestPageHelp => Words.Text(nameof(TestPageHelp));

    public static string TemplateDisabled(string template) => Words.Text(nameof(TemplateDisabled), template);

    public static string TemplateGone(string template) => Words.Text(nameof(TemplateGone), template);

    public static string NoLetterPrinted => Words.Text(nameof(NoLetterPrinted));

    public static string MarkAsNotified(int requests) => Words.Text(nameof(MarkAsNotified), requests);

    public static string LettersTitle => Words.Text(nameof(LettersTitle));

    public static string SlipsTitle => Words.Text(nameof(SlipsTitle));

    public static string NoPostalAddress => Words.Text(nameof(NoPostalAddress));

    public static string PrintedOn(string papers, string pages) => Words.Text(nameof(PrintedOn), papers, pages);

    public static string Pages(int pages) => Words.Count(nameof(Pages), pages);

    public static string MoreWarnings(int warnings) => Words.Count(nameof(MoreWarnings), warnings);

    public static string About(string subject, string words) => Words.Text(nameof(About), subject, words);

    public static string NothingToPrintAgain => Words.Text(nameof(NothingToPrintAgain));

    public static string PrintedAgain(string moment, string papers) => Words.Text(nameof(PrintedAgain), moment, papers);

    public static string LetterNotCounted(string fault) => Words.Text(nameof(LetterNotCounted), fault);

    public static string SlipNotCounted(string fault) => Words.Text(nameof(SlipNotCounted), fault);

    public static string NoSlipPrinted => Words.Text(nameof(NoSlipPrinted));

    public static string NoListPrinted => Words.Text(nameof(NoListPrinted));

    public static string NoListWithoutSettings => Words.Text(nameof(NoListWithoutSettings));

    public static string ListPrinted(string requests, string pages) => Words.Text(nameof(ListPrinted), requests, pages);

    public static string ListNote(string moment, string staff) => Words.Text(nameof(ListNote), moment, staff);

    public static string GroupOf(string group, int requests) => Words.Text(nameof(GroupOf), group, requests);

    public static string NoTestPagePrinted => Words.Text(nameof(NoTestPagePrinted));

    public static string TestPageTitle => Words.Text(nameof(TestPageTitle));

    public static string TestPagePrinted(string envelope, string site) => Words.Text(nameof(TestPagePrinted), envelope, site);

    public static string FirstLine => Words.Text(nameof(FirstLine));

    public static string SecondLine => Words.Text(nameof(SecondLine));

    public static string ThirdLine => Words.Text(nameof(ThirdLine));

    public static string FourthLine => Words.Text(nameof(FourthLine));

    public static string FifthLine => Words.Text(nameof(FifthLine));
}
