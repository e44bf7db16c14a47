using System.Threading.Channels;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What one connection sends, in its order; the next one can be taken while the one before is still being sent.</summary>
internal sealed class LineTurns(ChannelReader<NoticeRow> waiting, Func<NoticeRow, OutgoingMail> compose)
{
    private LineTurn? ahead;

    /// <summary>Takes the next one, and waits for it; null where none will come.</summary>
    public async ValueTask<LineTurn?> NextAsync()
    {
        if (ahead is { } taken)
        {
            ahead = null;
            return taken;
        }

        while (await waiting.WaitToReadAsync(CancellationToken.None))
            if (waiting.TryRead(out var notice))
                return new LineTurn(notice, compose(notice));
        return null;
    }

    /// <summary>The mail of the next one, which is taken now; null where none waits.</summary>
    public OutgoingMail? Ahead() => waiting.TryRead(out var notice) ? (ahead = new LineTurn(notice, compose(notice))).Mail : null;
}

/// <summary>A notice and its mail.</summary>
internal sealed record LineTurn(NoticeRow Notice, OutgoingMail Mail);
