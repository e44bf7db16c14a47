using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>Servers that fall silent, and callers that give up.</summary>
public sealed class SmtpTimeTests
{
    [Theory]
    [InlineData(SmtpStage.Greeting, "the greeting")]
    [InlineData(SmtpStage.Hello, "EHLO")]
    [InlineData(SmtpStage.Mail, "MAIL FROM")]
    [InlineData(SmtpStage.Rcpt, "RCPT TO")]
    [InlineData(SmtpStage.Data, "DATA")]
    public async Task A_server_silent_before_the_text_leaves_the_mail_for_later(SmtpStage stage, string step)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [] });
        var gate = new Gate();
        listener.Script.At(stage, new SmtpAct.Stall(gate));
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);

        var sending = transport.SendAsync(Some.Mail(), CancellationToken.None);
        await gate.Reached;
        // The listener sees the connection before the client does: the second winding says that it has.
        while (time.Windings < 2)
            await Task.Yield();
        time.Pass(TimeSpan.FromSeconds(29));
        Assert.False(sending.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1));
        var outcome = await sending;

        var later = Assert.IsType<MailOutcome.TryLater>(outcome);
        Assert.Equal($"The mail server 127.0.0.1:{listener.Port} did not answer {step} within 30 seconds; the mail was not accepted.", later.Answer.Text);
        gate.Release();
        Assert.Empty(listener.Mails);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, "the greeting", "220-")]
    [InlineData(SmtpStage.Hello, "EHLO", "250-")]
    [InlineData(SmtpStage.Mail, "MAIL FROM", "250-")]
    [InlineData(SmtpStage.Data, "DATA", "354-")]
    public async Task An_answer_that_drips_in_and_never_ends_has_no_more_time_than_silence(SmtpStage stage, string step, string code)
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [] });
        var (first, second) = (new Gate(), new Gate());
        listener.Script.At(stage, new SmtpAct.Pieces((code + "liste", first), ($"ner.test\r\n{code}", second)));
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);

        var sending = transport.SendAsync(Some.Mail(), CancellationToken.None);
        await first.Reached;
        while (time.Windings < 2)
            await Task.Yield();
        time.Pass(TimeSpan.FromSeconds(29));
        Assert.False(sending.IsCompleted);
        first.Release();
        await second.Reached;
        time.Pass(TimeSpan.FromSeconds(1));

        var later = Assert.IsType<MailOutcome.TryLater>(await sending);
        Assert.Equal($"The mail server 127.0.0.1:{listener.Port} did not answer {step} within 30 seconds; the mail was not accepted.", later.Answer.Text);
    }

    [Fact]
    public async Task A_server_silent_after_the_final_dot_leaves_the_fate_unknown()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Stall(gate));
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);

        var sending = transport.SendAsync(Some.Mail(), CancellationToken.None);
        await gate.Reached;
        time.Pass(TimeSpan.FromSeconds(59));
        Assert.False(sending.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(
            new MailOutcome.Unknown(new(MailStage.FinalDot, null, $"The whole mail was handed to 127.0.0.1:{listener.Port}, then no answer came within 60 seconds: it may or may not have been accepted.")),
            await sending);
    }

    [Fact]
    public async Task A_server_that_takes_no_more_of_a_long_text_leaves_the_mail_for_later()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.Text, new SmtpAct.Stall(gate));
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);

        var sending = transport.SendAsync(Some.Mail() with { TextBody = SmtpFaultTableTests.Lines(30_000_000) }, CancellationToken.None);
        await gate.Reached;
        // The client writes on until every buffer between the two is full; only then does its time stand still.
        while (!sending.IsCompleted)
        {
            time.Pass(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal(
            new MailOutcome.TryLater(new(MailStage.Text, null, $"The mail server 127.0.0.1:{listener.Port} did not take the text within 30 seconds; the mail was not accepted.")),
            await sending);
    }

    [Fact]
    public async Task Each_step_has_the_full_time()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [] });
        var time = new SteppedTime();
        await using var transport = Some.Transport(listener, time);
        var gates = new[] { SmtpStage.Greeting, SmtpStage.Mail, SmtpStage.Rcpt, SmtpStage.Data }.ToDictionary(stage => stage, _ => new Gate());
        foreach (var (stage, gate) in gates)
            listener.Script.At(stage, new SmtpAct.Stall(gate));

        var sending = transport.SendAsync(Some.Mail(), CancellationToken.None);
        foreach (var gate in gates.Values)
        {
            await gate.Reached;
            time.Pass(TimeSpan.FromSeconds(14));
            gate.Release();
        }

        Assert.IsType<MailOutcome.Accepted>(await sending);
    }

    [Fact]
    public async Task A_caller_who_cancels_before_the_final_dot_learns_that_nothing_was_accepted()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.Data, new SmtpAct.Stall(gate));
        await using var transport = Some.Transport(listener);
        using var cancel = new CancellationTokenSource();

        var sending = transport.SendAsync(Some.Mail(), cancel.Token);
        await gate.Reached;
        await cancel.CancelAsync();

        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
        Assert.Equal("Cancelled before the final dot went out: the mail was not accepted.", thrown.Message);
        gate.Release();
        listener.Script.Clear();
        Assert.IsType<MailOutcome.Accepted>(await transport.SendAsync(Some.Mail(), CancellationToken.None));
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_caller_who_cancels_after_the_final_dot_learns_that_nobody_knows()
    {
        await using var listener = ScriptedSmtpListener.Start();
        var gate = new Gate();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Stall(gate) { Keeps = true });
        await using var transport = Some.Transport(listener);
        using var cancel = new CancellationTokenSource();

        var sending = transport.SendAsync(Some.Mail(), cancel.Token);
        await gate.Reached;
        await cancel.CancelAsync();

        Assert.Equal(
            new MailOutcome.Unknown(new(MailStage.FinalDot, null, $"The whole mail was handed to 127.0.0.1:{listener.Port}, then sending was cancelled: it may or may not have been accepted.")),
            await sending);
        Assert.Single(listener.Mails);
    }
}
