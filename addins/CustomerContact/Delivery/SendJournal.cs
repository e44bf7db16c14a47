namespace IllAddins.CustomerContact.Delivery;

/// <summary>Told that the last block of the text goes next, and the final dot with it. What it throws stops both and comes out of SendAsync.</summary>
public delegate void BeforeFinalDot(string messageId);

/// <summary>Told what became of a mail that <see cref="BeforeFinalDot"/> was called for. What it throws comes out of SendAsync.</summary>
public delegate void AfterAnswer(string messageId, MailOutcome outcome);

/// <summary>
/// Lets a caller keep an account that outlives a killed process. It guarantees, for each attempt:
/// without a call of <paramref name="Before"/> that returned, no final dot was written, so no server has accepted the mail;
/// <paramref name="After"/> follows once the fate is known, before SendAsync returns (an <see cref="MailOutcome.Unknown"/> is never reported to it).
/// A mail with Before and without After is therefore the one whose fate is not known. Between Before and the dot lie at most the last 4 KB of the text, and one
/// more byte for each of its lines that begins with a dot. In the pickup folder the final dot is the renaming of the file.
/// </summary>
/// <param name="Before">Called on the sending thread, at most once for an attempt.</param>
/// <param name="After">Called at most once, and only after Before.</param>
public sealed record SendJournal(BeforeFinalDot Before, AfterAnswer After)
{
    /// <summary>Keeps no account.</summary>
    public static SendJournal None { get; } = new(static _ => { }, static (_, _) => { });
}
