using System.Data.Common;
using System.Threading.Channels;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.Notices;

/// <summary>Decides while what was decided before is being sent, and tells the sender of every batch.</summary>
public sealed class DecidingAhead
{
    private readonly Channel<bool> batches = Channel.CreateUnbounded<bool>();
    private readonly FreshNotices fresh;

    private DecidingAhead(FreshNotices fresh, Func<Func<Task>, Task> decide)
    {
        this.fresh = fresh;
        Finished = Task.Run(() => RunAsync(decide));
    }

    /// <summary>Begins.</summary>
    /// <param name="fresh">The short way to the sender, for what was decided.</param>
    /// <param name="decide">Decides, and calls what it is given after every batch that it wrote.</param>
    public static DecidingAhead Begin(FreshNotices fresh, Func<Func<Task>, Task> decide) => new(fresh, decide);

    /// <summary>Done when all is decided; throws what deciding threw.</summary>
    public Task Finished { get; }

    /// <summary>Waits for a batch that was written since the last call; false when none will be.</summary>
    public async Task<bool> MoreAsync()
    {
        fresh.Idle();
        var more = await batches.Reader.WaitToReadAsync();
        while (batches.Reader.TryRead(out _))
            continue;
        return more;
    }

    /// <summary>Waits for the end of deciding, and puts back into the outbox what the sender did not get to.</summary>
    public async Task EndAsync(DbDataSource database)
    {
        try
        {
            await Finished;
        }
        finally
        {
            await fresh.GiveBackAsync(database);
        }
    }

    private async Task RunAsync(Func<Func<Task>, Task> decide)
    {
        try
        {
            await decide(() =>
            {
                fresh.Committed();
                batches.Writer.TryWrite(true);
                return fresh.RoomAsync();
            });
        }
        finally
        {
            batches.Writer.Complete();
        }
    }
}
