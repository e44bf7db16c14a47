using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Addins;

/// <summary>What belongs to the whole process: while the host serves, what an add-in has changed there is put back, and a thread pool whose threads are all held gets more of them.</summary>
/// <remarks>On a thread of its own: a timer would wait for the pool that it is to look after.</remarks>
public sealed class Surroundings(ILogger<Surroundings> log) : IHostedService, IDisposable
{
    private const int MoreThreads = 64;
    private const int MostThreads = 1024;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Blocked = TimeSpan.FromSeconds(1);

    private readonly ManualResetEventSlim stop = new();
    private readonly CultureInfo? culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? language = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly string directory = CurrentDirectory();
    private Thread? thread;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ThreadPool.GetMinThreads(out var least, out var leastPorts);
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        thread = new Thread(() => Look((least, leastPorts), (most, mostPorts))) { IsBackground = true, Name = "Surroundings" };
        thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        stop.Set();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        stop.Set();
        thread?.Join();
        stop.Dispose();
    }

    private void Look((int, int) least, (int, int) most)
    {
        while (!stop.Wait(Pace))
        {
            PutBack(least, most);
            if (!Begins())
                Widen();
        }
    }

    private void PutBack((int Threads, int Ports) least, (int Threads, int Ports) most)
    {
        if (!Equals(CultureInfo.DefaultThreadCurrentCulture, culture) || !Equals(CultureInfo.DefaultThreadCurrentUICulture, language))
        {
            log.LogWarning("Some add-in changed the culture of new threads of the whole process, to '{Found}'; it is put back.", CultureInfo.DefaultThreadCurrentCulture?.Name);
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, language);
        }

        if (CurrentDirectory() is var now && now != directory && Directory.Exists(directory))
        {
            log.LogWarning("Some add-in changed the current directory of the whole process, to '{Found}'; it is put back.", now);
            Environment.CurrentDirectory = directory;
        }

        ThreadPool.GetMinThreads(out var few, out _);
        ThreadPool.GetMaxThreads(out var many, out _);
        if (few >= least.Threads && many == most.Threads)
            return;
        log.LogWarning("Some add-in changed the size of the thread pool of the whole process, to '{Few} to {Many}'; it is put back.", few, many);
        ThreadPool.SetMaxThreads(most.Threads, most.Ports);
        ThreadPool.SetMinThreads(Math.Max(few, least.Threads), least.Ports);
    }

    // A folder that was deleted has no name; it is not this one's then.
    private static string CurrentDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Whether the pool begins a piece of work in good time.</summary>
    private static bool Begins()
    {
        // Not disposed: the work may come late, and without a handle of the system it holds nothing.
        var begun = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(static begun => begun.Set(), begun, preferLocal: false);
        return begun.Wait(Blocked);
    }

    private void Widen()
    {
        ThreadPool.GetMinThreads(out var few, out var ports);
        var more = Math.Min(Math.Max(few, ThreadPool.ThreadCount) + MoreThreads, MostThreads);
        if (more <= few)
            return;
        ThreadPool.SetMinThreads(more, ports);
        log.LogWarning(
            "All {Count} threads of the pool are held; it gets up to {More}. Code that waits without await does that, most likely an add-in's that was called lately.", ThreadPool.ThreadCount, more);
    }
}
