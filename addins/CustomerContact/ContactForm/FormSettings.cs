using System.Globalization;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>What admins can set about the form, for all sites or for one.</summary>
public static class FormSettings
{
    private const string TooLong = "WaitingTooLongDays";
    private const string MailStatus = "NotifiedViaMailStatus";
    private const int LongestStatus = 100;

    // Two working days on the shelf are usual; after a week somebody has been forgotten.
    private const int UsualTooLong = 7;

    public static IReadOnlyList<AddinSetting> All { get; } =
    [
        new AddinSetting.Number
        {
            Name = TooLong,
            Title = FormWords.WaitingTooLong,
            Help = FormWords.WaitingTooLongHelp,
            PerSite = true,
            Default = UsualTooLong,
            Least = 1,
            Most = 365,
        },
        new AddinSetting.Text
        {
            Name = MailStatus,
            Title = FormWords.StatusAfterMail,
            Help = FormWords.StatusAfterMailHelp,
            PerSite = true,
            Default = ContactStatuses.NotifiedViaMail,
            MaxLength = LongestStatus,
            Problem = Problem,
        },
    ];

    /// <summary>Days, 1 to 365, after which an item has waited too long.</summary>
    public static int TooLongDays(IAddinHost host, Site site) => int.Parse(host.Setting(TooLong, site)!, CultureInfo.InvariantCulture);

    /// <summary>The status of requests whose customers were told in a way.</summary>
    public static string StatusFor(IAddinHost host, Site site, StaffMethod method) =>
        method == StaffMethod.Mail ? host.Setting(MailStatus, site) ?? ContactStatuses.NotifiedViaMail : Core.ContactForm.Marking.StatusFor(method);

    private static string? Problem(string status) =>
        status.Any(char.IsControl) ? FormWords.StatusWithLineBreak
        : ContactStatuses.AwaitsContact(status) || ContactStatuses.Same(status, ContactStatuses.InTransit) ? FormWords.StatusStillToTell(status, ContactStatuses.NotifiedViaMail)
        : null;
}
