using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What a run of the sweep tells admins and staff of the notices that did not go out. The words stand in RunWords.resx.</summary>
public static class RunWords
{
    private static readonly RoomWords Words = new(typeof(RunWords));

    public static string MailTriedAgain(string answer) => Words.Text(nameof(MailTriedAgain), answer);

    public static string ChannelTriedAgain(string channel, string answer) => Words.Text(nameof(ChannelTriedAgain), channel, answer);

    public static string TakenOver(string answer) => Words.Text(nameof(TakenOver), answer);

    public static string NoChannel(int waiting, string channel) => Words.Count(nameof(NoChannel), waiting, channel);

    public static string NoMailSent(string problems) => Words.Text(nameof(NoMailSent), problems);

    public static string NoMailSentOf(string site, string problems) => Words.Text(nameof(NoMailSentOf), site, problems);

    public static string EMailCheck => Words.Text(nameof(EMailCheck));

    public static string MailGoesOut(int waiting) => Words.Count(nameof(MailGoesOut), waiting);

    public static string CannotSettle(string fault) => Words.Text(nameof(CannotSettle), fault);

    public static string SendingSince(string moment) => Words.Text(nameof(SendingSince), moment);

    public static string SitePaused(string site, string since, int notices, string answer, string waiting, string next) => Words.Text(nameof(SitePaused), site, since, notices, answer, waiting, next);

    public static string Waiting(int notices) => Words.Count(nameof(Waiting), notices);
}
