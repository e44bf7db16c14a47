using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Letters;

/// <summary>A code for scanners as rows of dark and light modules, without the quiet zone around it.</summary>
/// <param name="Columns">Modules in a row.</param>
/// <param name="Dark">The modules row by row; a bar code is one row.</param>
public sealed record CodePicture(int Columns, ImmutableArray<bool> Dark)
{
    public int Rows => Dark.Length / Columns;

    /// <summary>The dark parts of a row: where each begins and how many modules it is long.</summary>
    public IEnumerable<(int Start, int Length)> Bars(int row)
    {
        for (var start = 0; start < Columns; start++)
        {
            var end = start;
            while (end < Columns && Dark[row * Columns + end])
                end++;
            if (end > start)
                yield return (start, end - start);
            start = Math.Max(start, end);
        }
    }
}
