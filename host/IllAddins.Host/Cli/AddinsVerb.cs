using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>addins</c>: what is in the add-ins folder, how it stands, and what admins decide about it.</summary>
public static class AddinsVerb
{
    public static Command Make(Verbs verbs) => new("addins", "The add-ins of the add-ins folder.")
    {
        List(verbs),
        Health(verbs),
        AddinOrderVerbs.Disable(verbs),
        AddinOrderVerbs.Enable(verbs),
        AddinOrderVerbs.Retry(verbs),
        AddinOrderVerbs.Log(verbs),
        EventVerbs.Events(verbs),
        AddinFolderVerbs.Verify(verbs),
        AddinFolderVerbs.Hash(),
    };

    private static Command List(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "Say how every add-in stands, and why: as the running host says, or, where none runs, after a start of all of them. Exit code 1 if one does not run.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            var (addins, from) = await ReportAsync(installation, cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, addins);
            else
                Print(parsed.InvocationConfiguration.Output, addins, from);
            return addins.All(addin => addin.State == "Running") ? ExitCode.Done : ExitCode.SomeRefused;
        });
        return list;
    }

    private static Command Health(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var health = new Command("health", "Start every add-in and ask its health checks. Exit code 1 if one is not healthy.") { json };
        verbs.Set(health, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            var found = await installation.AddinOffers.HealthAsync(cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, found.Select(one => new { one.Addin, one.Check, Health = HealthWords.Of(one.Answer), one.Answer.Message }));
            else
                foreach (var one in found)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"{one.Addin,-24} {one.Check,-20} {HealthWords.Of(one.Answer),-10} {one.Answer.Message}");
            return found.All(one => one.Answer is HealthAnswer.Healthy) ? ExitCode.Done : ExitCode.SomeRefused;
        });
        return health;
    }

    private static async Task<(IReadOnlyList<ReportedAddin> Addins, string From)> ReportAsync(Installation installation, CancellationToken cancellationToken)
    {
        if (AddinReport.OfRunningHosts(installation.Folders.Data) is [var report, ..])
            return (report.Addins, string.Create(CultureInfo.InvariantCulture, $"As the running host says (process {report.ProcessId}, changed {report.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC):"));
        await Verbs.StartAddinsAsync(installation, cancellationToken);
        return ([.. installation.Addins.Entries.Select(ReportedAddin.Of)], "");
    }

    private static void Print(TextWriter output, IReadOnlyList<ReportedAddin> addins, string from)
    {
        if (from.Length > 0)
            output.WriteLine(from);
        output.WriteLine($"{"Name",-24} {"Version",-10} {"Contract",-9} State");
        foreach (var addin in addins)
            output.WriteLine($"{addin.Name,-24} {addin.Version ?? "-",-10} {addin.Contract ?? "-",-9} {addin.State}{(addin.Why is null ? "" : $": {addin.Why}")}{Contributed(addin)}{More(addin)}");
    }

    private static string Contributed(ReportedAddin addin) => addin.State == "Running" ? $" ({ContributionWords.Of(addin)})" : "";

    private static string More(ReportedAddin addin) => string.Concat(
        addin.Kept is null ? "" : $"{Environment.NewLine}{"",45}{addin.Kept}",
        addin.LastFailure is null ? "" : $"{Environment.NewLine}{"",45}Last failure, {addin.LastFailure.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC: {addin.LastFailure.Message}",
        addin.OldGenerations == 0 ? "" : $"{Environment.NewLine}{"",45}{addin.OldGenerations} old {(addin.OldGenerations == 1 ? "generation" : "generations")} still in memory");
}
