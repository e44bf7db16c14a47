using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What became of a notice, as its decision, its note and History keep it. The words stand in DeliveryWords.resx.</summary>
public static class DeliveryWords
{
    private static readonly RoomWords Words = new(typeof(DeliveryWords), kept: true);

    public static string EMail => Words.Text(nameof(EMail));

    public static string EMailAtStart => Words.Text(nameof(EMailAtStart));

    public static string MailSent(string template, string answer) => Words.Text(nameof(MailSent), template, answer);

    public static string ChannelSent(string channel, string template, string answer) => Words.Text(nameof(ChannelSent), channel, template, answer);

    public static string SentTooLate(string notice, string template) => Words.Text(nameof(SentTooLate), notice, template);

    public static string MovedOnMeanwhile => Words.Text(nameof(MovedOnMeanwhile));

    public static string GivenUpEntry(string notice, string template, int attempts, string answer) => Words.Text(nameof(GivenUpEntry), notice, template, attempts, answer);

    public static string RefusedEntry(string notice, string template, string answer) => Words.Text(nameof(RefusedEntry), notice, template, answer);

    public static string UnknownEntry(string notice, string template, string answer) => Words.Text(nameof(UnknownEntry), notice, template, answer);

    public static string GivenUp(string by, string attempts, string answer) => Words.Text(nameof(GivenUp), by, attempts, answer);

    public static string Attempts(int attempts) => Words.Count(nameof(Attempts), attempts);

    public static string Refused(string by, string answer) => Words.Text(nameof(Refused), by, answer);

    public static string MailUnknown(string answer) => Words.Text(nameof(MailUnknown), answer);

    public static string ChannelUnknown(string channel, string answer) => Words.Text(nameof(ChannelUnknown), channel, answer);

    public static string NoMailMade(string answer) => Words.Text(nameof(NoMailMade), answer);

    public static string WrittenBy(string staff) => Words.Text(nameof(WrittenBy), staff);

    public static string NotSentNoMail => Words.Text(nameof(NotSentNoMail));

    public static string NotSent(string reason) => Words.Text(nameof(NotSent), reason);

    public static string NotSentToldBy(string way) => Words.Text(nameof(NotSentToldBy), way);

    public static string NotSentMoved(string status) => Words.Text(nameof(NotSentMoved), status);

    public static string NotSentMovedByStaff(string staff, string status) => Words.Text(nameof(NotSentMovedByStaff), staff, status);

    public static string NotSentMailWritten(string staff) => Words.Text(nameof(NotSentMailWritten), staff);

    public static string NotSentOtherMailWritten(string staff) => Words.Text(nameof(NotSentOtherMailWritten), staff);

    public static string TooOld(string by, string age) => Words.Text(nameof(TooOld), by, age);

    public static string OneDay => Words.Text(nameof(OneDay));

    public static string Days(double days) => Words.Text(nameof(Days), days);

    public static string SentOnceMore => Words.Text(nameof(SentOnceMore));

    public static string SentOnceMoreEntry(string template) => Words.Text(nameof(SentOnceMoreEntry), template);

    public static string SentAgainByWord(string staff) => Words.Text(nameof(SentAgainByWord), staff);

    public static string ToBeSentAgain(string notice, string template, string was) => Words.Text(nameof(ToBeSentAgain), notice, template, was);

    public static string Was(string status, string answer) => Words.Text(nameof(Was), status, answer);

    public static string CancelledBy(string by, string staff) => Words.Text(nameof(CancelledBy), by, staff);

    public static string Cancelled(string notice, string template, string was) => Words.Text(nameof(Cancelled), notice, template, was);

    public static string DeliveredByWord(string staff) => Words.Text(nameof(DeliveredByWord), staff);

    public static string MarkedDelivered(string notice, string template) => Words.Text(nameof(MarkedDelivered), notice, template);

    public static string TestMade(string template) => Words.Text(nameof(TestMade), template);
}
