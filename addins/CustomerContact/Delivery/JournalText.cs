namespace IllAddins.CustomerContact.Delivery;

/// <summary>What stands in the journal of a dead process.</summary>
internal sealed class JournalText
{
    public const string Handing = "handing ";
    public const string Accepted = "answered yes ";
    public const string Refused = "answered no ";

    private readonly Dictionary<string, int> open = [];
    private readonly HashSet<string> accepted = [];
    private readonly bool complete;

    /// <summary>Reads it.</summary>
    /// <param name="text">The whole file. Its last line may be cut short: a line that could not be written whole stopped the dot.</param>
    /// <param name="bootLine">The first line of the journals of this start of the machine; those of an earlier one may lack lines, since they are not synced.</param>
    public JournalText(string text, string bootLine)
    {
        var lines = text.Split('\n');
        var whole = lines[0] == bootLine;
        foreach (var line in lines.Skip(1).SkipLast(1))
            whole &= Take(line);
        complete = whole;
    }

    /// <summary>The notices of which a server has, or may have, the whole text.</summary>
    public IEnumerable<string> MayHaveLeft => accepted.Concat(open.Where(notice => notice.Value > 0).Select(notice => notice.Key)).Distinct();

    /// <summary>What it says of one notice. Where lines are missing or damaged, that there is none proves nothing.</summary>
    public HandedOver Of(string messageId) =>
        accepted.Contains(messageId) ? HandedOver.Accepted : complete && open.GetValueOrDefault(messageId) <= 0 ? HandedOver.Never : HandedOver.Unanswered;

    /// <returns>False where the line is none that was ever written.</returns>
    private bool Take(string line)
    {
        if (After(line, Handing) is { } handed)
            open[handed] = open.GetValueOrDefault(handed) + 1;
        else if (After(line, Refused) is { } refused)
            open[refused] = open.GetValueOrDefault(refused) - 1;
        else if (After(line, Accepted) is { } taken)
            accepted.Add(taken);
        else
            return false;
        return true;
    }

    private static string? After(string line, string word) => line.StartsWith(word, StringComparison.Ordinal) && !line.Contains('\0', StringComparison.Ordinal) ? line[word.Length..] : null;
}
