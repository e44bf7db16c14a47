using System.Diagnostics;
using System.Text;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Road;

/// <summary>The real host as a process of its own, from the build, over a library's folders; killed when disposed.</summary>
public sealed class HostProcess : IDisposable
{
    // Far beyond what any of these takes: only so that a host that hangs is told of.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly List<(string Words, string After, TaskCompletionSource Heard)> awaited = [];
    private readonly Lock gate = new();
    private readonly Task<string> output;
    private readonly Task listening;

    private HostProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        listening = ListenAsync();
    }

    /// <summary>Starts a verb.</summary>
    public static HostProcess Start(Library library, params string[] args) => Start(library, new Dictionary<string, string>(), args);

    /// <summary>Starts a verb with more environment.</summary>
    public static HostProcess Start(Library library, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var host = Path.Combine(Path.GetDirectoryName(Repository.BuiltAddins)!, "IllAddins.Host.dll");
        string[] all = [host, .. args, "--data", library.Data, "--scripts", library.Scripts, "--addins", library.Addins];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Done when it has ended, however it did.</summary>
    public Task Exited => process.WaitForExitAsync();

    /// <summary>Everything on standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (gate)
                return said.ToString();
        }
    }

    /// <summary>SIGKILL; true where it was still alive.</summary>
    public async Task<bool> KillAsync()
    {
        var alive = !process.HasExited;
        process.Kill();
        await Exited.WaitAsync(Longest);
        return alive && process.ExitCode == 128 + 9;
    }

    /// <summary>SIGTERM; returns at once.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Done when standard error has these words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="after">Only what comes after the first time that these were said counts.</param>
    public Task Says(string words, string after = "")
    {
        lock (gate)
        {
            var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((words, after, heard));
            Hear();
            return heard.Task.WaitAsync(Longest);
        }
    }

    /// <summary>Waits for its own end.</summary>
    public async Task<(int Code, string Output)> EndAsync()
    {
        await Exited.WaitAsync(Longest);
        await listening;
        return (process.ExitCode, await output);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
            lock (gate)
            {
                said.AppendLine(line);
                Hear();
            }
    }

    private void Hear()
    {
        var all = said.ToString();
        foreach (var (words, after, heard) in awaited)
            if (all.IndexOf(after, StringComparison.Ordinal) is >= 0 and var from && all.IndexOf(words, from, StringComparison.Ordinal) >= 0)
                heard.TrySetResult();
    }
}
