using System.Diagnostics;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary>When a host is killed: at a step of the n-th mail as its mail server sees it, or after a time.</summary>
/// <param name="Stage">The step; null for a time.</param>
/// <param name="Nth">Which of these steps, from 1.</param>
/// <param name="Held">True where the server keeps its answer back, so that the host surely dies in this step; else it dies in a race with the answer.</param>
/// <param name="Kept">At the final dot: the server has taken the mail, though it keeps its answer back.</param>
/// <param name="Delay">How long after the step, or after the start.</param>
public sealed record KillMoment(SmtpStage? Stage, int Nth, bool Held, bool Kept, TimeSpan Delay)
{
    /// <summary>More mails than this no host sends before it is killed.</summary>
    public const int MostMails = 6;

    private static readonly SmtpStage[] Stages =
        [SmtpStage.Greeting, SmtpStage.Hello, SmtpStage.Mail, SmtpStage.Rcpt, SmtpStage.Data, SmtpStage.Text, SmtpStage.FinalDot, SmtpStage.FinalDot, SmtpStage.FinalDot, SmtpStage.FinalDot];

    /// <summary>Each named step once, with the answer held back, so that the host surely dies in it.</summary>
    public static IEnumerable<KillMoment> Steps =>
    [
        .. Stages.Distinct().Select(stage => new KillMoment(stage, 1, true, false, TimeSpan.Zero)),
        new KillMoment(SmtpStage.FinalDot, 1, true, true, TimeSpan.Zero),
    ];

    public static KillMoment Draw(Random random)
    {
        if (random.Next(8) == 0)
            return new KillMoment(null, 0, false, false, TimeSpan.FromMilliseconds(random.Next(3000)));
        var stage = Stages[random.Next(Stages.Length)];
        var nth = stage is SmtpStage.Greeting or SmtpStage.Hello ? 1 : random.Next(1, MostMails + 1);
        // The answer, the journal's line, the commit and the next claim take the next few milliseconds.
        return new KillMoment(stage, nth, random.Next(2) == 0, random.Next(2) == 0, TimeSpan.FromMicroseconds(Math.Pow(10, random.NextDouble() * 4.3)));
    }

    /// <summary>Tells the listener; the host is then to be started.</summary>
    /// <returns>Done when the moment has come.</returns>
    public Task Arm(SmtpScript script, Task hostEnded)
    {
        script.Clear();
        // Nobody gets through more than so many, so that there is always something left to be killed for.
        var enough = new Gate();
        var mails = 0;
        script.At(SmtpStage.Mail, new SmtpAct.Stall(enough), _ => Interlocked.Increment(ref mails) > MostMails);
        return Stage is { } stage ? Task.WhenAny(AtStep(script, stage), enough.Reached, hostEnded) : Task.WhenAny(hostEnded.WaitAsync(Delay).ContinueWith(_ => { }, TaskScheduler.Default), enough.Reached);
    }

    private Task AtStep(SmtpScript script, SmtpStage stage)
    {
        var count = 0;
        if (Held)
        {
            // Never released: what it holds back dies with its connection.
            var gate = new Gate();
            script.At(stage, new SmtpAct.Stall(gate) { Keeps = Kept }, _ => Interlocked.Increment(ref count) == Nth);
            return gate.Reached;
        }

        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        script.At(stage, new SmtpAct.Cut(), _ =>
        {
            if (Interlocked.Increment(ref count) == Nth)
                come.TrySetResult();
            return false;
        });
        return Spun(come.Task);
    }

    private async Task Spun(Task come)
    {
        await come;
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Delay)
            Thread.SpinWait(20);
    }
}
