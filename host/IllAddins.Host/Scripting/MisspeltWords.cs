using System.Text.RegularExpressions;

namespace IllAddins.Host.Scripting;

/// <summary>Finds the misspelt word of Lua in a line that cannot be read.</summary>
internal static partial class MisspeltWords
{
    // The shorter ones are too near to the names that people give.
    private static readonly string[] Words = ["break", "else", "elseif", "false", "function", "local", "repeat", "return", "then", "true", "until", "while"];

    /// <summary>A question that follows the engine's own words; empty where no word of the line is nearly one of Lua's.</summary>
    /// <param name="source">The script's text.</param>
    /// <param name="line">The line of the error, from 1.</param>
    public static string Question(string source, int line)
    {
        var text = source.Split('\n').ElementAtOrDefault(line - 1) ?? "";
        foreach (var written in Names().EnumerateMatches(text))
        {
            var name = text.Substring(written.Index, written.Length);
            if (!Words.Contains(name) && NearestName.To(name, Words) is { } word)
                return $". Is '{name}' meant to be '{word}'?";
        }

        return "";
    }

    [GeneratedRegex(@"[A-Za-z_]\w{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
