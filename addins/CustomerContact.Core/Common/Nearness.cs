using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Common;

/// <summary>How near a misspelt name is to the known ones.</summary>
internal static class Nearness
{
    /// <summary>Letters to add, drop, change or swap with their neighbour to get from one name to the other; case does not count.</summary>
    public static int Distance(string one, string other)
    {
        var above = new int[other.Length + 1];
        var twoAbove = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = Alike(one[i - 1], other[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && Alike(one[i - 1], other[j - 2]) && Alike(one[i - 2], other[j - 1]))
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
            (twoAbove, above, row) = (above, row, twoAbove);
        }
        return above[other.Length];
    }

    /// <summary>How many letters may differ before a name of this length is no longer a likely misspelling: a third, and two at least.</summary>
    public static int Tolerance(string name) => Math.Max(2, name.Length / 3);

    /// <summary>The names near to the one written, nearest first, three at most; empty when none is near.</summary>
    public static ImmutableArray<string> Near(string written, IEnumerable<string> names) =>
    [
        .. names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(candidate => candidate.Distance <= Tolerance(written))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.OrdinalIgnoreCase)
            .Take(3)
            .Select(candidate => candidate.Name),
    ];

    private static bool Alike(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
