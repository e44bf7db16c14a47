namespace IllAddins.Host.Scripting.Waiting;

/// <summary>Looking up in sorted lists by halving.</summary>
public static class Sorted
{
    /// <summary>The index of the first entry whose key is at or after the sought one; the list's length where there is none.</summary>
    public static int AtOrAfter<T, TKey>(IReadOnlyList<T> entries, TKey sought, Func<T, TKey> key)
        where TKey : IComparable<TKey>
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (key(entries[middle]).CompareTo(sought) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
