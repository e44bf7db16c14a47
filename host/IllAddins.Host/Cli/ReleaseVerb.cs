using System.CommandLine;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli;

/// <summary><c>requests release TN</c>: lets a request go that its site's script holds.</summary>
public static class ReleaseVerb
{
    private const string Name = "release";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Command Make(Verbs verbs)
    {
        var number = new Argument<int>("TN") { Description = "The transaction number", CustomParser = Verbs.Number };
        var by = new Option<string>("--by") { Description = "Who releases it, for History", DefaultValueFactory = _ => Environment.UserName };
        var release = new Command(Name, "Release a request that its site's script holds until staff release it; the next sweep routes it. Exit code 1 if nothing was released.") { number, by };
        verbs.Set(release, async (installation, parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var answer = await ReleaseAsync(installation, parsed.GetRequiredValue(number), parsed.GetRequiredValue(by), cancellationToken);
            await (answer.Refused ? error : output).WriteLineAsync(answer.Message);
            return answer.Refused ? ExitCode.SomeRefused : ExitCode.Done;
        });
        return release;
    }

    private static async Task<CommandAnswer> ReleaseAsync(Installation installation, int number, string by, CancellationToken cancellationToken)
    {
        if ((await installation.Record.FindAsync([number], cancellationToken)).SingleOrDefault() is not { } request)
            return Refused($"There is no request {number} in {installation.Folders.Data}. Check the number, or name another data folder with --data.");
        await installation.StartAddinsAsync(cancellationToken);
        var found = installation.Addins.Panels.FirstOrDefault(panel => panel.Item.Commands.Any(command => command.Name == Name));
        if (found is null)
            return Refused($"{number} was not released: no add-in that runs can release requests. See: addins list");
        var call = new AddinCall { Addin = found.Addin, What = $"command '{Name}'", Limit = Limit, Clock = installation.Clock };
        var order = new CommandCall { User = by, Rows = [new SelectedRow { TransactionNumber = number, ArrivalId = request.ArrivalId }] };
        return await found.RunAsync(call, (panel, token) => panel.Commands.First(command => command.Name == Name).RunAsync(order, token), cancellationToken) switch
        {
            AddinOutcome<CommandAnswer>.Completed done => done.Value,
            AddinOutcome<CommandAnswer>.Failed failed => Refused($"{number} was not released: {failed.Message}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
