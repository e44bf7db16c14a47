using IllAddins.Host.Wording;

namespace IllAddins.Tests.Architecture;

/// <summary>Words in two languages.</summary>
public static class SampleWords
{
    private static readonly RoomWords Words = new(typeof(SampleWords));

    public static string OnlyInEnglish => Words.Text(nameof(OnlyInEnglish));

    public static string RowsWait(int rows, string site) => Words.Count(nameof(RowsWait), rows, site);
}
