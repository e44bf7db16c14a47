namespace IllAddins.Tests.Fixtures;

/// <summary>Where in an SMTP conversation the listener asks its script what to do.</summary>
public enum SmtpStage
{
    Greeting,
    Hello,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    /// <summary>The first bytes of the text have come.</summary>
    Text,
    /// <summary>The final dot has come.</summary>
    FinalDot,
    Reset,
    Noop,
    Quit,
}

/// <summary>What the listener does instead of saying yes.</summary>
public abstract record SmtpAct
{
    /// <summary>At the final dot: the message counts as accepted although no 2xx is given.</summary>
    public bool Keeps { get; init; }

    /// <summary>Answers with these words; a line feed begins a further line, each line with its code (<c>"550-No\n550 such user"</c>).</summary>
    public sealed record Answer(string Words) : SmtpAct;

    /// <summary>Answers, then closes the connection.</summary>
    public sealed record AnswerAndCut(string Words) : SmtpAct;

    /// <summary>Answers one byte at a time.</summary>
    public sealed record Drip(string Words) : SmtpAct;

    /// <summary>Answers piece by piece, as it is written, and waits at a gate behind each; nothing follows the last.</summary>
    public sealed record Pieces(params (string Raw, Gate Gate)[] All) : SmtpAct;

    /// <summary>Sends these characters as they are, again and again until the client hangs up.</summary>
    public sealed record Endless(string Raw) : SmtpAct;

    /// <summary>Sends these characters as they are, with no line end of its own.</summary>
    public sealed record Garbage(string Raw) : SmtpAct;

    /// <summary>Sends these characters as they are, then closes the connection.</summary>
    public sealed record RawAndCut(string Raw) : SmtpAct;

    /// <summary>Closes the connection without a word.</summary>
    public sealed record Cut : SmtpAct;

    /// <summary>Says nothing until the gate is released, then goes on as if nothing had been scripted.</summary>
    public sealed record Stall(Gate Gate) : SmtpAct;

    /// <summary>The same act, with the message counted as accepted.</summary>
    public SmtpAct Keeping() => this with { Keeps = true };
}

/// <summary>A place where the listener waits for the test, and the test for the listener.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the listener stands at the gate.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.TrySetResult();

    internal Task PassAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}

/// <summary>The acts that a test wants, by stage; may be changed while the listener runs. Without any, everything is accepted.</summary>
public sealed class SmtpScript
{
    private readonly Lock _lock = new();
    private readonly List<(SmtpStage Stage, Func<string, bool> When, SmtpAct Act)> _rules = [];
    private readonly List<(SmtpStage Stage, SmtpAct? Act)> _next = [];

    /// <summary>Every time this stage is reached; the rule added last wins.</summary>
    /// <param name="when">Looks at the command line (at FinalDot: at the message's text); null takes all.</param>
    public SmtpScript At(SmtpStage stage, SmtpAct act, Func<string, bool>? when = null)
    {
        lock (_lock)
            _rules.Insert(0, (stage, when ?? (static _ => true), act));
        return this;
    }

    /// <summary>An answer in words, every time this stage is reached.</summary>
    public SmtpScript At(SmtpStage stage, string words, Func<string, bool>? when = null) => At(stage, new SmtpAct.Answer(words), when);

    /// <summary>The next times that this stage is reached, one act each and before all rules; null accepts.</summary>
    public SmtpScript Next(SmtpStage stage, params SmtpAct?[] acts)
    {
        lock (_lock)
            _next.AddRange(acts.Select(act => (stage, act)));
        return this;
    }

    /// <summary>Forgets everything: from now on all is accepted.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
            _next.Clear();
        }
    }

    internal SmtpAct? Decide(SmtpStage stage, string line)
    {
        lock (_lock)
        {
            var next = _next.FindIndex(entry => entry.Stage == stage);
            if (next < 0)
                return _rules.Find(rule => rule.Stage == stage && rule.When(line)).Act;
            var act = _next[next].Act;
            _next.RemoveAt(next);
            return act;
        }
    }
}
