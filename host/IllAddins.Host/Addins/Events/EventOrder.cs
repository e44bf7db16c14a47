namespace IllAddins.Host.Addins.Events;

/// <summary>What was read of one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Events">In the order of their numbers.</param>
/// <param name="Last">The number of the source's last event at that moment.</param>
/// <param name="More">Whether there is more to read after these.</param>
public sealed record SourcePart(string Source, IReadOnlyList<IllEvent> Events, long Last, bool More);

/// <summary>Puts the events of several sources, read as of one moment, into one order: each source's own, and between sources that of time.</summary>
public static class EventOrder
{
    /// <returns>The events up to where a source breaks off that has more: what another one has after that may be later than the rest of this one.</returns>
    public static IReadOnlyList<IllEvent> Of(IReadOnlyList<SourcePart> parts)
    {
        var (told, next) = (new List<IllEvent>(), new int[parts.Count]);
        while (true)
        {
            var first = -1;
            for (var i = 0; i < parts.Count; i++)
            {
                if (next[i] < parts[i].Events.Count)
                    first = first < 0 || parts[i].Events[next[i]].At < parts[first].Events[next[first]].At ? i : first;
                else if (parts[i].More)
                    return told;
            }

            if (first < 0)
                return told;
            told.Add(parts[first].Events[next[first]++]);
        }
    }
}
