using System.CommandLine;
using System.Diagnostics;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Cli.Scripts;

/// <summary><c>scripts publish</c>, <c>restore</c> and <c>unpark</c>: what makes a text decide.</summary>
public static class PublishVerbs
{
    public static Command Publish(Verbs verbs)
    {
        var (site, note, by) = (PlaceOption.Make(), NoteOption(), ByOption("publishes it"));
        var file = new Argument<string>("FILE") { Description = "The text to publish" };
        var publish = new Command("publish", "Check a text and make it decide for a site: it becomes a version, and is written into the site's file. Exit code 1 if it may not decide.") { file, site, note, by };
        verbs.Set(publish, async (installation, parsed, cancellationToken) =>
        {
            await installation.StartAddinsAsync(cancellationToken);
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            var content = await NamedFile.ReadAsync(parsed.GetRequiredValue(file), "the text of a script", cancellationToken);
            var outcome = installation.Scripts.Publishing.Publish(place.Place, content, parsed.GetRequiredValue(by), parsed.GetRequiredValue(note));
            return Tell(parsed, outcome, place.Place, 0);
        });
        return publish;
    }

    public static Command Restore(Verbs verbs)
    {
        var (site, note, by, number) = (PlaceOption.Make(), NoteOption(), ByOption("publishes it"), NumberOption(required: true));
        var restore = new Command("restore", "Publish the text of an earlier version again, as a new version, with the libraries that it had then. Exit code 1 if there is none of that number.") { site, number, note, by };
        verbs.Set(restore, async (installation, parsed, cancellationToken) =>
        {
            await installation.StartAddinsAsync(cancellationToken);
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            var wanted = parsed.GetValue(number)!.Value;
            return Tell(parsed, installation.Scripts.Publishing.Restore(place.Place, wanted, parsed.GetRequiredValue(by), parsed.GetRequiredValue(note)), place.Place, wanted);
        });
        return restore;
    }

    public static Command Unpark(Verbs verbs)
    {
        var (site, by) = (PlaceOption.Make(), ByOption("wants it"));
        var unpark = new Command("unpark", "Have a script asked again that was parked after too many faults. Exit code 1 if it is not parked.") { site, by };
        verbs.Set(unpark, async (installation, parsed, cancellationToken) =>
        {
            if (await PlaceOption.FindAsync(installation, parsed, site, cancellationToken) is not { } place)
                return ExitCode.SomeRefused;
            if (!installation.Scripts.Publishing.Unpark(place.Place, parsed.GetRequiredValue(by)))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"The script of {place.Place} is not parked.");
                return ExitCode.SomeRefused;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"The script of {place.Place} is asked again from the next sweep on.");
            return ExitCode.Done;
        });
        return unpark;
    }

    /// <summary>The option that names a version.</summary>
    public static Option<int?> NumberOption(bool required) =>
        new("--version") { Description = "The version's number, as in 'scripts versions'", HelpName = "N", Required = required, CustomParser = Verbs.NumberOrNone };

    private static Option<string> NoteOption() => new("--note") { Description = "What is said of the version in the list", DefaultValueFactory = _ => "" };

    private static Option<string> ByOption(string does) => new("--by") { Description = $"Who {does}", DefaultValueFactory = _ => Environment.UserName };

    private static int Tell(ParseResult parsed, PublishOutcome outcome, string place, int wanted)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        switch (outcome)
        {
            case PublishOutcome.Published published:
                output.WriteLine($"{published.File} v{published.Number} is live. Requests that rest or are held are decided again at the next sweep.");
                if (published.LibrariesOfTheirOwn.Count > 0)
                    output.WriteLine($"It decides with {string.Join(", ", published.LibrariesOfTheirOwn)} as kept with that version, which is not what lies in the scripts folder now. Once such a file is edited, the folder's counts again.");
                return ExitCode.Done;
            case PublishOutcome.Already already:
                output.WriteLine($"{already.File} v{already.Number} is live: it has this very text.");
                return ExitCode.Done;
            case PublishOutcome.Refused refused:
                error.WriteLine($"Not published: {refused.Why}");
                return ExitCode.SomeRefused;
            case PublishOutcome.Missing:
                error.WriteLine($"Not restored: {place} has no version {wanted} with a text. See: scripts versions --site {place}");
                return ExitCode.SomeRefused;
            default:
                throw new UnreachableException();
        }
    }
}
