using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli.AddinVerbs;

/// <summary><c>requests NAME TN</c>: a command of an add-in's panel, e.g. <c>requests release 482753</c>.</summary>
public static class PanelVerb
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The commands of a panel that a line can make up: about the request itself, and without a dialog.</summary>
    public static IEnumerable<string> Of(RequestPanel panel) => panel.Commands.Where(command => !command.ForRows && command.AskAsync is null).Select(command => command.Name);

    public static Command Make(Installation installation, Contributed<RequestPanel> panel, string name)
    {
        var command = panel.Select(known => known.Commands.FirstOrDefault(one => one.Name == name));
        var number = new Argument<int>("TN") { Description = "The transaction number", CustomParser = Verbs.Number };
        var by = new Option<string>("--by") { Description = "Who does it, for History", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        FilledTexts.Require(by);
        var verb = new Command(name, $"{command.Item.Help} Exit code 1 if nothing was done.") { number, by };
        verb.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, async () =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var answer = await RunAsync(installation, command, parsed.GetRequiredValue(number), parsed.GetRequiredValue(by), cancellationToken);
            await (answer.Refused ? error : output).WriteLineAsync(answer.Message);
            return answer.Refused ? ExitCode.SomeRefused : ExitCode.Done;
        }));
        return verb;
    }

    private static async Task<CommandAnswer> RunAsync(Installation installation, Contributed<PanelCommand> command, int number, string by, CancellationToken cancellationToken)
    {
        if ((await installation.Record.FindAsync([number], cancellationToken)).SingleOrDefault() is not { } request)
            return Refused($"There is no request {number} in {installation.Folders.Data}. Check the number, or name another data folder with --data.");
        var call = new AddinCall { Addin = command.Addin, What = $"command '{command.Item.Name}'", Limit = Limit, Clock = installation.Clock };
        var order = new CommandCall { User = by, Rows = [new SelectedRow { TransactionNumber = number, ArrivalId = request.ArrivalId }] };
        return await command.RunAsync(call, (known, token) => known.RunAsync(order, token), cancellationToken) switch
        {
            AddinOutcome<CommandAnswer>.Completed done => done.Value,
            AddinOutcome<CommandAnswer>.Failed failed => Refused(failed.Message),
            _ => throw new UnreachableException(),
        };
    }

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
