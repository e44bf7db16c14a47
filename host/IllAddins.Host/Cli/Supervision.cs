using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary>A parent that starts the host again when it crashed; it runs no add-in and opens no database, so that nothing of theirs can end it.</summary>
public static class Supervision
{
    // A host that lives for so long has started well, and the waits begin anew.
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <summary>Runs the host until it ends as it should.</summary>
    /// <param name="args">The command line of the host.</param>
    /// <param name="dataFolder">Where the host keeps its traces.</param>
    /// <param name="clock">For the waits.</param>
    /// <param name="error">Told of every crash.</param>
    /// <param name="cancellationToken">Ends the host and this.</param>
    /// <returns>The host's exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, string dataFolder, TimeProvider clock, TextWriter error, CancellationToken cancellationToken)
    {
        for (var crashes = 0; ; crashes++)
        {
            var started = clock.GetUtcNow();
            var (id, code) = await RunOnceAsync(args, cancellationToken);
            // It deletes its traces when it ends as it should, whatever its exit code.
            if (cancellationToken.IsCancellationRequested || !HostRun.HasTraces(dataFolder, id))
                return code;
            if (clock.GetUtcNow() - started > Well)
                crashes = 0;
            HostRun.NoteEnd(dataFolder, id, code);
            var wait = Waits[Math.Min(crashes, Waits.Length - 1)];
            await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The host (process {id}) ended with exit code {code} without having been told to. It starts again in {wait.TotalSeconds:0} s."));
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
                return code;
        }
    }

    private static async Task<(int Id, int Code)> RunOnceAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        using var host = Process.Start(StartOf(args)) ?? throw new InvalidOperationException("The host could not be started as a process of its own.");
        await using var stop = cancellationToken.Register(() => Terminate(host));
        await host.WaitForExitAsync(CancellationToken.None);
        return (host.Id, host.ExitCode);
    }

    private static ProcessStartInfo StartOf(IReadOnlyList<string> args)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This program does not know its own file; start it without --supervised.");
        var isDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isDotnet ? [Path.Combine(AppContext.BaseDirectory, "IllAddins.Host.dll"), .. args] : args) { UseShellExecute = false };
    }

    // The terminal tells both of Ctrl+C; a signal to this process alone is passed on.
    private static void Terminate(Process host)
    {
        if (host.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            host.CloseMainWindow();
        else
            _ = Signal.Send(host.Id, Signal.Terminate);
    }
}

/// <summary>Signals to another process.</summary>
internal static partial class Signal
{
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Send(int process, int signal);
}
