using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
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
            SocketException socket => ServerFault(MailStage.Connecting, $"The mail server {settings.Server} cannot be reached: {socket.Message}."),
            _ when conversation.Garbage is { } garbage => ServerFault(conversation.Stage, $"The mail server {settings.Server} answered {Step(conversation.Stage)} with '{Short(garbage)}', which is no SMTP reply; the mail was not accepted."),
            _ => new MailOutcome.TryLater(MailAnswer.InOurWords(conversation.Stage, $"The mail server {settings.Server} closed the connection at {Step(conversation.Stage)}; the mail was not accepted.")),
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
        MailStage.Connecting => ServerFault(MailStage.Connecting, $"The mail server {settings.Server} cannot be reached: no connection within {Seconds(watch)}."),
        MailStage.Text => new MailOutcome.TryLater(MailAnswer.InOurWords(MailStage.Text, $"The mail server {settings.Server} did not take the text within {Seconds(watch)}; the mail was not accepted.")),
        var stage => new MailOutcome.TryLater(MailAnswer.InOurWords(stage, $"The mail server {settings.Server} did not answer {Step(stage)} within {Seconds(watch)}; the mail was not accepted.")),
    };

    private static MailAnswer FateUnknown(Conversation conversation, MailSettings settings, StepWatch watch)
    {
        var what = conversation switch
        {
            _ when watch.Cancelled => "sending was cancelled",
            _ when watch.TimedOut => $"no answer came within {Seconds(watch)}",
            { Garbage: { } garbage } => $"the answer was '{Short(garbage)}', which is no SMTP reply",
            _ => "the connection was lost without an answer",
        };
        return MailAnswer.InOurWords(MailStage.FinalDot, $"The whole mail was handed to {settings.Server}, then {what}: it may or may not have been accepted.");
    }

    private static string HandshakeProblem(Exception fault, SmtpSession session, MailSettings settings) =>
        session.CertificateProblem is { } problem
            ? $"The certificate of the mail server {settings.Server} was refused: {problem}. Nothing was sent."
            : $"TLS with the mail server {settings.Server} failed: {Short((fault.InnerException ?? fault).Message)} Nothing was sent.";

    private static string NotOffered(SmtpSession session, MailSettings settings) =>
        settings.Security is MailSecurity.StartTls && !session.IsSecure
            ? $"The mail server {settings.Server} does not offer STARTTLS, and {settings.ServerKeys}Security is StartTls. Nothing was sent."
            : $"The mail server {settings.Server} offers no login that can be used (AUTH{(settings.AccessTokenFile.Length > 0 ? " XOAUTH2" : "")}), and {settings.AccountKeys}User is '{settings.User}'. Nothing was sent.";

    private static string Step(MailStage stage) => stage switch
    {
        MailStage.Connecting => "the connection",
        MailStage.Greeting => "the greeting",
        MailStage.Hello => "EHLO",
        MailStage.Tls => "the TLS handshake",
        MailStage.Login => "AUTH",
        MailStage.Sender => "MAIL FROM",
        MailStage.Recipient => "RCPT TO",
        MailStage.Data => "DATA",
        MailStage.Text => "the text",
        MailStage.FinalDot => "the final dot",
        _ => throw new UnreachableException(),
    };

    private static string Seconds(StepWatch watch) => string.Create(CultureInfo.InvariantCulture, $"{watch.Current.TotalSeconds:0.###} seconds");

    private static string Short(string text) => text.Length <= 200 ? HeaderText.OneLine(text) : HeaderText.OneLine(text[..200]) + " ...";

    private static MailOutcome.ServerFault ServerFault(MailStage stage, string text) => new(MailAnswer.InOurWords(stage, text));
}
