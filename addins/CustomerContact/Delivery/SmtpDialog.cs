using System.Globalization;
using MailKit.Net.Smtp;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Hands mails over on a connection that MailKit has opened, secured and logged in. Where the server allows it (PIPELINING, RFC 2920), MAIL, RCPT and DATA go out in
/// one piece and are answered in one; those of the next mail go out with the end of the text before, so that a mail costs one round trip.
/// </summary>
internal sealed class SmtpDialog(Stream wire, Conversation conversation, SmtpCapabilities offered)
{
    private const int Block = 16 * 1024;

    // What is held back with the final dot until the account has its line.
    private const int LastBlock = 4 * 1024;

    private readonly byte[] buffer = new byte[4 * 1024];

    /// <summary>True while it is not known what the server would take the next bytes for; such a connection can only be dropped.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Sends one mail; throws what the wire throws.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="isAnnounced">Whether its commands went out behind the mail before.</param>
    /// <param name="recipients">Told of each recipient that is refused.</param>
    /// <param name="next">Asked, before the final dot goes out, for a mail to a single recipient whose commands may go with it; null for none.</param>
    /// <param name="watch">The time-outs.</param>
    /// <returns>The answer that decides: to the final dot, or the refusal that kept the text back.</returns>
    public async Task<MailAnswer> SendAsync(WrittenMail mail, bool isAnnounced, RecipientAnswers recipients, Func<WrittenMail?> next, StepWatch watch)
    {
        IsBroken = true;
        foreach (var together in isAnnounced ? [Range.All] : Pieces(mail.Commands))
            if (await AskAsync(mail, together, isAnnounced, recipients, watch) is { } refusal)
                return await LeaveAsync(refusal, watch);
        if (await HandOverAsync(mail.Text, next, watch) is { } early)
            return early;
        IsBroken = false;
        return conversation.Answers[^1];
    }

    // DATA joins only for a single recipient: where the patron is refused and a copy is not, nothing may be sent, and a DATA that was answered could not be taken back.
    private List<Range> Pieces(int commands) => (offered.HasFlag(SmtpCapabilities.Pipelining), commands) switch
    {
        (true, 3) => [Range.All],
        (true, _) => [Range.EndAt(^1), Range.StartAt(^1)],
        _ => [.. Enumerable.Range(0, commands).Select(at => at..(at + 1))],
    };

    private async Task<MailAnswer?> AskAsync(WrittenMail mail, Range together, bool isAnnounced, RecipientAnswers recipients, StepWatch watch)
    {
        var known = isAnnounced ? 0 : conversation.Answers.Count;
        try
        {
            // What is no reply and came behind the answer to the mail before was left for this one.
            conversation.ThrowAtGarbage();
            if (!isAnnounced)
                await SayAsync(mail, together, watch);
            await AnswersAsync(watch);
        }
        catch (Exception fault) when (SmtpFault.IsExpected(fault) && conversation.Answers.Skip(known).Any(answer => !IsYes(answer)))
        {
            // A server that refuses and hangs up: its words tell more than the lost connection.
        }

        var first = together.Start.GetOffset(mail.Commands);
        for (var at = known; at < conversation.Answers.Count; at++)
            if (conversation.Answers[at] is { Stage: MailStage.Recipient } answer && !IsYes(answer))
                recipients.Refused(mail.Asked[first + at - known - 1], answer with { Address = mail.Asked[first + at - known - 1].Address });
        if (conversation.SenderRefusal is { } sender)
            return sender;
        if (recipients.PatronIsRefused)
            return recipients.Deciding;
        return conversation.Answers[^1] is { Stage: MailStage.Data, Code: not 354 } refused ? refused : null;
    }

    private async Task SayAsync(WrittenMail mail, Range together, StepWatch watch)
    {
        var (first, count) = together.GetOffsetAndLength(mail.Commands);
        for (var at = first; at < first + count; at++)
            conversation.Ask(mail.StageOf(at));
        await wire.WriteAsync(mail.Lines(together), watch.Token);
    }

