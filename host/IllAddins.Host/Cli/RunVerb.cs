using System.CommandLine;
using System.CommandLine.Parsing;
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
        var safe = new Option<bool>("--safe-mode") { Description = $"Start the core add-in, {CoreAddin.Name}, alone" };
        var supervised = new Option<bool>("--supervised") { Description = "Start the host as a process of its own, and again when it crashes" };
        // The word by which the parent calls the host.
        var child = new Option<bool>("--until-input-ends") { Hidden = true };
        // Where other programs of ASP.NET Core have their address.
        var urls = new Option<string>("--urls") { Hidden = true };
        urls.Validators.Add(result => result.AddError($"The address to listen on is named with {listen.Name}, e.g. {listen.Name} {ListenAddress.Default}; --urls is no option here."));
        var command = new Command("run", "Serve the screens and keep every site's sweeps going, until Ctrl+C.") { listen, urls, safe, supervised, child };
        command.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, async () =>
        {
            if (parsed.GetValue(supervised))
                return await SuperviseAsync(parsed, verbs, parsed.GetResult(supervised)!, child.Name, cancellationToken);
            var stop = parsed.GetValue(child) ? SupervisedEnd.Of(Console.OpenStandardInput(), verbs.Clock, cancellationToken) : cancellationToken;
            try
            {
                await ServeAsync(parsed, verbs, parsed.GetRequiredValue(listen), parsed.GetValue(safe), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Told to stop while it started: that is done, too.
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task ServeAsync(ParseResult parsed, Verbs verbs, string listen, bool safe, CancellationToken stop)
    {
        using var logs = Verbs.Logs(LogLevel.Information);
        await using var installation = await verbs.OpenAsync(parsed, logs, stop);
        var output = parsed.InvocationConfiguration.Output;
        await Verbs.StartAddinsAsync(installation, stop, safe);
        TellAddins(installation, output);
        if ((await new StaffAccounts(installation.Database, installation.Clock).AllAsync(stop)).Count == 0)
            await output.WriteLineAsync("Nobody can sign in yet. In another terminal: users add NAME --role admin, with the same --data.");
        await TellServerlessAsync(installation, output, stop);
        if (installation.Settings.Trouble([.. (await installation.Sites.AllAsync(stop)).Select(site => site.NVTGC)]) is { } trouble)
            await output.WriteLineAsync(trouble);
        if (!Directory.Exists(installation.Folders.Scripts))
            await output.WriteLineAsync($"There is no scripts folder {installation.Folders.Scripts}: each site goes on with the script that decided last, or rests for its default delay. Make it, or name another with --scripts DIR.");
        await Serving.RunAsync(installation, new SweepPace(), listen, (urls, _) => output.WriteLine($"Serving {string.Join(", ", urls)}. Ctrl+C ends it."), stop);
    }

    // Without a server mails count as sent once they lie in the folder, which nobody may have meant.
    private static async Task TellServerlessAsync(Installation installation, TextWriter output, CancellationToken cancellationToken)
    {
        bool IsSaid(string prefix) => installation.Settings.Value($"{prefix}Host") is { Length: > 0 } || installation.Settings.Value($"{prefix}PickupFolder") is { Length: > 0 };
        var serverless = IsSaid("Mail:") ? [] : (await installation.Sites.AllAsync(cancellationToken)).Where(site => !IsSaid($"Mail:Sites:{site.NVTGC}:")).Select(site => site.NVTGC).ToList();
        if (serverless.Count > 0)
            await output.WriteLineAsync($"No mail server is set for {string.Join(", ", serverless)}: mails are written as files into {Path.Combine(installation.Folders.Data, "mail")} and count as sent. "
                + $"Set Mail:Host in {Path.Combine(installation.Folders.Data, "appsettings.json")}; README lists the settings.");
    }

    private static Task<int> SuperviseAsync(ParseResult parsed, Verbs verbs, OptionResult supervised, string child, CancellationToken cancellationToken)
    {
        Token[] own = [supervised.IdentifierToken!, .. supervised.Tokens];
        var args = parsed.Tokens.Where(token => !own.Contains(token)).Select(token => token.Value);
        var parent = new Supervision(verbs.FoldersOf(parsed, Environment.CurrentDirectory).Data, verbs.Clock, parsed.InvocationConfiguration.Error);
        return parent.RunAsync(Supervision.Again([.. args, child]), cancellationToken);
    }

    /// <summary>Says which add-ins do not run, and why.</summary>
    public static void TellAddins(Installation installation, TextWriter output)
    {
        foreach (var entry in installation.Addins.Entries.Where(entry => entry.State is not AddinState.Running))
            output.WriteLine(AddinStateWords.Why(entry.State) is { } why && why.Contains(entry.Name, StringComparison.Ordinal) ? AddinStateWords.Of(entry.State) : $"{entry.Name}: {AddinStateWords.Of(entry.State)}");
    }
}
