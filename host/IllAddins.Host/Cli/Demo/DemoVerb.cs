using System.CommandLine;
using IllAddins.Host.Import;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Web;

namespace IllAddins.Host.Cli.Demo;

/// <summary><c>demo</c>: everything at once, with made-up requests, in a temporary folder.</summary>
public static class DemoVerb
{
    private const string Account = "demo";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);

    public static Command Make(Verbs verbs)
    {
        var listen = RunVerb.ListenOption();
        var command = new Command("demo", "Try it out: 3 sites and about 200 made-up requests in a temporary folder, e-mails as files, a sweep every 10 seconds. Ctrl+C ends it.") { listen };
        command.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, async () =>
        {
            var home = Directory.CreateTempSubdirectory("illaddins-demo-").FullName;
            var folders = verbs.FoldersOf(parsed, home);
            using var logs = Verbs.Logs(LogLevel.Warning);
            if (File.Exists(folders.Database))
                throw new InvalidOperationException($"The demo makes up users and requests, and {folders.Data} holds a database already. Start it without --data, or with a new folder.");
            // No settings of the environment: a mail server named there must not get the demo's mails.
            await using var installation = await Installation.OpenAsync(folders, verbs.Clock, logs, withEnvironment: false, cancellationToken);
            await FillAsync(installation, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await Verbs.StartAddinsAsync(installation, cancellationToken);
            RunVerb.TellAddins(installation, output);
            await Serving.RunAsync(
                installation,
                new SweepPace { Interval = SweepEvery },
                parsed.GetRequiredValue(listen),
                (urls, links) => Tell(output, folders, urls.First() + links.Issue(Account)),
                cancellationToken);
            await output.WriteLineAsync($"Ended. The demo's folder is still there: {home}");
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task FillAsync(Installation installation, CancellationToken cancellationToken)
    {
        LayScripts(installation.Folders.Scripts);
        foreach (var (code, change) in DemoSites.All)
            await new SiteWrites(installation.Database, installation.Sites, installation.Clock).SetAsync(code, change, AuditTrail.ByItself, cancellationToken);
        foreach (var (code, location, changes) in DemoSites.Calendars)
            await new CalendarWrites(installation.Database, installation.Clock).ChangeAsync(code, location, changes, AuditTrail.ByItself, cancellationToken);
        var (users, transactions) = DemoRecord.Write(installation.Folders.Data, installation.Clock.GetUtcNow());
        var order = new ImportOrder { UsersFile = users, TransactionsFile = transactions };
        var report = await new RecordImport(installation.Database, installation.Sites, installation.Clock).RunAsync(order, null, cancellationToken);
        if (report.Ending != ImportEnding.Done)
            throw new InvalidOperationException($"The demo's own requests were refused: {string.Join(" ", ImportWords.Lines(report))}");
        var accounts = new StaffAccounts(installation.Database, installation.Clock);
        // Nobody knows this password: the demo is entered by its one-time link.
        await accounts.AddAsync(Account, Access.Admin, Guid.NewGuid().ToString(), AuditTrail.ByItself, cancellationToken);
    }

    // Scripts that are there already are the visitor's own.
    private static void LayScripts(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var source = Path.Combine(AppContext.BaseDirectory, "Cli", "Demo", "scripts");
        foreach (var script in Directory.EnumerateFiles(source, "*.lua", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, script));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(script, target);
        }
    }

    private static void Tell(TextWriter output, HostFolders folders, string link) => output.WriteLine($"""

        IllAddins demo: 3 sites (MAIN, LAW, MED), about 200 made-up requests, a sweep every 10 seconds.

          Sign in (this link works once, within the hour):
            {link}

          Try first
            1. Customer Contact: look at Needs attention, each row with its reason.
            2. Select rows under Phone and press 'Notified via Phone'; select some under Mail and press 'Print Notifications'.
            3. Open a request (double click, or Enter): its notices, its history, and why.
            4. Edit {Path.Combine(folders.Scripts, "MED", "notify.lua")}: it has a fault; mend it, and the next sweep goes on.

          E-mails that went out: {Path.Combine(folders.Data, "mail")}
          Ctrl+C ends the demo.

        """);
}
