using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using IllAddins.Host.Addins;

namespace IllAddins.Host.Cli.AddinVerbs;

/// <summary>Makes commands of the verbs that add-ins describe.</summary>
public sealed class VerbMaker(TimeProvider clock)
{
    public Command Make(Contributed<CommandLineVerb> verb) => Make(verb, verb.Item.Name);

    private Command Make(Contributed<CommandLineVerb> verb, string words)
    {
        var command = new Command(verb.Item.Name, verb.Item.Help);
        foreach (var name in verb.Item.Verbs.Select(below => below.Name))
            command.Add(Make(verb.Select(known => known.Verbs.FirstOrDefault(below => below.Name == name)), $"{words} {name}"));
        if (verb.Item.RunAsync is not null)
            Run(command, verb, words);
        return command;
    }

    private void Run(Command command, Contributed<CommandLineVerb> verb, string words)
    {
        var values = new Dictionary<string, Func<ParseResult, object?>>();
        foreach (var argument in verb.Item.Arguments)
            values[argument.Name] = Add(command, argument);
        foreach (var option in verb.Item.Options)
            values[option.Name] = Add(command, option);
        var json = Verbs.JsonOption();
        command.Add(json);
        var by = new Option<string>("--by") { Description = "Who does it, for History and audit", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        FilledTexts.Require(by);
        if (verb.Item.Changes)
            command.Add(by);
        command.SetAction((parsed, cancellationToken) => Verbs.GuardAsync(parsed, () =>
        {
            var call = new VerbCall { User = verb.Item.Changes ? parsed.GetRequiredValue(by) : Environment.UserName, Values = Given(values, parsed) };
            return RunAsync(verb, words, call, parsed, parsed.GetValue(json), cancellationToken);
        }));
    }

    private async Task<int> RunAsync(Contributed<CommandLineVerb> verb, string words, VerbCall line, ParseResult parsed, bool json, CancellationToken cancellationToken)
    {
        var call = new AddinCall { Addin = verb.Addin, What = $"verb '{words}'", Limit = Timeout.InfiniteTimeSpan, Clock = clock };
        switch (await verb.RunAsync(call, async (described, token) => Printed(await described.RunAsync!(line, token), json), cancellationToken))
        {
            case AddinOutcome<PrintedAnswer>.Completed { Value: var answer }:
                await parsed.InvocationConfiguration.Output.WriteAsync(answer.Output);
                await parsed.InvocationConfiguration.Error.WriteAsync(answer.Error);
                return answer.Refused ? ExitCode.SomeRefused : ExitCode.Done;
            case AddinOutcome<PrintedAnswer>.Failed failed:
                await parsed.InvocationConfiguration.Error.WriteLineAsync(failed.Message);
                return ExitCode.CannotRun;
            default:
                throw new UnreachableException();
        }
    }

    // Printed inside of the call: an answer that cannot be printed is the add-in's failure too.
    private static PrintedAnswer Printed(VerbAnswer? answer, bool json) =>
        PrintedAnswer.Of(answer ?? throw new InvalidOperationException("It answered null, expected a VerbAnswer."), json);

    private static Dictionary<string, object> Given(Dictionary<string, Func<ParseResult, object?>> values, ParseResult parsed) =>
        values.Select(value => (value.Key, Value: value.Value(parsed))).Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value!);

    private static Func<ParseResult, object?> Add(Command command, VerbArgument described)
    {
        if (described.Value is VerbValue.Number)
        {
            var number = new Argument<long>(described.Name) { Description = described.Help, CustomParser = result => Number(result, described.Name) };
            command.Add(number);
            return parsed => parsed.GetValue(number);
        }

        var text = new Argument<string>(described.Name) { Description = described.Help };
        command.Add(text);
        return parsed => parsed.GetValue(text);
    }

    private static Func<ParseResult, object?> Add(Command command, VerbOption described)
    {
        var name = $"--{described.Name}";
        var shown = described.Allowed.Count > 0 ? string.Join('|', described.Allowed) : described.Value is VerbValue.Number ? "N" : described.Name.ToUpperInvariant();
        switch (described.Value)
        {
            case VerbValue.Flag:
                var flag = new Option<bool>(name) { Description = described.Help };
                command.Add(flag);
                return parsed => parsed.GetValue(flag) ? true : null;
            case VerbValue.Number:
                var number = new Option<long?>(name) { Description = described.Help, HelpName = shown, Required = described.Required, CustomParser = result => Number(result, name) };
                command.Add(number);
                return parsed => parsed.GetValue(number);
            default:
                var text = new Option<string?>(name) { Description = described.Help, HelpName = shown, Required = described.Required, CustomParser = result => Text(result, described) };
                command.Add(text);
                return parsed => parsed.GetValue(text);
        }
    }

    private static string? Text(ArgumentResult result, VerbOption described)
    {
        var found = result.Tokens[0].Value;
        if (described.Allowed.Count == 0)
            return found;
        var known = described.Allowed.FirstOrDefault(allowed => allowed.Equals(found, StringComparison.OrdinalIgnoreCase));
        if (known is null)
            result.AddError($"--{described.Name}: found '{found}', expected one of {string.Join(", ", described.Allowed)}.");
        return known;
    }

    private static long Number(ArgumentResult result, string name)
    {
        var found = result.Tokens[0].Value;
        if (!long.TryParse(found, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            result.AddError($"Found '{found}', expected a whole number for {name}.");
        return number;
    }
}
