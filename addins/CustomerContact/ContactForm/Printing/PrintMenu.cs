using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>The commands under Print Notifications, described.</summary>
public static class PrintMenu
{

    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, TemplateStore templates, LetterPrinter printer, ContactRows rows)
    {
        var batches = new PrintBatches(host);
        return
        [
            Command("print-notifications", PaperWords.PrintNotifications, PaperWords.PrintNotificationsHelp,
                PaperWords.SelectToPrint, new LettersCommand(host, templates, printer, batches).RunAsync),
            Command("print-slips", PaperWords.Slips, PaperWords.SlipsHelp,
                PaperWords.SelectToPrint, new SlipsCommand(host, printer, batches).RunAsync),
            Command("print-list", PaperWords.PrintList, PaperWords.PrintListHelp,
                "", new ListCommand(host, rows, printer).RunAsync),
            Command("print-again", PaperWords.ReprintLastBatch, PaperWords.ReprintLastBatchHelp, "", batches.AgainAsync),
            Command("print-test-page", PaperWords.TestPage, PaperWords.TestPageHelp, "", new TestPageCommand(host, printer).RunAsync),
        ];
    }

    private static ScreenCommand Command(
        string name, string title, string help, string needsSelection, Func<CommandCall, CancellationToken, Task<CommandAnswer>> run) => new()
        {
            Name = name,
            Title = title,
            Section = FormWords.Notify,
            Menu = PaperWords.PrintNotifications,
            Help = help,
            NeedsSelection = needsSelection,
            RunAsync = run,
        };
}
