using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with a verb that an add-in registers, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static partial class VerbFlaw
{
    /// <summary>The options that every verb has from the host.</summary>
    public static readonly IReadOnlyList<string> HostOptions = ["json", "by", "data", "addins", "scripts", "help", "version"];

    public static string? Of(CommandLineVerb verb) => Of(verb, "");

    private static string? Of(CommandLineVerb verb, string before)
    {
        var name = $"{before}{verb.Name}";
        return Named(verb, name)
            ?? Shape(verb, name)
            ?? Arguments(verb, name)
            ?? Options(verb, name)
            ?? verb.Verbs.Select(below => Of(below, name + " ")).FirstOrDefault(flaw => flaw is not null);
    }

    private static string? Named(CommandLineVerb verb, string name) =>
        verb.Name is null || !Word().IsMatch(verb.Name)
            ? $"the verb '{name}'. Its name is a word of the command line: lower case letters, digits and single hyphens, e.g. '{RegistrationFlaw.Hyphenated(verb.Name ?? "")}'."
        : string.IsNullOrWhiteSpace(verb.Help) ? $"the verb '{name}' without Help. Say in a sentence what it does."
        : null;

    private static string? Shape(CommandLineVerb verb, string name) =>
        verb.Verbs is null || verb.Arguments is null || verb.Options is null ? $"the verb '{name}' with a list that is null. Leave it out instead."
        : verb.Verbs.Count > 0 == verb.RunAsync is not null ? $"the verb '{name}', which needs either verbs below it or RunAsync, and has {(verb.RunAsync is null ? "neither" : "both")}."
        : Twice(verb.Verbs.Select(below => below.Name)) is { } twice ? $"the verb '{name}' with two verbs named '{twice}' below it. Rename one."
        : Twice(verb.Arguments.Select(argument => argument.Name).Concat(verb.Options.Select(option => option.Name))) is { } same
            ? $"the verb '{name}' with two values named '{same}'. Rename one."
        : null;

    private static string? Arguments(CommandLineVerb verb, string name) =>
        verb.Arguments.FirstOrDefault(argument => string.IsNullOrWhiteSpace(argument.Name) || argument.Help is null || argument.Value is VerbValue.Flag) is { } odd
            ? $"the verb '{name}' with the argument '{odd.Name}'. It needs a name and Help, and can be a text or a number."
            : null;

    private static string? Options(CommandLineVerb verb, string name) =>
        verb.Options.FirstOrDefault(option => option.Name is null || !Word().IsMatch(option.Name) || option.Help is null || option.Allowed is null) is { } bad
            ? $"the verb '{name}' with the option '{bad.Name}'. It needs Help, and a name of lower case letters, digits and single hyphens, without dashes before it."
        : verb.Options.FirstOrDefault(option => HostOptions.Contains(option.Name)) is { } taken
            ? $"the verb '{name}' with the option '{taken.Name}', which the host has for every verb. Rename it."
        : null;

    private static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Word();
}
