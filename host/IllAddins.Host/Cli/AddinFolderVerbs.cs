using System.CommandLine;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>addins verify, hash</c>: about folders that are not deployed yet; no code of theirs is run.</summary>
public static class AddinFolderVerbs
{
    public static Command Verify(Verbs verbs)
    {
        var folder = FolderArgument();
        var json = Verbs.JsonOption();
        var verify = new Command("verify", "Say what the host would say to an add-in before it is deployed: framework, contract, dependencies, path, other copies, list of allowed hashes. Its code is not run. Exit code 1 if it would be refused.") { folder, json };
        verbs.Set(verify, async (installation, parsed, _) =>
        {
            var answers = Folders(parsed.GetRequiredValue(folder)).Select(addin => AddinVerdict.Of(addin, installation.Folders.Addins, () => AllowedAddins.Read(installation.Settings.Value))).ToList();
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, answers);
            else
                foreach (var answer in answers)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        $"{answer.Name} {answer.Version ?? "-"} (contract {answer.Contract ?? "-"}, SHA-256 {answer.Hash}): {(answer.Why is null ? "fit; its code was not run" : $"would be refused: {answer.Why}")}");
            return answers.All(answer => answer.Why is null) ? ExitCode.Done : ExitCode.SomeRefused;
        });
        return verify;
    }

    public static Command Hash()
    {
        var folder = FolderArgument();
        var hash = new Command("hash", $"Print the SHA-256 of an add-in's folder, or of each add-in in a folder, for the setting {AllowedAddins.Key}.") { folder };
        hash.SetAction((parsed, _) => Verbs.GuardAsync(parsed, async () =>
        {
            foreach (var addin in Folders(parsed.GetRequiredValue(folder)))
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{FolderSignature.Hash(addin.Folder)}  {addin.Name}");
            return ExitCode.Done;
        }));
        return hash;
    }

    private static Argument<string> FolderArgument() => new("FOLDER") { Description = "An add-in's folder with <Name>.dll, or a folder of such folders" };

    /// <summary>The add-in in a folder, or those in its folders.</summary>
    /// <exception cref="InvalidOperationException">There is no such folder, or nothing in it.</exception>
    private static IReadOnlyList<AddinCandidate> Folders(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(path))
            throw new InvalidOperationException($"There is no folder {path}. Name an add-in's folder, or the folder that holds them.");
        var inside = (AddinFolder.Scan(path) as AddinScan.Found)?.Candidates ?? [];
        if (Directory.EnumerateFiles(path, "*.dll").Any())
            return [new AddinCandidate { Name = Path.GetFileName(path), Folder = path }];
        // A folder that is none may be a whole disk: its files are not read.
        return inside.Any(addin => File.Exists(addin.AssemblyPath))
            ? inside
            : throw new InvalidOperationException($"There is no add-in in {path}. Name an add-in's folder, with its <Name>.dll in it, or the folder that holds them.");
    }
}
