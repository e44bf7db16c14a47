using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.ContactForm.Exports;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.ContactForm.Printing;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Delays;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>The Customer Contact form, described: everyone whom a mail does not reach by itself, with the reason on every row.</summary>
public static class ContactScreen
{
    private static readonly int[] WaitingDays = [1, 2, 3];

    private static readonly ScreenColumn[] Columns =
    [
        new() { Name = "Customer", Title = FormWords.Customer },
        new() { Name = "Phone", Title = FormWords.Phone },
        new() { Name = "Title", Title = FormWords.Title },
        new() { Name = "Pickup", Title = FormWords.Pickup },
        new() { Name = "Received", Title = FormWords.Received, Secondary = true },
        new() { Name = "Waiting", Title = FormWords.Waiting },
        new() { Name = "Tries", Title = FormWords.Tries },
        new() { Name = "LastTry", Title = FormWords.LastTry, Secondary = true },
        new() { Name = "CallAgain", Title = FormWords.CallAgain, Secondary = true },
        new() { Name = "Due", Title = FormWords.DueDate, Secondary = true },
        new() { Name = "Printed", Title = FormWords.Printed, Secondary = true },
        new() { Name = "Reason", Title = FormWords.Reason },
        new() { Name = "EMail", Title = FormWords.EMail, Secondary = true },
        new() { Name = "Notice", Title = FormWords.LastNotice, Secondary = true },
    ];

    public static int ColumnCount => Columns.Length;

    public static Screen Describe(IAddinHost host, ContactRows rows, TemplateStore templates, LetterPrinter printer, Releases releases) => new()
    {
        Name = "customer-contact",
        Title = FormWords.CustomerContact,
        Help = FormWords.FormHelp,
        Columns = Columns,
        Filters =
        [
            new ScreenFilter.Choices { Column = "Pickup" },
            new ScreenFilter.Waiting { Column = "Waiting", Days = WaitingDays },
        ],
        Commands =
        [
            .. PrintMenu.Describe(host, templates, printer, rows),
            .. NotifyCommands.Describe(new MarkCommand(host), new CallCommand(host)),
            .. EMailCommands.Describe(host, templates, rows),
            .. MendCommands.Describe(host, releases),
            .. ExportMenu.Describe(new ExportCommands(host, new ExportedList("customer-contact", FormWords.CustomerContact, Columns, rows.LoadAsync))),
        ],
        LoadAsync = rows.LoadAsync,
        UndoAsync = new UndoAct(host).RunAsync,
    };
}
