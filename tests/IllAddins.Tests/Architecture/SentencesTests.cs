namespace IllAddins.Tests.Architecture;

/// <summary>What staff and admins read is written in resources, not in code.</summary>
public sealed class SentencesTests
{
    private static readonly string[] Rooms = ["host/IllAddins.Host/Web", "host/IllAddins.Host/Addins", "host/IllAddins.Host/Rehearsals", "host/IllAddins.Host/Requests"];

    // Whole files whose readers sit at no screen, or whose words are facts.
    private static readonly string[] Others =
    [
        "Flaw.cs", // the author of an add-in: how a description or an answer must be mended
        "Web/AnswerOffers.cs", "Addins/AddinRegistrations.cs", // the same
        "Addins/CrashBlame.cs", "Addins/LastWords.cs", "Addins/HostRun.cs", // what a dying process says, by which it is told apart
        "Requests/FieldCatalogue.cs", // the author of a script, as the reference prints it
        "Requests/RowColumns.cs", "Requests/TransactionWrites.cs", "Requests/UserWrites.cs", "Requests/SiteCode.cs", "Requests/SiteRules.cs", "Requests/SiteRecords.cs", // who imports or sets sites on the command line
        "Requests/RequestFilterText.cs", "Requests/RequestSearch.cs", "Requests/UserSearch.cs", "Requests/FieldsBefore.cs", // the database, and other software that searches
        "Requests/KnownStatuses.cs", "Requests/RecordActs.cs", // ILLiad's statuses, and the audit
        "Web/AddinEndpoints.cs", "Web/EndpointGates.cs", "Web/EndpointAnswers.cs", // other software, over HTTP
        "Web/Metrics.cs", "Web/MonitorEndpoints.cs", // what watches the host
    ];

    private static readonly string[] Left =
    [
        "Web/ApiKeys.cs: add key", "Web/ApiKeys.cs: revoke key", "Web/ApiKeys.cs: key {}", // the audit's acts and subjects
        "Web/Assets.cs: public, max-age=31536000, immutable", // a header of HTTP
        "Web/CellText.cs: {} HH:mm", // the form of a date
        "Web/DetailField.cs: Hold for Pickup", "Web/DetailField.cs: Mail to Address", "Requests/TransactionRules.cs: Doc Del", // values of a field, as ILLiad has them
        "Web/OwnCommands.cs: Request routed from '{}' to '{}': {}", // History's sentences, stored; the contract gives the second
        "Requests/Routing.cs: Request routed from '{}' to '{}'.", "Requests/RequestEdits.cs: Fields changed: ", "Requests/RequestEdits.cs: of the customer ",
        "Web/ScreenViews.cs: screen views", "Addins/Settings/SettingTables.cs: add-in settings", "Addins/AddinHost.cs: addin {}", // the owners of tables
        "Addins/AddinFunctions.cs: the add-in {} does not run now. See: addins list", // a script's error, and the next
        "Addins/AddinFunctions.cs: {}: the add-in {} did not answer within the {} ms that were left to the script.",
        "Addins/AddinOrders.cs: the host", "Addins/AddinOrders.cs: another try", // who did it, and the audit's act
        "Addins/CallThreads.cs: Add-in call", // the name of a thread
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
