using System.Threading.Channels;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What one connection sends, in its order; the next one can be taken while the one before is still being sent.</summary>
internal sealed class LineTurns(ChannelReader<TakenNotice> waiting, Func<NoticeRow, OutgoingMail> compose)
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
            if (waiting.TryRead(out var next))
                return Turn(next);
        return null;
    }

    /// <summary>The mail of the next one, which is taken now; null where none waits.</summary>
    public OutgoingMail? Ahead() => waiting.TryRead(out var next) ? (ahead = Turn(next)).Mail : null;

    private LineTurn Turn(TakenNotice next) => new(next.Notice, compose(next.Notice), next.Since);
}

/// <summary>A notice that waits for a connection.</summary>
/// <param name="Notice">As it was claimed.</param>
/// <param name="Since">When; a timestamp of the clock.</param>
internal readonly record struct TakenNotice(NoticeRow Notice, long Since);

/// <summary>A notice, its mail, and since when it has waited.</summary>
internal sealed record LineTurn(NoticeRow Notice, OutgoingMail Mail, long Since);
