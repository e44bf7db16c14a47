using System.Diagnostics;
using System.Text;

namespace IllAddins.Tests.Fixtures;

/// <summary>One client's conversation with the listener.</summary>
internal sealed class SmtpConversation(ScriptedSmtpListener listener, int number, SmtpWire wire)
{
    private readonly SmtpListenerOptions _options = listener.Options;
    private readonly List<string> _recipients = [];
    private string? _from;
    private string? _user;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_options.Tls)
            await wire.SecureAsync(listener.Certificate!, cancellationToken);
        if (!await ActAsync(SmtpStage.Greeting, "", "220 listener.test ESMTP", cancellationToken))
            return;
        while (await wire.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!await ObeyAsync(line, cancellationToken))
                return;
        }
    }

    // Gives false when the connection is to be closed.
    private async Task<bool> ObeyAsync(string line, CancellationToken cancellationToken)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        listener.Note(verb == "AUTH" ? string.Join(' ', line.Split(' ').Take(2)) : line);
        return verb switch
        {
            "EHLO" or "HELO" => await ActAsync(SmtpStage.Hello, line, HelloAnswer(verb), cancellationToken),
            "STARTTLS" => await StartTlsAsync(line, cancellationToken),
            "AUTH" => await AuthAsync(line, cancellationToken),
            "MAIL" => await MailAsync(line, cancellationToken),
            "RCPT" => await RcptAsync(line, cancellationToken),
            "DATA" => await DataAsync(line, cancellationToken),
            "RSET" => await ResetAsync(line, cancellationToken),
            "NOOP" => await ActAsync(SmtpStage.Noop, line, "250 2.0.0 Ok", cancellationToken),
            "QUIT" => await ActAsync(SmtpStage.Quit, line, "221 2.0.0 Bye", cancellationToken) && false,
            _ => await SayAsync("500 5.5.2 What?", cancellationToken),
        };
    }

    private string HelloAnswer(string verb)
    {
        if (verb == "HELO")
            return "250 listener.test";
        List<string> lines = ["listener.test", .. _options.Extensions];
        if (_options.StartTls && !wire.Secured)
            lines.Add("STARTTLS");
        if (_options.User is not null)
            lines.Add(_options.Token is null ? "AUTH PLAIN LOGIN" : "AUTH XOAUTH2");
        return string.Join('\n', lines.Select((line, at) => $"250{(at == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<bool> StartTlsAsync(string line, CancellationToken cancellationToken)
    {
        var act = listener.Script.Decide(SmtpStage.StartTls, line);
        if (act is not null and not SmtpAct.Stall)
            return await DoAsync(act, cancellationToken);
        if (act is not null && !await DoAsync(act, cancellationToken))
            return false;
        if (!await SayAsync("220 2.0.0 Go ahead", cancellationToken))
            return false;
        await wire.SecureAsync(listener.Certificate!, cancellationToken);
        return true;
    }

    private async Task<bool> AuthAsync(string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ');
        var said = words[1].ToUpperInvariant() is "PLAIN" or "XOAUTH2"
            ? words.Length > 2 ? words[2] : await AskAsync("", cancellationToken)
            : Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{FromBase64(await AskAsync("Username:", cancellationToken))}\0{FromBase64(await AskAsync("Password:", cancellationToken))}"));
        var good = FromBase64(said) == (_options.Token is { } token ? $"user={_options.User}\u0001auth=Bearer {token}\u0001\u0001" : $"\0{_options.User}\0{_options.Password}");
        var act = listener.Script.Decide(SmtpStage.Auth, line);
        if (act is not null && !await DoAsync(act, cancellationToken))
            return false;
        if (act is not null and not SmtpAct.Stall)
            return true;
        _user = good ? _options.User : null;
        return await SayAsync(good ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong user name or password", cancellationToken);
    }

    private async Task<string> AskAsync(string prompt, CancellationToken cancellationToken)
    {
        await SayAsync($"334 {Convert.ToBase64String(Encoding.UTF8.GetBytes(prompt))}", cancellationToken);
        return await wire.ReadLineAsync(cancellationToken) ?? "";
    }

    private async Task<bool> MailAsync(string line, CancellationToken cancellationToken)
    {
        if (_options.User is not null && _user is null)
            return await SayAsync("530 5.7.0 Log in first", cancellationToken);
        if (Address(line) is not { } from)
            return await SayAsync("501 5.5.4 MAIL FROM:<address>", cancellationToken);
        var before = _from;
        _from = from;
        return await ActAsync(SmtpStage.Mail, line, "250 2.1.0 Ok", cancellationToken, refused: () => _from = before);
    }

    private async Task<bool> RcptAsync(string line, CancellationToken cancellationToken)
    {
        if (_from is null)
            return await SayAsync("503 5.5.1 MAIL first", cancellationToken);
        if (Address(line) is not { } to)
            return await SayAsync("501 5.5.4 RCPT TO:<address>", cancellationToken);
        _recipients.Add(to);
        return await ActAsync(SmtpStage.Rcpt, line, "250 2.1.5 Ok", cancellationToken, refused: () => _recipients.RemoveAt(_recipients.Count - 1));
    }

    private async Task<bool> DataAsync(string line, CancellationToken cancellationToken)
    {
        if (_recipients.Count == 0)
            return await SayAsync("554 5.5.1 No valid recipients", cancellationToken);
        var refused = false;
        if (!await ActAsync(SmtpStage.Data, line, "354 End with a dot", cancellationToken, refused: () => refused = true))
            return false;
        return refused || await TextAsync(cancellationToken);
    }

    private async Task<bool> TextAsync(CancellationToken cancellationToken)
    {
        if (!await wire.FirstByteAsync(cancellationToken))
            return false;
        if (listener.Script.Decide(SmtpStage.Text, "") is { } inText && !await DoAsync(inText, cancellationToken))
            return false;
        if (await wire.ReadTextAsync(cancellationToken) is not { } bytes)
            return false;
        var mail = new ReceivedMail(number, _from!, [.. _recipients], bytes, wire.Secured, _user);
        _from = null;
        _recipients.Clear();
        return await FinalDotAsync(mail, cancellationToken);
    }

    // A mail is kept before its answer goes out: a client that has read the answer finds it among the listener's mails.
    private async Task<bool> FinalDotAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        var act = listener.Script.Decide(SmtpStage.FinalDot, mail.Text);
        if (act is not null && (act.Keeps || Accepts(act, '2')))
            listener.Keep(mail);
        if (act is not null && !await DoAsync(act, cancellationToken))
            return false;
        if (act is not null and not SmtpAct.Stall)
            return true;
        if (act is not { Keeps: true })
            listener.Keep(mail);
        return await SayAsync($"250 2.0.0 Ok: queued as {listener.Mails.Count}", cancellationToken);
    }

    private async Task<bool> ResetAsync(string line, CancellationToken cancellationToken)
    {
        _from = null;
        _recipients.Clear();
        return await ActAsync(SmtpStage.Reset, line, "250 2.0.0 Ok", cancellationToken);
    }

    private async Task<bool> ActAsync(SmtpStage stage, string line, string usual, CancellationToken cancellationToken, Action? refused = null)
    {
        var act = listener.Script.Decide(stage, line);
        if (act is null)
            return await SayAsync(usual, cancellationToken);
        if (act is not SmtpAct.Stall && !Accepts(act, stage is SmtpStage.Data ? '3' : '2'))
            refused?.Invoke();
        if (!await DoAsync(act, cancellationToken))
            return false;
        return act is not SmtpAct.Stall || await SayAsync(usual, cancellationToken);
    }

    private async Task<bool> DoAsync(SmtpAct act, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case SmtpAct.Answer answer:
                return await SayAsync(answer.Words, cancellationToken);
            case SmtpAct.AnswerAndCut answer:
                await SayAsync(answer.Words, cancellationToken);
                return false;
            case SmtpAct.Drip drip:
                foreach (var character in drip.Words.ReplaceLineEndings("\r\n") + "\r\n")
                    await wire.WriteAsync(character.ToString(), cancellationToken);
                return true;
            case SmtpAct.Pieces pieces:
                foreach (var (raw, gate) in pieces.All)
                {
                    await wire.WriteAsync(raw, cancellationToken);
                    await gate.PassAsync(cancellationToken);
                }

                return true;
            case SmtpAct.Endless endless:
                // Many at once, as the client bears megabytes of it.
                var much = string.Concat(Enumerable.Repeat(endless.Raw, 1_000));
                while (true)
                    await wire.WriteAsync(much, cancellationToken);
            case SmtpAct.Garbage garbage:
                await wire.WriteAsync(garbage.Raw, cancellationToken);
                return true;
            case SmtpAct.RawAndCut raw:
                await wire.WriteAsync(raw.Raw, cancellationToken);
                return false;
            case SmtpAct.Cut:
                return false;
            case SmtpAct.Stall stall:
                await stall.Gate.PassAsync(cancellationToken);
                return true;
            default:
                throw new UnreachableException();
        }
    }

    private async Task<bool> SayAsync(string words, CancellationToken cancellationToken)
    {
        await wire.WriteAsync(words.ReplaceLineEndings("\r\n") + "\r\n", cancellationToken);
        return true;
    }

    private static bool Accepts(SmtpAct act, char yes) => act switch
    {
        SmtpAct.Answer answer => answer.Words[0] == yes,
        SmtpAct.AnswerAndCut answer => answer.Words[0] == yes,
        SmtpAct.Drip drip => drip.Words[0] == yes,
        _ => false,
    };

    private static string? Address(string line) => line.Split('<', '>') is [_, var address, _] ? address : null;

    private static string FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
