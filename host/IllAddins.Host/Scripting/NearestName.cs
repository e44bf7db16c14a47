namespace IllAddins.Host.Scripting;

/// <summary>Finds the name that somebody meant.</summary>
internal static class NearestName
{
    /// <summary>The name nearest to the one written: the same but for capitals, else at most a third of its letters apart; null where none is near.</summary>
    public static string? To(string written, IEnumerable<string> names)
    {
        var best = (Name: (string?)null, Distance: Math.Max(1, written.Length / 3) + 1);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (string.Equals(name, written, StringComparison.OrdinalIgnoreCase))
                return name;
            if (Math.Abs(name.Length - written.Length) < best.Distance && Distance(written, name) is var distance && distance < best.Distance)
                best = (name, distance);
        }

        return best.Name;
    }

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour, capitals apart.</summary>
    private static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, one, other, i, j);
        return rows[one.Length, other.Length];
    }

    private static int Step(int[,] rows, string one, string other, int i, int j)
    {
        var change = rows[i - 1, j - 1] + (Same(one[i - 1], other[j - 1]) ? 0 : 1);
        var least = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
        return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
