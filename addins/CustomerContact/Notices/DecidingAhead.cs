using System.Threading.Channels;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Decides while what was decided before is being sent, and tells the sender of every batch.</summary>
public sealed class DecidingAhead
{
    private readonly Channel<bool> batches = Channel.CreateUnbounded<bool>();

    private DecidingAhead(Func<Action, Task> decide) => Finished = Task.Run(() => RunAsync(decide));

    /// <summary>Begins.</summary>
    /// <param name="decide">Decides, and calls what it is given after every batch that it wrote.</param>
    public static DecidingAhead Begin(Func<Action, Task> decide) => new(decide);

    /// <summary>Done when all is decided; throws what deciding threw.</summary>
    public Task Finished { get; }

    /// <summary>Waits for a batch that was written since the last call; false when none will be.</summary>
    public async Task<bool> MoreAsync()
    {
        var more = await batches.Reader.WaitToReadAsync();
        while (batches.Reader.TryRead(out _))
            continue;
        return more;
    }

    private async Task RunAsync(Func<Action, Task> decide)
    {
        try
        {
            await decide(() => batches.Writer.TryWrite(true));
        }
        finally
        {
            batches.Writer.Complete();
        }
    }
}
