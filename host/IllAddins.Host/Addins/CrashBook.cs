using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Addins;

/// <summary>Looks at what dead processes left, and writes down which add-in brought them down.</summary>
public static class CrashBook
{
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="addins">The add-ins folder.</param>
    /// <param name="orders">Where crashes are counted.</param>
    /// <param name="log">Told of crashes.</param>
    /// <param name="cancellationToken">Cancels between two processes.</param>
    public static Task ReadAsync(string dataFolder, string addins, AddinOrders orders, ILogger log, CancellationToken cancellationToken) =>
        HostRun.TakeLeftAsync(dataFolder, async left =>
        {
            if (left.Words.Length == 0)
                return;
            var known = AddinFolder.Scan(addins) is AddinScan.Found found ? found.Candidates : [];
            var blamed = CrashBlame.Of(left, [.. known.Select(addin => addin.Name)]);
            log.LogError(
                "An earlier process of this host crashed{Blame}. Its last words: {Words}",
                blamed.Count == 0 ? "" : $" while it called {string.Join(" and ", blamed.Select(call => $"{call.Addin} ({call.What})"))}", left.Words);
            await orders.EndRowsAsync([.. blamed.Select(call => call.Addin)], cancellationToken);
            foreach (var call in blamed)
            {
                // Work of its own bears no mark; the files that lie there are most likely those that crashed.
                var signature = call.Signature.Length > 0 ? call.Signature : FolderSignature.Of(Path.Combine(addins, call.Addin));
                await orders.NoteCrashAsync(call.Addin, signature, call.What, left.Words, cancellationToken);
            }
        });
}