    // What was asked and not answered, or a DATA that is answered although nobody is to get the mail, leaves the connection of no use.
    private async Task<MailAnswer> LeaveAsync(MailAnswer refusal, StepWatch watch)
    {
        // So does one that is answered neither with the usual word nor with a refusal: the answers may be out of step.
        if (conversation.IsAwaited || conversation.IsInText || refusal is { Stage: MailStage.Data, Code: < 400 })
            return refusal;
        try
        {
            conversation.Ask(null);
            await wire.WriteAsync("RSET\r\n"u8.ToArray(), watch.Token);
            await AnswersAsync(watch);
            IsBroken = false;
        }
        catch (Exception fault) when (SmtpFault.IsExpected(fault))
        {
            // The refusal stands; the next mail gets another connection.
        }

        return refusal;
    }

    // What the server says before it has the final dot is not about the mail: it is listened for all the while, and keeps the dot back.
    /// <returns>What it said too early; null where it answered the dot.</returns>
    private async Task<MailAnswer?> HandOverAsync(MailText text, Func<WrittenMail?> next, StepWatch watch)
    {
        if (conversation.TooEarly is not null)
            return TooEarly();
        var last = Math.Max(0, text.Wire.Length - LastBlock);
        var listening = wire.ReadAsync(buffer, watch.Token);
        try
        {
            for (var at = 0; at < last && !listening.IsCompleted; at += Block)
            {
                await wire.WriteAsync(text.Wire[at..Math.Min(last, at + Block)], watch.Token);
                watch.NextStep();
            }
        }
        catch (Exception fault) when (SmtpFault.IsExpected(fault) && listening.IsCompletedSuccessfully)
        {
            // It refused and hung up: its words tell more than the lost connection.
        }

        if (listening.IsCompleted)
            return await EarlyAsync(listening, watch);
        await EndAsync(text, last, next, listening, watch);
        return null;
    }

    private async Task EndAsync(MailText text, int last, Func<WrittenMail?> next, ValueTask<int> listening, StepWatch watch)
    {
        // Said ahead, nothing is lost where it comes to nothing: no text of that mail has left, and its connection is dropped.
        var ahead = offered.HasFlag(SmtpCapabilities.Pipelining) ? next() : null;
        if (ahead is not null)
            text.Follow(ahead.Lines(Range.All));
        conversation.ReleaseDot();
        if (ahead is not null)
            conversation.AskAhead(Enumerable.Range(0, ahead.Commands).Select(ahead.StageOf));
        await wire.WriteAsync(text.Wire[last..], watch.Token);
        await HearAsync(listening);
        while (conversation.IsDotAwaited)
            await HearAsync(wire.ReadAsync(buffer, watch.Token));
    }

    private async Task<MailAnswer> EarlyAsync(ValueTask<int> listening, StepWatch watch)
    {
        await HearAsync(listening);
        while (conversation.TooEarly is null)
            await HearAsync(wire.ReadAsync(buffer, watch.Token));
        return TooEarly();
    }

    // A refusal says why; a yes that nobody asked for says nothing.
    private MailAnswer TooEarly() => conversation.TooEarly is { Code: >= 400 and < 600 } refusal ? refusal : MailAnswer.InOurWords(
        MailStage.Text, MailWords.AnsweredTooEarly(conversation.TooEarly!.ToString()));

    private async Task AnswersAsync(StepWatch watch)
    {
        while (conversation.IsAwaited)
            await HearAsync(wire.ReadAsync(buffer, watch.Token));
    }

    private async Task HearAsync(ValueTask<int> listening)
    {
        var read = await listening;
        if (read == 0)
            throw new EndOfStreamException("The mail server closed the connection.");
        conversation.LogServer(buffer, 0, read);
    }

    private static bool IsYes(MailAnswer answer) => answer.Stage is MailStage.Data ? answer.Code == 354 : answer.Code is >= 200 and < 300;

    /// <summary>What MAIL says of a text, as far as the server wants to hear it.</summary>
    public static string Parameters(SmtpCapabilities offered, MailParties parties, MailText text)
    {
        var utf8 = parties.NeedSmtpUtf8 ? " SMTPUTF8" : "";
        var size = offered.HasFlag(SmtpCapabilities.Size) ? string.Create(CultureInfo.InvariantCulture, $" SIZE={text.Size}") : "";
        return utf8 + size + (text.IsEightBit && offered.HasFlag(SmtpCapabilities.EightBitMime) ? " BODY=8BITMIME" : "");
    }
}
