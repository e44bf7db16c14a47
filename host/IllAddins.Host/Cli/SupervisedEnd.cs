using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary>How a supervised host learns that it is to stop: its standard input, which its parent holds open, comes to its end. It does so on every system, and when the parent is killed.</summary>
public static class SupervisedEnd
{
    /// <summary>A token that is cancelled at the end of the input. A host that has not ended a minute later is ended.</summary>
    /// <param name="input">Nothing is ever written there.</param>
    /// <param name="clock">For the minute.</param>
    /// <param name="cancellationToken">Cancels the token as well.</param>
    public static CancellationToken Of(Stream input, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Never disposed: the thread waits as long as the process lives.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        new Thread(Wait) { IsBackground = true, Name = "Supervised" }.Start();
        return stop.Token;

        void Wait()
        {
            var nothing = new byte[64];
            while (input.Read(nothing) > 0)
            {
            }

            stop.Cancel();
            Task.Delay(Supervision.StopLimit, clock, CancellationToken.None).Wait(CancellationToken.None);
            // Add-ins that do not let it end must not make an orphan of it.
            LastWords.Stop();
            Environment.Exit(ExitCode.CannotRun);
        }
    }
}
