using System.Diagnostics;
using System.Globalization;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary>A parent that starts the host again when it crashed; it runs no add-in and opens no database, so that nothing of theirs can end it.</summary>
/// <param name="dataFolder">Where the host keeps its traces.</param>
/// <param name="clock">For the waits.</param>
/// <param name="error">Told of every crash.</param>
public sealed class Supervision(string dataFolder, TimeProvider clock, TextWriter error)
{
    /// <summary>How long a host that was told to stop is waited for before it is killed; as long as it takes itself, and a little more.</summary>
    public static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(55);

    // A host that lives for so long has started well, and the waits begin anew.
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Runs the host until it ends as it should, and again after 1, 2, 4 … 120 seconds where it crashed.</summary>
    /// <param name="start">How the host is started. It ends when its standard input does: told to stop on every system, and no orphan where this process is killed.</param>
    /// <param name="cancellationToken">Ends the host and this.</param>
    /// <returns>The host's exit code; <see cref="ExitCode.Done"/> where this was told to stop while no host ran.</returns>
    public async Task<int> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = true;
        start.UseShellExecute = false;
        for (var crashes = 0; ; crashes++)
        {
            var started = clock.GetUtcNow();
            var (id, code) = await RunOnceAsync(start, cancellationToken);
            if (cancellationToken.IsCancellationRequested || !Crashed(id, code))
                return code;
            HostRun.NoteEnd(dataFolder, id, code);
            crashes = clock.GetUtcNow() - started > Well ? 0 : crashes;
            var wait = Wait(crashes);
            await error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"The host (process {id}) ended with exit code {code} without having been told to. It starts again in {wait.TotalSeconds:0} s."));
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
                return ExitCode.Done;
        }
    }

    /// <summary>This program, called with other arguments.</summary>
    public static ProcessStartInfo Again(IEnumerable<string> args)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know its own file; start it without --supervised.");
        var isDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isDotnet ? [Path.Combine(AppContext.BaseDirectory, "IllAddins.Host.dll"), .. args] : args);
    }

    // It deletes its traces when it ends as it should, whatever its exit code; one that crashed before it had any has none of the codes of a host.
    private bool Crashed(int id, int code) => HostRun.HasTraces(dataFolder, id) || code is not (ExitCode.Done or ExitCode.SomeRefused or ExitCode.CannotRun);

    private static TimeSpan Wait(int crashes) => crashes < 7 ? TimeSpan.FromSeconds(1 << crashes) : LongestWait;

    private async Task<(int Id, int Code)> RunOnceAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using var host = Process.Start(start) ?? throw new InvalidOperationException("The host could not be started as a process of its own.");
        await host.WaitForExitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!host.HasExited)
            await StopAsync(host);
        return (host.Id, host.ExitCode);
    }

    private async Task StopAsync(Process host)
    {
        host.StandardInput.Close();
        var ended = host.WaitForExitAsync(CancellationToken.None);
        await ended.WaitAsync(StopLimit, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted)
        {
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The host (process {host.Id}) did not stop within {StopLimit.TotalSeconds:0} s, and is killed."));
            host.Kill();
        }

        await ended;
    }
}
