using System.CommandLine;
using System.CommandLine.Parsing;

namespace IllAddins.Host.Cli;

/// <summary>Refuses an empty text where a name must stand, as an unset variable of a shell leaves it behind, and one with a line break, as a file's content has.</summary>
public static class FilledTexts
{
    /// <summary>Looks at every argument of the command and of those below it, and at the options that name a file or whoever acts.</summary>
    public static void Require(Command command)
    {
        foreach (var argument in command.Arguments.OfType<Argument<string>>())
            argument.Validators.Add(result => Check(result, result.Tokens, argument.Name));
        foreach (var option in command.Options.Where(option => option.HelpName == "FILE" || option.Name == "--by"))
            Require(option);
        foreach (var below in command.Subcommands)
            Require(below);
    }

    /// <summary>Looks at one option.</summary>
    public static void Require(Option option) => option.Validators.Add(result => Check(result, result.Tokens, option.Name));

    private static void Check(SymbolResult result, IReadOnlyList<Token> tokens, string name)
    {
        if (tokens is [var token] && string.IsNullOrWhiteSpace(token.Value))
            result.AddError($"{name}: found an empty text, expected a value.");
        else if (tokens is [var several] && several.Value.Any(char.IsControl))
            result.AddError($"{name}: found a line break or another control character, expected one line. Remove it.");
    }
}
