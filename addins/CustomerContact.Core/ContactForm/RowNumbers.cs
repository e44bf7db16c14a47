namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>The transaction numbers of rows in words that stay short.</summary>
public static class RowNumbers
{
    private const int Most = 5;

    /// <summary><c>101, 102</c>; of many the first and how many more; empty for none.</summary>
    public static string Words(IReadOnlyList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        // "and 1 more" would be no shorter than the number itself.
        var shown = numbers.Count <= Most + 1 ? numbers.Count : Most;
        var words = string.Join(", ", numbers.Take(shown));
        return shown == numbers.Count ? words : MarkingWords.AndMore(words, numbers.Count - shown);
    }
}
