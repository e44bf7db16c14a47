using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Core.Reasons;

/// <summary>Why a request waits, when it goes on, and what would release it. The words stand in ReasonWords.resx.</summary>
internal static class ReasonWords
{
    private static readonly RoomWords Words = new(typeof(ReasonWords));

    public static string RestsInTransit(string until, string reason, string minutes) => Words.Text(nameof(RestsInTransit), until, reason, minutes);

    public static string DueInTransit(string since, string reason, string minutes) => Words.Text(nameof(DueInTransit), since, reason, minutes);

    public static string HeldInTransit(string reason, string release) => Words.Text(nameof(HeldInTransit), reason, release);

    public static string MailWritten(string template, string reason, string outbox) => Words.Text(nameof(MailWritten), template, reason, outbox);

    public static string WaitsForStaff(string reason) => Words.Text(nameof(WaitsForStaff), reason);

    public static string NoMailSent(string reason, string release) => Words.Text(nameof(NoMailSent), reason, release);

    public static string NotAcceptedYet(string answer, string next) => Words.Text(nameof(NotAcceptedYet), answer, next);

    public static string BeingSent => Words.Text(nameof(BeingSent));

    public static string SentAt(string at) => Words.Text(nameof(SentAt), at);

    public static string SitePaused(string since, int notices, string answer, string next) => Words.Text(nameof(SitePaused), since, notices, answer, next);

    public static string LeavesWithin(string minutes) => Words.Text(nameof(LeavesWithin), minutes);

    public static string LeavesAfterAnswer(string minutes, string answer) => Words.Text(nameof(LeavesAfterAnswer), minutes, answer);

    public static string ToldByMail(string at, string template, string status) => Words.Text(nameof(ToldByMail), at, template, status);

    public static string MailUnknown(string status, string answer) => Words.Text(nameof(MailUnknown), status, answer);

    public static string MailNotAccepted(string status, string answer) => Words.Text(nameof(MailNotAccepted), status, answer);

    public static string MailCancelled(string status) => Words.Text(nameof(MailCancelled), status);

    public static string NothingDecided(string status) => Words.Text(nameof(NothingDecided), status);

    public static string NotDecidedYet(string minutes) => Words.Text(nameof(NotDecidedYet), minutes);

    public static string NoAnswer => Words.Text(nameof(NoAnswer));

    public static string Minutes(int minutes) => Words.Count(nameof(Minutes), minutes);

    public static string StaffRelease(int transactionNumber) => Words.Text(nameof(StaffRelease), transactionNumber);

    public static string MendedScriptReleases => Words.Text(nameof(MendedScriptReleases));

    public static string MendedSettingsRelease => Words.Text(nameof(MendedSettingsRelease));

    public static string AddressReleases => Words.Text(nameof(AddressReleases));

    public static string TellOrOptIn => Words.Text(nameof(TellOrOptIn));

    public static string MethodReleases => Words.Text(nameof(MethodReleases));

    public static string DeliveryReleases => Words.Text(nameof(DeliveryReleases));

    public static string RouteByHand => Words.Text(nameof(RouteByHand));

    public static string PhoneNumberReleases => Words.Text(nameof(PhoneNumberReleases));

    public static string PostalAddressReleases => Words.Text(nameof(PostalAddressReleases));

    public static string TemplateReleases => Words.Text(nameof(TemplateReleases));

    public static string EnabledTemplateReleases => Words.Text(nameof(EnabledTemplateReleases));

    public static string MendedTemplateReleases => Words.Text(nameof(MendedTemplateReleases));

    public static string TellOrChooseTemplate => Words.Text(nameof(TellOrChooseTemplate));

    public static string CorrectAddressOrTell => Words.Text(nameof(CorrectAddressOrTell));

    public static string SayWhetherDelivered => Words.Text(nameof(SayWhetherDelivered));

    public static string SendAgainOrTell => Words.Text(nameof(SendAgainOrTell));

    public static string MendReleases => Words.Text(nameof(MendReleases));
}
