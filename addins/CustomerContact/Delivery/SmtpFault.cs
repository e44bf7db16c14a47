using System.Diagnostics;
using System.Net.Sockets;
using IllAddins.CustomerContact.Core.Common;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Turns what MailKit throws, and how far the conversation had come, into an outcome.</summary>
internal static class SmtpFault
{
    /// <summary>True for the failures that a network and a mail server are expected to produce.</summary>
    public static bool IsExpected(Exception fault) => fault
        is SmtpCommandException or SmtpProtocolException or ServiceNotAuthenticatedException or AuthenticationException
        or SslHandshakeException or NotSupportedException or IOException or SocketException or OperationCanceledException;

    /// <summary>The outcome of a failed attempt. A cancellation before the final dot has none: the caller throws.</summary>
    public static MailOutcome Outcome(Exception fault, SmtpSession session, MailSettings settings, StepWatch watch)
    {
        var conversation = session.Conversation;
        var answered = Answered(fault, conversation);
        if (conversation.DotReleased)
            return answered is null ? new MailOutcome.Unknown(FateUnknown(conversation, settings, watch)) : SmtpVerdict.Of(answered);
        if (answered is not null)
            return SmtpVerdict.Of(answered);
        if (watch.TimedOut)
            return TimedOut(conversation, settings, watch);
        return fault switch
        {
            SslHandshakeException => ServerFault(MailStage.Tls, HandshakeProblem(fault, session, settings)),
            NotSupportedException => ServerFault(conversation.Stage is MailStage.Hello && settings.Security is MailSecurity.StartTls && !session.IsSecure ? MailStage.Tls : MailStage.Login, NotOffered(session, settings)),
            SocketException socket => ServerFault(MailStage.Connecting, MailWords.Unreachable(settings.Server, socket.Message)),
            _ when conversation.Garbage is { } garbage => ServerFault(conversation.Stage, MailWords.NoReplyAt(settings.Server, Step(conversation.Stage), Short(garbage))),
            _ => new MailOutcome.TryLater(MailAnswer.InOurWords(conversation.Stage, MailWords.ClosedAt(settings.Server, Step(conversation.Stage)))),
        };
    }

    /// <summary>True when a connection that had been used before turned out closed or closing before any of this mail's text left.</summary>
    public static bool IsStaleConnection(MailOutcome outcome, StepWatch watch) =>
        !watch.TimedOut && outcome is MailOutcome.TryLater { Answer: { Stage: < MailStage.Data, Code: null or 421 } };

    private static MailAnswer? Answered(Exception fault, Conversation conversation)
    {
        if (conversation.Answers is not [.., var last])
            return null;
        if (fault is SmtpCommandException or ServiceNotAuthenticatedException or AuthenticationException)
            return conversation.SenderRefusal ?? last;
        // A server that refuses and hangs up at once: its words tell more than the lost connection. A refused copy (RCPT) is not why the mail failed.
        return last.Code >= 400 && last.Stage == conversation.Stage && last.Stage is not MailStage.Recipient ? last : null;
    }

    private static MailOutcome TimedOut(Conversation conversation, MailSettings settings, StepWatch watch) => conversation.Stage switch
    {
        MailStage.Connecting => ServerFault(MailStage.Connecting, MailWords.NoConnectionWithin(settings.Server, Seconds(watch))),
        MailStage.Text => new MailOutcome.TryLater(MailAnswer.InOurWords(MailStage.Text, MailWords.TextNotTaken(settings.Server, Seconds(watch)))),
        var stage => new MailOutcome.TryLater(MailAnswer.InOurWords(stage, MailWords.NoAnswerWithin(settings.Server, Step(stage), Seconds(watch)))),
    };

    private static MailAnswer FateUnknown(Conversation conversation, MailSettings settings, StepWatch watch)
    {
        var what = conversation switch
        {
            _ when watch.Cancelled => MailWords.SendingCancelled,
            _ when watch.TimedOut => MailWords.NoAnswerCame(Seconds(watch)),
            { Garbage: { } garbage } => MailWords.AnswerWasNoReply(Short(garbage)),
            _ => MailWords.ConnectionLost,
        };
        return MailAnswer.InOurWords(MailStage.FinalDot, MailWords.FateUnknown(settings.Server, what));
    }

    private static string HandshakeProblem(Exception fault, SmtpSession session, MailSettings settings) =>
        session.CertificateProblem is { } problem
            ? MailWords.CertificateRefused(settings.Server, problem)
            : MailWords.TlsFailed(settings.Server, Short((fault.InnerException ?? fault).Message)) + (settings.Security is MailSecurity.Tls ? $" {MailWords.TlsFromTheStart(settings.ServerKeys)}" : "");

    private static string NotOffered(SmtpSession session, MailSettings settings) =>
        settings.Security is MailSecurity.StartTls && !session.IsSecure
            ? MailWords.NoStartTls(settings.Server, settings.ServerKeys)
            : MailWords.NoLoginOffered(settings.Server, settings.AccessTokenFile.Length > 0 ? " XOAUTH2" : "", settings.AccountKeys, settings.User);

    private static string Step(MailStage stage) => stage switch
    {
        MailStage.Connecting => MailWords.TheConnection,
        MailStage.Greeting => MailWords.TheGreeting,
        MailStage.Hello => "EHLO",
        MailStage.Tls => MailWords.TheTlsHandshake,
        MailStage.Login => "AUTH",
        MailStage.Sender => "MAIL FROM",
        MailStage.Recipient => "RCPT TO",
        MailStage.Data => "DATA",
        MailStage.Text => MailWords.TheText,
        MailStage.FinalDot => MailWords.TheFinalDot,
        _ => throw new UnreachableException(),
    };

    private static string Seconds(StepWatch watch) => MailWords.Seconds(watch.Current.TotalSeconds);

    private static string Short(string text) => text.Length <= 200 ? HeaderText.OneLine(text) : HeaderText.OneLine(text[..200]) + " ...";

    private static MailOutcome.ServerFault ServerFault(MailStage stage, string text) => new(MailAnswer.InOurWords(stage, text));
}
