using System.CommandLine;
using IllAddins.Host.Addins;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli;

/// <summary><c>run</c>: serves the screens and keeps the sweeps going.</summary>
public static class RunVerb
{
    public static Option<string> ListenOption()
    {
        var listen = new Option<string>("--listen")
        {
            Description = "Address to listen on. Behind a proxy keep it on 127.0.0.1; port 0 takes a free one",
            HelpName = "URL",
            DefaultValueFactory = _ => ListenAddress.Default,
        };
        listen.Validators.Add(result =>
        {
            if (ListenAddress.Problem(result.GetValue(listen) ?? "") is { } problem)
                result.AddError(problem);
        });
        return listen;
    }

    public static Command Make(Verbs verbs)
    {
        var listen = ListenOption();
        var command = new Command("run", "Serve the screens and keep every site's sweeps going, until Ctrl+C.") { listen };
        command.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, async () =>
        {
            using var logs = Verbs.Logs(LogLevel.Information);
            await using var installation = await verbs.OpenAsync(parsed, logs, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            TellAddins(installation, output);
            if ((await new StaffAccounts(installation.Database, installation.Clock).AllAsync(cancellationToken)).Count == 0)
                await output.WriteLineAsync("Nobody can sign in yet. In another terminal: users add NAME --role admin, with the same --data.");
            await Serving.RunAsync(installation, new SweepPace(), parsed.GetRequiredValue(listen), (urls, _) => output.WriteLine($"Serving {string.Join(", ", urls)}. Ctrl+C ends it."), cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>Says which add-ins do not run, and why.</summary>
    public static void TellAddins(Installation installation, TextWriter output)
    {
        foreach (var entry in installation.Addins.Entries.Where(entry => entry.State is not AddinState.Running))
            output.WriteLine(AddinStateWords.Of(entry.State));
    }
}
