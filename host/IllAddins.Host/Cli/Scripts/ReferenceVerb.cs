using System.CommandLine;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Reference;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>scripts reference</c>: all that a script can use, for people and for editors.</summary>
public static class ReferenceVerb
{
    public static Command Make(Verbs verbs)
    {
        var write = new Option<bool>("--write") { Description = "Write the reference, and what editors complete and check scripts by, into the scripts folder" };
        var to = new Option<string?>("--to") { Description = "Write them into another folder", HelpName = "DIR" };
        var reference = new Command("reference", "Print what a script can use: functions, answers and the fields of a request. "
            + "With --write, make reference.md, types/illaddins.d.lua and .luarc.json.") { write, to };
        reference.Validators.Add(result =>
        {
            if (result.GetResult(to) is not null && string.IsNullOrWhiteSpace(result.GetValue(to)))
                result.AddError("--to: found an empty name, expected a folder.");
        });
        reference.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, async () =>
        {
            var offered = await OfferedAsync(verbs, parsed, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            var folder = parsed.GetValue(to) is { } named ? Path.GetFullPath(named)
                : parsed.GetValue(write) ? verbs.FoldersOf(parsed, Environment.CurrentDirectory).Scripts
                : null;
            if (folder is null)
                await output.WriteAsync(ReferenceFiles.With(offered).Single(file => file.Path == ReferenceFiles.ForPeople).Text);
            else
                foreach (var file in ReferenceFiles.Write(folder, offered))
                    await output.WriteLineAsync($"Written: {file}");
            return ExitCode.Done;
        }));
        return reference;
    }

    // With what the add-ins offer that run here; where there is no installation, none is made for it.
    private static async Task<IReadOnlyList<ApiSection>> OfferedAsync(Verbs verbs, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!File.Exists(verbs.FoldersOf(parsed, Environment.CurrentDirectory).Database))
            return [];
        using var logs = Verbs.Logs(LogLevel.Warning);
        await using var installation = await verbs.OpenAsync(parsed, logs, cancellationToken);
        await installation.StartAddinsAsync(cancellationToken);
        return [.. installation.Offers.All().Select(group => group.Section)];
    }
}
