using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What is answered to a mail in our own words, where no server gave any. The words stand in MailWords.resx.</summary>
internal static class MailWords
{
    private static readonly RoomWords Words = new(typeof(MailWords), kept: true);

    public static string Unreachable(string server, string why) => Words.Text(nameof(Unreachable), server, why);

    public static string NoConnectionWithin(string server, string seconds) => Words.Text(nameof(NoConnectionWithin), server, seconds);

    public static string NoReplyAt(string server, string step, string said) => Words.Text(nameof(NoReplyAt), server, step, said);

    public static string ClosedAt(string server, string step) => Words.Text(nameof(ClosedAt), server, step);

    public static string TextNotTaken(string server, string seconds) => Words.Text(nameof(TextNotTaken), server, seconds);

    public static string NoAnswerWithin(string server, string step, string seconds) => Words.Text(nameof(NoAnswerWithin), server, step, seconds);

    public static string FateUnknown(string server, string what) => Words.Text(nameof(FateUnknown), server, what);

    public static string SendingCancelled => Words.Text(nameof(SendingCancelled));

    public static string NoAnswerCame(string seconds) => Words.Text(nameof(NoAnswerCame), seconds);

    public static string AnswerWasNoReply(string said) => Words.Text(nameof(AnswerWasNoReply), said);

    public static string ConnectionLost => Words.Text(nameof(ConnectionLost));

    public static string Seconds(double seconds) => Words.Text(nameof(Seconds), seconds);

    public static string CertificateRefused(string server, string problem) => Words.Text(nameof(CertificateRefused), server, problem);

    public static string CertificateOfOtherName(string host) => Words.Text(nameof(CertificateOfOtherName), host);

    public static string CertificateNotTrusted(string problems) => Words.Text(nameof(CertificateNotTrusted), problems);

    public static string TlsFailed(string server, string why) => Words.Text(nameof(TlsFailed), server, why);

    public static string TlsFromTheStart(string keys) => Words.Text(nameof(TlsFromTheStart), keys);

    public static string NoStartTls(string server, string keys) => Words.Text(nameof(NoStartTls), server, keys);

    public static string NoLoginOffered(string server, string mechanism, string keys, string user) => Words.Text(nameof(NoLoginOffered), server, mechanism, keys, user);

    public static string TheConnection => Words.Text(nameof(TheConnection));

    public static string TheGreeting => Words.Text(nameof(TheGreeting));

    public static string TheTlsHandshake => Words.Text(nameof(TheTlsHandshake));

    public static string TheText => Words.Text(nameof(TheText));

    public static string TheFinalDot => Words.Text(nameof(TheFinalDot));

    public static string AnsweredTooEarly(string said) => Words.Text(nameof(AnsweredTooEarly), said);

    public static string TooLongWithoutEnd => Words.Text(nameof(TooLongWithoutEnd));

    public static string NoRecipient => Words.Text(nameof(NoRecipient));

    public static string NoSender => Words.Text(nameof(NoSender));

    public static string SeveralSenders(string addresses) => Words.Text(nameof(SeveralSenders), addresses);

    public static string NeedsSmtpUtf8(string address, string server) => Words.Text(nameof(NeedsSmtpUtf8), address, server);

    public static string ForgedField(string field) => Words.Text(nameof(ForgedField), field);

    public static string BadAddress(string address, string field) => Words.Text(nameof(BadAddress), address, field);

    public static string RecipientRefused(string field, string address, string answer) => Words.Text(nameof(RecipientRefused), field, address, answer);

    public static string BadMessageId(string messageId, int longest) => Words.Text(nameof(BadMessageId), messageId, longest);

    public static string LaidIntoFolder(string file) => Words.Text(nameof(LaidIntoFolder), file);

    public static string FolderNotWritten(string folder, string fault) => Words.Text(nameof(FolderNotWritten), folder, fault);

    public static string FoundInFolder => Words.Text(nameof(FoundInFolder));

    public static string EndedBeforeLaid => Words.Text(nameof(EndedBeforeLaid));

    public static string EndedBeforeHandedOver => Words.Text(nameof(EndedBeforeHandedOver));

    public static string EndedBeforeAnswer => Words.Text(nameof(EndedBeforeAnswer));

    public static string AcceptedBeforeEnd => Words.Text(nameof(AcceptedBeforeEnd));

    public static string BrokenOffBeforeHandedOver => Words.Text(nameof(BrokenOffBeforeHandedOver));

    public static string BrokenOffBeforeAnswer => Words.Text(nameof(BrokenOffBeforeAnswer));

    public static string StoppedBeforeHandedOver => Words.Text(nameof(StoppedBeforeHandedOver));

    public static string ChannelHandled => Words.Text(nameof(ChannelHandled));

    public static string ChannelSaidNothing => Words.Text(nameof(ChannelSaidNothing));
}
