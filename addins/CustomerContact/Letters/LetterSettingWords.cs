using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Letters;

/// <summary>What is wrong with the settings of letters. The words stand in LetterSettingWords.resx.</summary>
internal static class LetterSettingWords
{
    private static readonly RoomWords Words = new(typeof(LetterSettingWords));

    public static string BadPaper(string key, string found) => Words.Text(nameof(BadPaper), key, found);

    public static string BadEnvelope(string key, string found) => Words.Text(nameof(BadEnvelope), key, found);

    public static string EnvelopeOfOtherPaper(string key, string envelope, string paper, string paperKey, string found) => Words.Text(nameof(EnvelopeOfOtherPaper), key, envelope, paper, paperKey, found);

    public static string BadOffset(string key, string found, double farthest) => Words.Text(nameof(BadOffset), key, found, farthest);

    public static string BadCode(string key, string found) => Words.Text(nameof(BadCode), key, found);

    public static string BadLanguage(string key, string found) => Words.Text(nameof(BadLanguage), key, found);
}
