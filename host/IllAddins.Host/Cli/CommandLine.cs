using System.CommandLine;
using IllAddins.Host.Cli.AddinVerbs;
using IllAddins.Host.Cli.Calendars;
using IllAddins.Host.Cli.Demo;
using IllAddins.Host.Cli.Scripts;

namespace IllAddins.Host.Cli;

/// <summary>The command line: reads it, and runs its verb.</summary>
public static class CommandLine
{
    // A mail on its way is waited for after Ctrl+C.
    private static readonly TimeSpan Termination = TimeSpan.FromMinutes(1);

    /// <summary>Runs a command line; one that cannot be understood is told with the verb's help.</summary>
    /// <param name="args">The words of the line.</param>
    /// <param name="clock">The clock of all parts.</param>
    /// <param name="output">Takes answers.</param>
    /// <param name="error">Takes everything else.</param>
    /// <param name="load">How add-ins' code is brought in; null for a generation of its own at each start.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TimeProvider clock, TextWriter output, TextWriter error, Addins.LoadAddin? load = null)
    {
        var folders = new FolderOptions();
        var verbs = new Verbs(folders, clock, load);
        var root = Root(folders, verbs);
        var parsed = root.Parse(args);
        if (!AddinWords.AreAsked(parsed))
            return await InvokeAsync(parsed, output, error);
        var (opened, whyNot) = await AddinWords.OpenAsync(verbs, parsed);
        await using var words = opened;
        words?.AddTo(root);
        parsed = root.Parse(args);
        var code = await InvokeAsync(parsed, output, error);
        // Below the help, where it is read.
        if (AddinWords.AreAsked(parsed))
            words?.TellAbsent(error);
        if (whyNot is not null)
            await error.WriteLineAsync(whyNot);
        return code;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, TextWriter output, TextWriter error)
    {
        // Standard output is the answer of a verb: a machine must not find help there.
        var refused = parsed.Errors.Count > 0;
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = Termination, Output = refused ? error : output, Error = error };
        var code = await parsed.InvokeAsync(invocation);
        return refused ? ExitCode.CannotRun : code;
    }

    private static RootCommand Root(FolderOptions folders, Verbs verbs)
    {
        var root = new RootCommand("""
            IllAddins tells library patrons that their interlibrary loans have arrived: at the right moment, once, in the right words.
            Exit codes: 0 done; 1 some input was refused, or something needs staff; 2 cannot run.
            """)
        {
            RunVerb.Make(verbs),
            DemoVerb.Make(verbs),
            ImportVerb.Make(verbs),
            SweepVerb.Make(verbs),
            RequestsVerb.Make(verbs),
            ScriptsVerb.Make(verbs),
            SitesVerb.Make(verbs),
            CalendarsVerb.Make(verbs),
            ForecastVerb.Make(verbs),
            AddinsVerb.Make(verbs),
            UsersVerb.Make(verbs),
            KeysVerb.Make(verbs),
            SettingsVerb.Make(verbs),
            AuditVerb.Make(verbs),
        };
        folders.AddTo(root);
        FilledTexts.Require(root);
        return root;
    }
}
