using System.Collections.Concurrent;

namespace IllAddins.Host.Addins;

/// <summary>Threads on which add-ins are called: one that hangs keeps its thread and takes none of the pool's; one that is done serves the next call.</summary>
/// <remarks>To make a thread for each call took longer than a short call itself.</remarks>
public sealed class CallThreads : TaskScheduler
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly BlockingCollection<Task> calls = [];
    // How many threads wait for a call that is not promised to them yet.
    private int free;

    private CallThreads()
    {
    }

    /// <summary>Those of this process.</summary>
    public static CallThreads All { get; } = new();

    /// <summary>Starts a call; what it awaits goes on in the pool, as everywhere else.</summary>
    public static Task<T> Start<T>(Func<Task<T>> call) =>
        Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.HideScheduler, All).Unwrap();

    protected override void QueueTask(Task task)
    {
        if (!TakeFree())
            new Thread(Serve) { IsBackground = true, Name = "Add-in call" }.Start();
        calls.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => calls;

    private void Serve()
    {
        // A thread that found nothing to do for long ends, unless a call was promised to it in this moment.
        do
        {
            while (calls.TryTake(out var call, Idle))
            {
                TryExecuteTask(call);
                Interlocked.Increment(ref free);
            }
        }
        while (!TakeFree());
    }

    private bool TakeFree()
    {
        for (var known = Volatile.Read(ref free); known > 0; known = Volatile.Read(ref free))
            if (Interlocked.CompareExchange(ref free, known - 1, known) == known)
                return true;
        return false;
    }
}
