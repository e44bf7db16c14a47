using System.CommandLine;
using System.Globalization;
using IllAddins.Host.Addins.Events;

namespace IllAddins.Host.Cli;

/// <summary><c>addins events</c>: how far the listeners of add-ins were told what has happened.</summary>
internal static class EventVerbs
{
    public static Command Events(Verbs verbs)
    {
        var json = Verbs.JsonOption();
        var pass = new Option<string[]>("--pass")
        {
            Description = "Have the listener of the add-in passed over the event at which it fails; an event that nobody can handle keeps all later ones waiting",
            HelpName = "ADDIN LISTENER",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var by = new Option<string>("--by") { Description = "Who has it passed over", DefaultValueFactory = _ => Environment.UserName };
        var events = new Command("events", "Say how far each listener was told what has happened, and what it fails at. Exit code 1 if one fails.") { json, pass, by };
        verbs.Set(events, async (installation, parsed, cancellationToken) =>
        {
            var (cursors, output) = (new EventCursors(installation.Database, installation.Clock), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(pass) is [var addin, var listener])
                return await PassAsync(installation, cursors, (addin, listener, parsed.GetValue(by)!), output, parsed.InvocationConfiguration.Error, cancellationToken);
            var all = await cursors.AllAsync(cancellationToken);
            if (parsed.GetValue(json))
                Verbs.Print(output, all);
            else
                Print(output, all);
            return all.All(one => one.Trouble is null) ? ExitCode.Done : ExitCode.SomeRefused;
        });
        return events;
    }

    private static async Task<int> PassAsync(
        Installation installation, EventCursors cursors, (string Addin, string Listener, string By) who, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (await cursors.PassAsync(who.Addin, who.Listener, cancellationToken) is not { } passed)
        {
            await error.WriteLineAsync($"The listener '{who.Listener}' of {who.Addin} fails at no event. See: addins events");
            return ExitCode.SomeRefused;
        }

        await installation.Audit.AddAsync(
            who.Addin, new AuditEntry { By = who.By, Act = "pass over an event", Subject = $"listener '{who.Listener}'", Detail = $"{passed.Event}: {passed.Message}" }, null, cancellationToken);
        await output.WriteLineAsync($"{who.Addin} is not told of {passed.Event} any more: its listener '{who.Listener}' goes on after it when it would have been tried again, at {passed.NextTryAt}.");
        return ExitCode.Done;
    }

    private static void Print(TextWriter output, IReadOnlyList<ListenerStand> all)
    {
        output.WriteLine($"{"Add-in",-24} {"Listener",-20} {"Told up to",-40} Last came on (UTC)");
        foreach (var one in all)
        {
            var numbers = string.Join(' ', one.Numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Key}/{number.Value}")));
            output.WriteLine($"{one.Addin,-24} {one.Listener,-20} {numbers,-40} {one.ToldAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}");
            if (one.Trouble is { } trouble)
                output.WriteLine($"{"",45} {trouble.Failures} failures in a row; next try {trouble.NextTryAt}. {trouble.Message}");
        }
    }
}
