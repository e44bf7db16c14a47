namespace IllAddins.Tests.Architecture;

/// <summary>What staff and admins read is written in resources, not in code.</summary>
public sealed class SentencesTests
{
    private static readonly string[] Rooms =
    [
        "host/IllAddins.Host/Web", "host/IllAddins.Host/Addins", "host/IllAddins.Host/Rehearsals", "host/IllAddins.Host/Requests", "addins/CustomerContact.Core",
        "addins/CustomerContact/ContactForm", "addins/CustomerContact/Decisions", "addins/CustomerContact/Delays", "addins/CustomerContact/Delivery", "addins/CustomerContact/Foresights",
        "addins/CustomerContact/Letters", "addins/CustomerContact/Notices",
    ];

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
        "Notices/DefaultTemplates.cs", "Notices/DefaultLetters.cs", "Notices/ItemList.cs", "Notices/LocalInfoFields.cs", // what patrons read, and what a site writes for them: content
        "Notices/TemplateNames.cs", "Common/ContactStatuses.cs", "Common/ContactFacts.cs", "Common/DeliveryWay.cs", "Common/NotificationMethod.cs", // values of fields, as ILLiad has them
        "Delivery/MailBody.cs", "Delivery/MailHeaders.cs", "Delivery/WrittenMail.cs", "Delivery/JournalText.cs", // mail, SMTP and the journal of what was handed over
        "PdfSharp/PageContent.cs", "PdfSharp/PdfMetadata.cs", "PdfSharp/UnicodeMap.cs", "Skia/PdfLanguage.cs", // PDF
    ];

    private static readonly string[] Left =
    [
        "Web/ApiKeys.cs: add key", "Web/ApiKeys.cs: revoke key", "Web/ApiKeys.cs: key {}", // the audit's acts and subjects
        "ContactForm/Calls/ContactCalls.cs: take back", "ContactForm/Mends/MethodCommand.cs: notification method", // the same
        "Delivery/NoticeActions.cs: mark as delivered", "Delivery/NoticeActions.cs: correct address and resend", // the same
        "Delays/RoutingSweep.cs: {}, settings {}", "Notices/NotificationSweep.cs: {}, settings {}, templates {}{}{}", // by what a decision was made: compared with what is there now
        "Notices/NotificationSweep.cs: , again {}", "Notices/NoticeOffers.cs: , add-ins {}", // the same
        "Delivery/SmtpFault.cs: MAIL FROM", "Delivery/SmtpFault.cs: RCPT TO", // SMTP
        "Delivery/NoticeSearch.cs: Status = '{}' AND {}", "Delivery/OutboxText.cs: {} = CASE EMailCopies.TextFixed WHEN 1 THEN EMailCopies.{} ELSE excluded.{} END",
        "Delivery/OutboxText.cs: (Status = 'Pending' OR Status = 'Retrying' OR Status = 'Sending')", // SQL, as the one before
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
