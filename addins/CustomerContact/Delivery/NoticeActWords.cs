using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What is answered to staff who would send a notice again, cancel it, or write another one. The words stand in NoticeActWords.resx.</summary>
internal static class NoticeActWords
{
    private static readonly RoomWords Words = new(typeof(NoticeActWords));

    public static string IsSent => Words.Text(nameof(IsSent));

    public static string ToldByChannel(string channel) => Words.Text(nameof(ToldByChannel), channel);

    public static string BeingSent => Words.Text(nameof(BeingSent));

    public static string IsAlready(string status) => Words.Text(nameof(IsAlready), status);

    public static string OnlyUnknownIsDelivered(string status) => Words.Text(nameof(OnlyUnknownIsDelivered), status);

    public static string GoesByChannel(string channel) => Words.Text(nameof(GoesByChannel), channel);

    public static string SentToThatAddress => Words.Text(nameof(SentToThatAddress));

    public static string OtherMailWritten(string staff) => Words.Text(nameof(OtherMailWritten), staff);

    public static string RequestMoved(string status) => Words.Text(nameof(RequestMoved), status);

    public static string ChannelBeingSent(string channel) => Words.Text(nameof(ChannelBeingSent), channel);

    public static string CustomerToldByChannel(string channel) => Words.Text(nameof(CustomerToldByChannel), channel);

    public static string ChannelUnknown(string channel) => Words.Text(nameof(ChannelUnknown), channel);

    public static string MailBeingSent => Words.Text(nameof(MailBeingSent));

    public static string MailAccepted => Words.Text(nameof(MailAccepted));

    public static string MailUnknown => Words.Text(nameof(MailUnknown));

    public static string MailToBeSentAgain => Words.Text(nameof(MailToBeSentAgain));

    public static string NoTestSent(string problems) => Words.Text(nameof(NoTestSent), problems);

    public static string TestSubject(string subject) => Words.Text(nameof(TestSubject), subject);

    public static string TheMailServer(string server) => Words.Text(nameof(TheMailServer), server);

    public static string ThePickupFolder(string folder) => Words.Text(nameof(ThePickupFolder), folder);

    public static string TemplateDisabled => Words.Text(nameof(TemplateDisabled));

    public static string TestTaken(string way, string address, string answer) => Words.Text(nameof(TestTaken), way, address, answer);

    public static string TestUnknown(string address, string answer) => Words.Text(nameof(TestUnknown), address, answer);

    public static string TestNotAccepted(string address, string stage, string answer) => Words.Text(nameof(TestNotAccepted), address, stage, answer);
}
