using System.CommandLine;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>addins list</c>: what is in the add-ins folder and how it stands.</summary>
public static class AddinsVerb
{
    public static Command Make(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var list = new Command("list", "Start every add-in and say how it stands: running, refused or faulted, and why. Exit code 1 if one does not run.") { json };
        verbs.Set(list, async (installation, parsed, cancellationToken) =>
        {
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            Print(parsed.InvocationConfiguration.Output, installation.Addins.Entries, parsed.GetValue(json));
            return installation.Addins.Entries.All(entry => entry.State is AddinState.Running) ? ExitCode.Done : ExitCode.SomeRefused;
        });
        return new Command("addins", "The add-ins of the add-ins folder.") { list };
    }

    private static string Served(AddinEntry entry) => entry.Contributes.Endpoints == 0
        ? ""
        : $", {entry.Contributes.Endpoints} endpoints below /{entry.PathPrefix ?? $"{PathPrefixes.OfAll}/{entry.Name}"}/";

    private static void Print(TextWriter output, IReadOnlyList<AddinEntry> entries, bool json)
    {
        if (json)
        {
            Verbs.Print(output, entries.Select(entry => new
            {
                entry.Name,
                entry.Version,
                Contract = entry.ContractVersion,
                State = AddinStateWords.Name(entry.State),
                Why = AddinStateWords.Why(entry.State),
                entry.Contributes,
                entry.Folder,
            }));
            return;
        }

        output.WriteLine($"{"Name",-24} {"Version",-10} {"Contract",-9} State");
        foreach (var entry in entries)
            output.WriteLine($"{entry.Name,-24} {entry.Version ?? "-",-10} {entry.ContractVersion ?? "-",-9} {AddinStateWords.Of(entry.State)}"
                + (entry.State is AddinState.Running ? $" ({entry.Contributes.Sweeps} sweeps, {entry.Contributes.Screens} screens, {entry.Contributes.Panels} panels{Served(entry)}{(entry.Contributes.Verbs == 0 ? "" : $", {entry.Contributes.Verbs} verbs")})" : ""));
    }
}
