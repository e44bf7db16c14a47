using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>Why a patron is told as they are, or is not told by e-mail. The words stand in NoticeWords.resx.</summary>
public static class NoticeWords
{
    private static readonly RoomWords Words = new(typeof(NoticeWords), kept: true);

    public static string PrefersPhone => Words.Text(nameof(PrefersPhone));

    public static string PrefersMail => Words.Text(nameof(PrefersMail));

    public static string ElectronicDelivery => Words.Text(nameof(ElectronicDelivery));

    public static string PhoneWithoutNumber => Words.Text(nameof(PhoneWithoutNumber));

    public static string MailWithoutAddress => Words.Text(nameof(MailWithoutAddress));

    public static string UnknownMethod(string method) => Words.Text(nameof(UnknownMethod), method);

    public static string NoMethod => Words.Text(nameof(NoMethod));

    public static string OptedOut => Words.Text(nameof(OptedOut));

    public static string NoTemplateForProcessType(string processType) => Words.Text(nameof(NoTemplateForProcessType), processType);

    public static string NoTemplateForRequestType(string requestType) => Words.Text(nameof(NoTemplateForRequestType), requestType);

    public static string NoMailByScript(string script) => Words.Text(nameof(NoMailByScript), script);

    public static string UnknownTemplateByScript(string script, string template, string unknown) => Words.Text(nameof(UnknownTemplateByScript), script, template, unknown);

    public static string NoTemplateNamed(string script, string answered) => Words.Text(nameof(NoTemplateNamed), script, answered);

    public static string EmptyText => Words.Text(nameof(EmptyText));

    public static string DefaultChoice => Words.Text(nameof(DefaultChoice));

    public static string DefaultTemplateGone(string template, string unknown) => Words.Text(nameof(DefaultTemplateGone), template, unknown);

    public static string TemplateOfSite(string template, string site) => Words.Text(nameof(TemplateOfSite), template, site);

    public static string ChosenBy(string source, string template) => Words.Text(nameof(ChosenBy), source, template);

    public static string TemplateDisabled(string template) => Words.Text(nameof(TemplateDisabled), template);

    public static string TemplateOfOtherSites(string site, string others) => Words.Text(nameof(TemplateOfOtherSites), site, others);

    public static string UnknownTemplate(string site) => Words.Text(nameof(UnknownTemplate), site);

    public static string UnknownTemplateButSimilar(string site, string similar) => Words.Text(nameof(UnknownTemplateButSimilar), site, similar);
}
