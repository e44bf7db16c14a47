using System.Text;
using MailKit;
using MailKit.Net.Smtp;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>
/// Follows one SMTP connection: how far it has come, what the server answered, and whether the final dot was let go. Keeps nothing of what the client says,
/// so no password and no patron's text.
/// </summary>
internal sealed class Conversation : IProtocolLogger
{
    private readonly ReplyReader _reader = new();
    // The stages whose replies are due; null for housekeeping (RSET, QUIT) whose reply nobody needs.
    private readonly Queue<MailStage?> _due = new();
    private readonly List<MailAnswer> _answers = [];
    // Answers to what was said ahead for the next mail: they come after the one to the final dot.
    private readonly List<MailAnswer> _ahead = [];
    private bool _dotAnswered;
    private MailStage _stage = MailStage.Connecting;
    private StepWatch? _watch;
    private Action _beforeFinalDot = static () => { };
    private bool _loggingIn;
    private string? _garbage;

    /// <summary>The stage whose answer is awaited, or else the last one that was answered.</summary>
    public MailStage Stage => _due.TryPeek(out var due) && due is { } stage ? stage : _stage;

    /// <summary>Answers of this attempt in their order, beginning with the greeting when the connection is new.</summary>
    public IReadOnlyList<MailAnswer> Answers => _answers;

    /// <summary>The refusal of MAIL FROM; null when there was none. MAIL and RCPT may be answered together, and then it is the reason of all that follows.</summary>
    public MailAnswer? SenderRefusal => _answers.Find(answer => answer is { Stage: MailStage.Sender, Code: >= 300 });

    /// <summary>True from the moment in which nothing holds the final dot back any more.</summary>
    public bool DotReleased { get; private set; }

    /// <summary>What the caller's account threw when it was told of the final dot; null when all was well.</summary>
    public Exception? JournalFault { get; private set; }

    /// <summary>What the server said while it should have waited for the text, so that it cannot be the answer to the final dot; null when it said nothing.</summary>
    public MailAnswer? TooEarly { get; private set; }

    /// <summary>What came from the server that is no SMTP reply; null when all of it was.</summary>
    public string? Garbage => _garbage ?? _reader.Garbage;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The TCP connection stands and TLS comes first.</summary>
    public void BeginHandshake()
    {
        _stage = MailStage.Tls;
        _watch?.NextStep();
    }

    /// <summary>A new attempt begins, on a new connection or a kept one.</summary>
    public void Begin(StepWatch watch, Action beforeFinalDot)
    {
        _watch = watch;
        _beforeFinalDot = beforeFinalDot;
        _answers.Clear();
        _answers.AddRange(_ahead);
        _ahead.Clear();
        (DotReleased, _dotAnswered) = (false, false);
    }

    /// <summary>The attempt is over; nothing more is timed.</summary>
    public void Rest() => _watch = null;

    /// <summary>Whether an answer is due.</summary>
    public bool IsAwaited => _due.Count > 0;

    /// <summary>Whether the answer to the final dot is due.</summary>
    public bool IsDotAwaited => DotReleased && !_dotAnswered;

    /// <summary>Whether the server waits for the text.</summary>
    public bool IsInText => _stage is MailStage.Text;

    public void LogConnect(Uri uri) => Ask(MailStage.Greeting);

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (DotReleased)
            return;
        foreach (var line in Encoding.ASCII.GetString(buffer, offset, count).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Follow(line);
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var (code, text) in _reader.Read(buffer.AsSpan(offset, count)))
            Take(code, text);
        // Thrown here too, since MailKit keeps all of a reply in memory until it ends. Behind the answer to the final dot it is the next mail's, where one is announced.
        if (!_dotAnswered || !IsAwaited)
            ThrowAtGarbage();
    }

    /// <summary>Throws where something came that is no SMTP reply.</summary>
    /// <exception cref="SmtpProtocolException">With the beginning of it.</exception>
    public void ThrowAtGarbage()
    {
        if (Garbage is { } garbage)
            throw new SmtpProtocolException($"The mail server said what is no reply: {garbage}");
    }

    /// <summary>Commands of the next mail go out behind the final dot of this one, whose answer keeps its time.</summary>
    public void AskAhead(IEnumerable<MailStage> stages)
    {
        foreach (var stage in stages)
            _due.Enqueue(stage);
    }

    /// <summary>A command goes out whose answer is due.</summary>
    /// <param name="stage">How far the mail has come with it; null for housekeeping (RSET, QUIT).</param>
    public void Ask(MailStage? stage)
    {
        _due.Enqueue(stage);
        _watch?.NextStep();
    }

    /// <summary>The last block of the text goes next, and the final dot with it: the last moment in which the dot is surely ours.</summary>
    public void ReleaseDot()
    {
        try
        {
            _beforeFinalDot();
        }
        catch (Exception fault)
        {
            JournalFault = fault;
            throw;
        }
        DotReleased = true;
        _stage = MailStage.FinalDot;
        _due.Enqueue(MailStage.FinalDot);
        _watch?.AwaitFinalAnswer();
    }

    public void Dispose()
    {
    }

    private void Follow(string command)
    {
        var verb = command.TrimEnd('\r').Split(' ')[0].ToUpperInvariant();
        MailStage? stage = _loggingIn ? MailStage.Login : verb switch
        {
            "EHLO" or "HELO" => MailStage.Hello,
            "STARTTLS" => MailStage.Tls,
            "AUTH" => MailStage.Login,
            "MAIL" => MailStage.Sender,
            "RCPT" => MailStage.Recipient,
            "DATA" => MailStage.Data,
            _ => null,
        };
        _loggingIn = stage is MailStage.Login;
        Ask(stage);
    }

    private void Take(int code, string text)
    {
        if (code == 0)
            _garbage ??= text;
        // After garbage nobody knows which answer belongs to what.
        if (_garbage is not null)
            return;
        if (!_due.TryDequeue(out var due))
        {
            TooEarly ??= IsInText ? new MailAnswer(MailStage.Text, code, text) : null;
            return;
        }

        _watch?.NextStep();
        if (due is not { } stage)
            return;
        _stage = stage;
        _loggingIn = stage is MailStage.Login && code == 334;
        if (_loggingIn)
            return;
        (_dotAnswered ? _ahead : _answers).Add(new MailAnswer(stage, code, text));
        _dotAnswered |= stage is MailStage.FinalDot;
        if (stage is MailStage.Data && code == 354)
            _stage = MailStage.Text;
    }
}
