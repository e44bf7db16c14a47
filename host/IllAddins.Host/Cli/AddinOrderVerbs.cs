using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>addins disable, enable, retry, log</c>: what admins decide about add-ins. A host that runs on the same data folder follows within a second or two.</summary>
public static class AddinOrderVerbs
{
    public static Command Disable(Verbs verbs) => Order(
        verbs, "disable", "Switch an add-in off; it stays off through restarts and upgrades.", (orders, addin, by, token) => orders.DisableAsync(addin, by, token), "is switched off; 'addins enable' switches it on again");

    public static Command Enable(Verbs verbs) => Order(
        verbs, "enable", "Switch an add-in on again.", (orders, addin, by, token) => orders.EnableAsync(addin, by, token), "is switched on");

    public static Command Retry(Verbs verbs) => Order(
        verbs, "retry", "Have an add-in tried again that was refused, failed, is parked or in quarantine.", RetryAsync, "is tried again");

    public static Command Log(Verbs verbs)
    {
        var log = new Command("log", "What happened to add-ins: who switched what, what replaced what, what crashed; the last 100 entries, newest first.");
        verbs.Set(log, async (installation, parsed, cancellationToken) =>
        {
            foreach (var entry in await installation.Orders.LogAsync(100, cancellationToken))
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    $"{entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC  {entry.Addin}: {entry.Entry} ({entry.By})");
            return ExitCode.Done;
        });
        return log;
    }

    private static Command Order(Verbs verbs, string verb, string description, Func<AddinOrders, string, string, CancellationToken, Task> give, string done)
    {
        var name = new Argument<string>("NAME") { Description = "The add-in's name" };
        var by = new Option<string>("--by") { Description = "Who decides so", HelpName = "USER", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command(verb, description) { name, by };
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            if (AddinFolder.Scan(installation.Folders.Addins) is not AddinScan.Found found)
                throw new InvalidOperationException(((AddinScan.NoFolder)AddinFolder.Scan(installation.Folders.Addins)).Message);
            var wanted = parsed.GetRequiredValue(name);
            if (found.Candidates.FirstOrDefault(addin => string.Equals(addin.Name, wanted, StringComparison.OrdinalIgnoreCase)) is not { } addin)
                return await UnknownAsync(parsed, installation, wanted, found.Candidates);
            await give(installation.Orders, addin.Name, parsed.GetRequiredValue(by), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{addin.Name} {done}. A running host follows within seconds; see: addins list");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> UnknownAsync(ParseResult parsed, Installation installation, string wanted, IReadOnlyList<AddinCandidate> known)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(
            $"There is no add-in '{wanted}' in {installation.Folders.Addins}. Expected one of {string.Join(", ", known.Select(addin => addin.Name))}; or name another folder with --addins.");
        return ExitCode.SomeRefused;
    }

    private static async Task RetryAsync(AddinOrders orders, string addin, string by, CancellationToken cancellationToken)
    {
        if ((await orders.AllAsync(cancellationToken)).GetValueOrDefault(addin)?.Disabled is { } disabled)
            throw new InvalidOperationException($"{addin} is switched off by {disabled.By}; it is not tried. To switch it on: addins enable {addin}");
        await orders.RetryAsync(addin, by, cancellationToken);
    }
}
