using System.Text;
using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>A mail as a server hears it: the commands of its envelope, which end with DATA, and its text.</summary>
internal sealed class WrittenMail(OutgoingMail mail, MailParties parties, MailText text, string mailParameters)
{
    public OutgoingMail Mail => mail;

    public MailParties Parties => parties;

    public MailText Text => text;

    /// <summary>The recipients, in the order in which the server is asked.</summary>
    public IReadOnlyList<MailboxAddress> Asked { get; } = [.. parties.Recipients];

    /// <summary>MAIL, a RCPT for each recipient, DATA.</summary>
    public int Commands => Asked.Count + 2;

    /// <summary>How far the mail has come with a command.</summary>
    public MailStage StageOf(int command) => command switch
    {
        0 => MailStage.Sender,
        _ when command <= Asked.Count => MailStage.Recipient,
        _ => MailStage.Data,
    };

    /// <summary>Some of the commands in one piece, each with its line's end.</summary>
    public byte[] Lines(Range together)
    {
        var (lines, (first, count)) = (new StringBuilder(), together.GetOffsetAndLength(Commands));
        for (var at = first; at < first + count; at++)
            lines.Append(at switch
            {
                0 => $"MAIL FROM:<{parties.Written(parties.From)}>{mailParameters}",
                _ when at <= Asked.Count => $"RCPT TO:<{parties.Written(Asked[at - 1])}>",
                _ => "DATA",
            }).Append("\r\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
