using System.Globalization;
using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.Tests.Core;

/// <summary>The words of the core add-in, in two languages: those of whoever reads them, and those that are stored.</summary>
public sealed class RoomWordsTests
{
    private static readonly RoomWords Read = new(typeof(Architecture.SampleWords));
    private static readonly RoomWords Kept = new(typeof(Architecture.SampleWords), kept: true);

    [Fact]
    public void What_is_shown_is_in_the_readers_language_and_what_is_stored_is_not()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        try
        {
            Assert.Equal("3 Zeilen warten in MAIN.", Read.Count("RowsWait", 3, "MAIN"));
            Assert.Equal("3 rows wait at MAIN.", Kept.Count("RowsWait", 3, "MAIN"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void One_is_said_as_one() => Assert.Equal("1 row waits at MAIN.", Kept.Count("RowsWait", 1, "MAIN"));

    [Fact]
    public void Words_that_are_missing_are_named_with_their_resource() => Assert.Contains(
        "SampleWords.resx has no words for 'Nothing'", Assert.Throws<System.Resources.MissingManifestResourceException>(() => Read.Text("Nothing")).Message, StringComparison.Ordinal);

    // Only the sentence itself, however often it is made: a notice asks for several on its way out.
    [Fact]
    public void A_sentence_costs_no_more_memory_than_its_text()
    {
        string Sentence() => Kept.Text("RowsWait", "three", "MAIN");
        var text = Sentence();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Sentence();

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, (sizeof(char) * text.Length) + 32);
    }
}
