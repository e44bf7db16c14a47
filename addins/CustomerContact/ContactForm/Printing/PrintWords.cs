namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Parts of the sentence that staff hear after printing.</summary>
public static class PrintWords
{
    private const int MostWarnings = 3;

    /// <summary><c>1 letter</c>, <c>2 letters</c>.</summary>
    public static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    /// <summary>A sentence with a space before it; empty where there are no words.</summary>
    public static string Sentence(string about, string words) => words.Length == 0 ? "" : $" {about}: {words}.";

    /// <summary>The first warnings, each with a space before it, and how many more there are.</summary>
    public static string Warnings(IReadOnlyList<string> warnings) =>
        string.Concat(warnings.Take(MostWarnings).Select(warning => $" {warning}"))
        + (warnings.Count > MostWarnings ? $" And {Counted(warnings.Count - MostWarnings, "more warning")}." : "");
}
