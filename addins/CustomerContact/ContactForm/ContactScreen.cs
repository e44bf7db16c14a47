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
        new() { Name = "Customer", Title = "Customer" },
        new() { Name = "Phone", Title = "Phone" },
        new() { Name = "Title", Title = "Title" },
        new() { Name = "Pickup", Title = "Pickup" },
        new() { Name = "Received", Title = "Received", Secondary = true },
        new() { Name = "Waiting", Title = "Waiting" },
        new() { Name = "Tries", Title = "Tries" },
        new() { Name = "LastTry", Title = "Last try", Secondary = true },
        new() { Name = "CallAgain", Title = "Call again", Secondary = true },
        new() { Name = "Due", Title = "Due date", Secondary = true },
        new() { Name = "Printed", Title = "Printed", Secondary = true },
        new() { Name = "Reason", Title = "Reason" },
        new() { Name = "EMail", Title = "E-mail", Secondary = true },
        new() { Name = "Notice", Title = "Last notice", Secondary = true },
    ];

    public static int ColumnCount => Columns.Length;

    public static Screen Describe(IAddinHost host, ContactRows rows, TemplateStore templates, LetterPrinter printer, Releases releases) => new()
    {
        Name = "customer-contact",
        Title = "Customer Contact",
        Help = "Customers whose items have arrived and who have not been told yet. E-mails leave by themselves; phone or write to the others and mark them, "
            + "and mend what stands under Needs attention.",
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
            .. ExportMenu.Describe(new ExportCommands(host, rows, Columns)),
        ],
        LoadAsync = rows.LoadAsync,
        UndoAsync = new UndoAct(host).RunAsync,
    };
}
