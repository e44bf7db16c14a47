using System.CommandLine;
using IllAddins.Host.Import;

namespace IllAddins.Host.Cli;

/// <summary><c>import</c>: takes users and requests from files into the record.</summary>
public static class ImportVerb
{
    public static Command Make(Verbs verbs)
    {
        var users = new Option<string?>("--users") { Description = "CSV file or JSON array of users; ILLiad's column names, any case and order; a cell NULL, as SQL Server exports it, is no value", HelpName = "FILE" };
        var transactions = new Option<string?>("--transactions") { Description = "CSV file or JSON array of requests; their users must be known or come with --users", HelpName = "FILE" };
        var json = Verbs.JsonOption();
        var command = new Command("import", "Take users and requests from files into the record. A second run changes nothing. "
            + "Bad rows are reported with file, line and column, and the good ones kept; exit code 1 then.") { users, transactions, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(users) is null && result.GetValue(transactions) is null)
                result.AddError("import needs --users FILE, --transactions FILE, or both.");
        });
        verbs.Set(command, async (installation, parsed, cancellationToken) =>
        {
            var order = new ImportOrder { UsersFile = parsed.GetValue(users), TransactionsFile = parsed.GetValue(transactions) };
            var progress = new ProgressLine(parsed.InvocationConfiguration.Error);
            var report = await new RecordImport(installation.Database, installation.Sites, installation.Clock).RunAsync(order, progress, cancellationToken);
            progress.End();
            Print(parsed.InvocationConfiguration.Output, report, parsed.GetValue(json));
            return report.Ending switch
            {
                ImportEnding.Done => ExitCode.Done,
                ImportEnding.SomeRefused => ExitCode.SomeRefused,
                _ => ExitCode.CannotRun,
            };
        });
        return command;
    }

    private static void Print(TextWriter output, ImportReport report, bool json)
    {
        if (json)
            Verbs.Print(output, new { report.Files, report.NewSites, report.Problems, report.ProblemCount, Ending = report.Ending.ToString() });
        else
            foreach (var line in ImportWords.Lines(report))
                output.WriteLine(line);
    }

    /// <summary>One line that is written over on a terminal; a log gets no progress.</summary>
    private sealed class ProgressLine(TextWriter error) : IProgress<ImportProgress>
    {
        private readonly bool shown = !Console.IsErrorRedirected;

        public void Report(ImportProgress value)
        {
            if (shown)
                error.Write($"\r{ImportWords.Progress(value)}   ");
        }

        public void End()
        {
            if (shown)
                error.Write("\r" + new string(' ', 78) + "\r");
        }
    }
}
