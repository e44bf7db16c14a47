using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.ContactForm.Writing;

/// <summary>What is asked and answered where staff write an e-mail, or send a test. The words stand in WritingWords.resx.</summary>
internal static class WritingWords
{
    private static readonly RoomWords Words = new(typeof(WritingWords));

    public static string SendEMail => Words.Text(nameof(SendEMail));

    public static string OptedOut => Words.Text(nameof(OptedOut));

    public static string NoneCanBeSent => Words.Text(nameof(NoneCanBeSent));

    public static string NoTemplateEnabled => Words.Text(nameof(NoTemplateEnabled));

    public static string InPlaceOfTheOther(string to) => Words.Text(nameof(InPlaceOfTheOther), to);

    public static string ToCustomer(string customer, string address) => Words.Text(nameof(ToCustomer), customer, address);

    public static string OneForEach(int mails) => Words.Text(nameof(OneForEach), mails);

    public static string Template => Words.Text(nameof(Template));

    public static string Subject => Words.Text(nameof(Subject));

    public static string Text => Words.Text(nameof(Text));

    public static string TemplateChoice(string template, string description) => Words.Text(nameof(TemplateChoice), template, description);

    public static string SentAsItStands => Words.Text(nameof(SentAsItStands));

    public static string FieldsAreFilled => Words.Text(nameof(FieldsAreFilled));

    public static string SendTheMail => Words.Text(nameof(SendTheMail));

    public static string SendMails(int mails) => Words.Text(nameof(SendMails), mails);

    public static string NoneToBeSent => Words.Text(nameof(NoneToBeSent));

    public static string NoSuchTemplate(string template) => Words.Text(nameof(NoSuchTemplate), template);

    public static string InTheOutbox(int mails, string minutes) => Words.Count(nameof(InTheOutbox), mails, minutes);

    public static string Minutes(int minutes) => Words.Count(nameof(Minutes), minutes);

    public static string TestSend => Words.Text(nameof(TestSend));

    public static string NoRequestToFill => Words.Text(nameof(NoRequestToFill));

    public static string TestText(string site, int transactionNumber) => Words.Text(nameof(TestText), site, transactionNumber);

    public static string To => Words.Text(nameof(To));

    public static string ToHelp => Words.Text(nameof(ToHelp));

    public static string SendTheTest => Words.Text(nameof(SendTheTest));

    public static string NoTestNoRequest => Words.Text(nameof(NoTestNoRequest));

    public static string NoTemplateAtSite(string template, string site) => Words.Text(nameof(NoTemplateAtSite), template, site);

    public static string NoTestSent => Words.Text(nameof(NoTestSent));
}
