namespace IllAddins.Host.Scripting.Answers;

/// <summary>What a script's constructors made: the script holds numbers which only the host can give out and read.</summary>
internal sealed class MadeAnswers
{
    /// <summary>More than any script needs in one call, and little enough to hold.</summary>
    public const int Most = 10_000;

    private readonly List<MadeAnswer> made = [];
    private int lasting;

    /// <summary>The number of an answer; null where there are too many.</summary>
    public int? Add(MadeAnswer answer)
    {
        if (made.Count >= Most)
            return null;
        made.Add(answer);
        return made.Count;
    }

    /// <summary>The answer with a number; null where there is none, or no longer.</summary>
    public MadeAnswer? Find(long number) => number >= 1 && number <= made.Count ? made[(int)number - 1] : null;

    /// <summary>What was made so far stays: the script was loaded.</summary>
    public void Settle() => lasting = made.Count;

    /// <summary>What was made since the script was loaded is forgotten: the call is over.</summary>
    public void Forget()
    {
        if (made.Count > lasting)
            made.RemoveRange(lasting, made.Count - lasting);
    }
}
