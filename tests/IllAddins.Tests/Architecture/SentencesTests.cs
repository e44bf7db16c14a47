namespace IllAddins.Tests.Architecture;

/// <summary>What staff and admins read is written in resources, not in code.</summary>
public sealed class SentencesTests
{
    private static readonly string[] Rooms = ["host/IllAddins.Host/Web"];

    // Whole files whose readers sit at no screen, or whose words are facts.
    private static readonly string[] Others =
    [
        "Flaw.cs", // the author of an add-in: how a description or an answer must be mended
        "Web/AnswerOffers.cs", // the same
        "Web/AddinEndpoints.cs", "Web/EndpointGates.cs", "Web/EndpointAnswers.cs", // other software, over HTTP
        "Web/Metrics.cs", "Web/MonitorEndpoints.cs", // what watches the host
    ];

    private static readonly string[] Left =
    [
        "Web/ApiKeys.cs: add key", "Web/ApiKeys.cs: revoke key", "Web/ApiKeys.cs: key {}", // the audit's acts and subjects
        "Web/Assets.cs: public, max-age=31536000, immutable", // a header of HTTP
        "Web/CellText.cs: {} HH:mm", // the form of a date
        "Web/DetailField.cs: Hold for Pickup", "Web/DetailField.cs: Mail to Address", // values of a field, as ILLiad has them
        "Web/OwnCommands.cs: Request routed from '{}' to '{}': {}", // History's sentence; the contract gives it
        "Web/ScreenViews.cs: screen views", // the owner of tables
    ];

    [Fact]
    public void Sentences_of_the_screen_stand_in_resources()
    {
        var found = Rooms.SelectMany(room => Repository.Files(room, ".cs"))
            .Where(file => !Others.Any(other => file.EndsWith(other, StringComparison.Ordinal)))
            .SelectMany(file => Sentences.In(string.Join('\n', Repository.Lines(file))).Select(text => $"{file.Split('/', 3)[2]}: {text}"))
            .Except(Left).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
