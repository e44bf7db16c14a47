using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>The Message-Ids that mails are given.</summary>
internal static partial class MessageIds
{
    private const int LongestMessageId = 250;

    /// <summary>The outcome for a Message-Id that cannot be used; null when it can.</summary>
    public static MailOutcome? Problem(OutgoingMail mail) =>
        mail.MessageId.Length <= LongestMessageId && Form().IsMatch(mail.MessageId)
            ? null
            : new MailOutcome.Unsendable(MailAnswer.InOurWords(
                MailStage.Composing, MailWords.BadMessageId(HeaderText.OneLine(mail.MessageId), LongestMessageId)));

    public static string Bare(OutgoingMail mail) => mail.MessageId.TrimStart('<').TrimEnd('>');

    // The dot-atoms of RFC 5322. \z and not $, which would let a last line feed through.
    [GeneratedRegex(@"\A<?[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+>?\z")]
    private static partial Regex Form();
}
