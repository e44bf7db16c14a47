using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>What the add-ins' health checks found lately: asked again after a while, however many monitors ask.</summary>
public sealed class HealthLook(ShellSettings shell)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private Task<IReadOnlyList<AddinHealth>>? last;
    private DateTimeOffset lookedAt;

    /// <summary>What was found at most 15 seconds ago.</summary>
    public Task<IReadOnlyList<AddinHealth>> RecentAsync()
    {
        lock (gate)
        {
            var now = shell.Clock.GetUtcNow();
            if (last is null or { IsFaulted: true } or { IsCanceled: true } || now - lookedAt >= Fresh)
                (last, lookedAt) = (shell.HealthAsync(CancellationToken.None), now);
            return last;
        }
    }
}
