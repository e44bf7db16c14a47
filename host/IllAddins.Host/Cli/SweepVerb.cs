using System.CommandLine;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>sweep --once</c>: runs every sweep for every site, once, and says what was done.</summary>
public static class SweepVerb
{
    public static Command Make(Verbs verbs)
    {
        var once = new Option<bool>("--once") { Description = "Run every sweep of every site once, and end. To keep them running, use 'run'", Required = true };
        var json = Verbs.JsonOption();
        var command = new Command("sweep", "Route what is due, tell patrons by e-mail, and say what was done. Exit code 1 if anything needs staff or an admin.") { once, json };
        // An option without a value counts as given with its default, so that the parser never misses this one.
        command.Validators.Add(result =>
        {
            if (!result.GetValue(once))
                result.AddError("sweep needs --once: it sweeps and ends. To keep the sweeps going, use 'run'.");
        });
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            if (installation.Addins.Sweeps.Count == 0)
                return NoSweeps(installation, parsed.InvocationConfiguration.Error);
            // The others go on; what a sweep reports is about requests.
            RunVerb.TellAddins(installation, parsed.InvocationConfiguration.Error);
            var report = new SweepReport();
            foreach (var site in await installation.Sites.AllAsync(cancellationToken))
                report += await installation.Sweeps.RunAsync(site, cancellationToken);
            Print(parsed.InvocationConfiguration.Output, report, parsed.GetValue(json));
            return report.Errors.Count > 0 ? ExitCode.SomeRefused : ExitCode.Done;
        });
        return command;
    }

    private static int NoSweeps(Installation installation, TextWriter error)
    {
        error.WriteLine($"Cannot run: no add-in in {installation.Folders.Addins} has a sweep. Expected CustomerContact there; see 'addins list'.");
        foreach (var entry in installation.Addins.Entries)
            error.WriteLine($"  {entry.Name}: {AddinStateWords.Of(entry.State)}");
        return ExitCode.CannotRun;
    }

    private static void Print(TextWriter output, SweepReport report, bool json)
    {
        if (json)
        {
            Verbs.Print(output, report);
            return;
        }

        output.WriteLine($"{report.Routed} routed, {report.Sent} sent, {report.Held} held, {report.Failed} failed, {report.Errors.Count} errors");
        foreach (var error in report.Errors)
            output.WriteLine($"  {error.Site} {error.TransactionNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}: {error.Message}");
    }
}
