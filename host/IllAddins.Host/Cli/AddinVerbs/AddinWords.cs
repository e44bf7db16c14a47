using System.CommandLine;
using System.CommandLine.Help;
using IllAddins.Host.Addins;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Cli.AddinVerbs;

/// <summary>
/// The words of the command line that add-ins bring: verbs of their own after the program's name, and the commands of their panels after <c>requests</c>. Add-ins are
/// started for a line only where the host's own words do not make it up.
/// </summary>
public sealed class AddinWords : IAsyncDisposable
{
    private readonly ILoggerFactory logs;
    private readonly Installation installation;
    private readonly List<string> passedOver = [];

    private AddinWords(ILoggerFactory logs, Installation installation) => (this.logs, this.installation) = (logs, installation);

    /// <summary>Whether a line asks for more than the host's own words: a word that the host does not know, or the list of all.</summary>
    public static bool AreAsked(ParseResult parsed) =>
        (parsed.CommandResult.Command is RootCommand || parsed.CommandResult.Command.Name == RequestsVerb.Name) && (parsed.Errors.Count > 0 || parsed.Action is HelpAction);

    /// <summary>Starts the add-ins of the installation that a line names. Nothing is made where there is none: a line that is not understood leaves no trace.</summary>
    /// <returns>Null where they cannot be asked, and why, where that may be what the line lacks.</returns>
    public static async Task<(AddinWords? Words, string? WhyNot)> OpenAsync(Verbs verbs, ParseResult parsed)
    {
        var database = verbs.FoldersOf(parsed, Environment.CurrentDirectory).Database;
        if (!File.Exists(database))
            return (null, parsed.UnmatchedTokens.Count == 0 ? null : $"Verbs of add-ins were not looked up: there is no database {database} yet. Import something first, or name another folder with --data DIR.");

        var logs = Verbs.Logs(LogLevel.Warning);
        try
        {
            var words = new AddinWords(logs, await verbs.OpenAsync(parsed, logs, CancellationToken.None));
            await Verbs.StartAddinsAsync(words.installation, CancellationToken.None);
            return (words, null);
        }
        catch (Exception fault) when (Verbs.KeepsFromRunning(fault))
        {
            logs.Dispose();
            return (null, $"Verbs of add-ins were not looked up: {fault.Message}");
        }
    }

    /// <summary>Adds what the running add-ins bring; a word that the host has is the host's.</summary>
    public void AddTo(RootCommand root)
    {
        var maker = new VerbMaker(installation.Clock);
        foreach (var verb in installation.Addins.Verbs)
            Add(root, verb.Item.Name, verb.Addin, () => maker.Make(verb));
        var requests = root.Subcommands.Single(command => command.Name == RequestsVerb.Name);
        foreach (var panel in installation.Addins.Panels)
            foreach (var name in PanelVerb.Of(panel.Item))
                Add(requests, name, panel.Addin, () => PanelVerb.Make(installation, panel, name));
    }

    /// <summary>Says which words of add-ins do not count, and which add-ins do not run and so may lack the word that was asked for.</summary>
    public void TellAbsent(TextWriter error)
    {
        foreach (var word in passedOver)
            error.WriteLine(word);
        RunVerb.TellAddins(installation, error);
    }

    public async ValueTask DisposeAsync()
    {
        await installation.DisposeAsync();
        logs.Dispose();
    }

    private void Add(Command parent, string name, string addin, Func<Command> make)
    {
        if (parent.Subcommands.Any(known => known.Name == name))
            passedOver.Add($"{addin} brings the verb '{name}', and there is one of that name already: that one counts.");
        else
            parent.Add(make());
    }
}
