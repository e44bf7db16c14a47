using IllAddins;
using IllAddins.WebPlatform.Transactions;
using IllAddins.WebPlatform.Users;

[assembly: PathPrefix("ILLiadWebPlatform")]

namespace IllAddins.WebPlatform;

/// <summary>ILLiad's Web Platform API: what discovery layers and request scripts that were written for ILLiad call.</summary>
public sealed class WebPlatformAddin : IAddin
{
    public Task StartAsync(IAddinHost host, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        SystemEndpoints.Register(host);
        TransactionEndpoints.Register(host);
        UserEndpoints.Register(host);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
