using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>The commands under Print Notifications, described.</summary>
public static class PrintMenu
{
    private const string Menu = "Print Notifications";
    private const string NeedsSelection = "Select the requests to print first.";

    public static IReadOnlyList<ScreenCommand> Describe(IAddinHost host, TemplateStore templates, LetterPrinter printer, ContactRows rows)
    {
        var batches = new PrintBatches(host);
        return
        [
            Command("print-notifications", Menu, "Makes one letter for each customer about all the requests selected, as one PDF. No status changes.",
                NeedsSelection, new LettersCommand(host, templates, printer, batches).RunAsync),
            Command("print-slips", "Slips", "Makes a slip of 80 mm for each selected item, to lie in it on the shelf.",
                NeedsSelection, new SlipsCommand(host, printer, batches).RunAsync),
            Command("print-list", "Print list", "Makes a plain table of the selected requests, or of all where none is selected.",
                "", new ListCommand(host, rows, printer).RunAsync),
            Command("print-again", "Reprint last batch", "Gives your last letters or slips again, as they were.", "", batches.AgainAsync),
            Command("print-test-page", "Test page", "Shows where an address stands in the window of your envelopes.", "", new TestPageCommand(host, printer).RunAsync),
        ];
    }

    private static ScreenCommand Command(
        string name, string title, string help, string needsSelection, Func<CommandCall, CancellationToken, Task<CommandAnswer>> run) => new()
        {
            Name = name,
            Title = title,
            Section = "Notify",
            Menu = Menu,
            Help = help,
            NeedsSelection = needsSelection,
            RunAsync = run,
        };
}
