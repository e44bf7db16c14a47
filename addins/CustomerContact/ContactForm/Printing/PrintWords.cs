namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Parts of the sentence that staff hear after printing.</summary>
public static class PrintWords
{
    private const int MostWarnings = 3;


    /// <summary>A sentence with a space before it; empty where there are no words.</summary>
    public static string Sentence(string about, string words) => words.Length == 0 ? "" : $" {PaperWords.About(about, words)}";

    /// <summary>The first warnings, each with a space before it, and how many more there are.</summary>
    public static string Warnings(IReadOnlyList<string> warnings) =>
        string.Concat(warnings.Take(MostWarnings).Select(warning => $" {warning}"))
        + (warnings.Count > MostWarnings ? $" {PaperWords.MoreWarnings(warnings.Count - MostWarnings)}" : "");
}
