namespace IllAddins.Host.Cli.Scripts;

/// <summary>What changed from one text to another, line by line.</summary>
public static class LineDifference
{
    // Two texts of 5,000 lines; longer ones are told whole.
    private const long MostPairs = 25_000_000;

    /// <summary>Every line of both, in order, after <c>"  "</c> where it is in both, <c>"- "</c> in the first alone, <c>"+ "</c> in the second alone.</summary>
    public static IEnumerable<string> Of(string from, string to)
    {
        var (old, young) = (Lines(from), Lines(to));
        return (long)old.Length * young.Length > MostPairs
            ? [.. old.Select(line => $"- {line}"), .. young.Select(line => $"+ {line}")]
            : Merged(old, young);
    }

    private static IEnumerable<string> Merged(string[] old, string[] young)
    {
        var common = Common(old, young);
        var (at, into) = (0, 0);
        while (at < old.Length || into < young.Length)
        {
            if (at < old.Length && into < young.Length && old[at] == young[into])
            {
                yield return $"  {old[at]}";
                (at, into) = (at + 1, into + 1);
            }
            else if (into == young.Length || (at < old.Length && common[at + 1, into] >= common[at, into + 1]))
            {
                yield return $"- {old[at++]}";
            }
            else
            {
                yield return $"+ {young[into++]}";
            }
        }
    }

    // How many lines two rests have in common at the most.
    private static int[,] Common(string[] old, string[] young)
    {
        var common = new int[old.Length + 1, young.Length + 1];
        for (var at = old.Length - 1; at >= 0; at--)
            for (var into = young.Length - 1; into >= 0; into--)
                common[at, into] = old[at] == young[into] ? common[at + 1, into + 1] + 1 : Math.Max(common[at + 1, into], common[at, into + 1]);
        return common;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
