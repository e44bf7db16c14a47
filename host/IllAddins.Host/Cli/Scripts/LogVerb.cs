using System.CommandLine;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>scripts log</c>: what a site's script has logged.</summary>
public static class LogVerb
{
    private const int Usual = 100;

    public static Command Make(Verbs verbs)
    {
        var site = new Option<string>("--site") { Description = "The site's code (NVTGC)", HelpName = "S", Required = true };
        var tail = Verbs.Within(
            new("--tail") { Description = $"How many of the newest lines, 1 to {ScriptLogbook.MostLines}", HelpName = "N", DefaultValueFactory = _ => Usual, CustomParser = Verbs.Number }, 1, ScriptLogbook.MostLines);
        var json = Verbs.JsonOption();
        var log = new Command("log", "Print what the script has logged about a site's requests with log(text), the newest lines last.") { site, tail, json };
        verbs.Set(log, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            var lines = installation.Scripts.Log.Tail(place.Place, parsed.GetValue(tail));
            if (parsed.GetValue(json))
                Verbs.Print(parsed.InvocationConfiguration.Output, lines.Select(line => new { At = line.LoggedAt, line.Script, line.Line }));
            else
                foreach (var line in lines)
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"{place.Local(line.LoggedAt)}  {line.Script}  {line.Line}");
            return ExitCode.Done;
        });
        return log;
    }
}
