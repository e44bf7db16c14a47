using IllAddins.CustomerContact.ContactForm.Exports;

namespace IllAddins.CustomerContact.ContactForm.Log;

/// <summary>The Notification Log, described: what was last done to tell each customer, and what became of it.</summary>
public static class NotificationLog
{
    private static readonly ScreenColumn[] Columns =
    [
        new() { Name = "When", Title = LogWords.When },
        new() { Name = "Customer", Title = FormWords.Customer },
        new() { Name = "Channel", Title = LogWords.Channel },
        new() { Name = "Template", Title = LogWords.Template },
        new() { Name = "Result", Title = LogWords.Result },
        new() { Name = "Answer", Title = LogWords.Answer },
        new() { Name = "NextTry", Title = LogWords.NextTry, Secondary = true },
        new() { Name = "Attempts", Title = LogWords.Attempts, Secondary = true },
        new() { Name = "By", Title = LogWords.By },
        new() { Name = "Note", Title = LogWords.Note, Secondary = true },
        new() { Name = "To", Title = LogWords.To, Secondary = true },
        new() { Name = "Date", Title = LogWords.Date, Secondary = true },
    ];

    public static Screen Describe(IAddinHost host)
    {
        var rows = new LogRows(host);
        var exports = new ExportCommands(host, new ExportedList("notification-log", LogWords.NotificationLog, Columns, rows.LoadAsync));
        return new Screen
        {
            Name = "notification-log",
            Title = LogWords.NotificationLog,
            Help = LogWords.LogHelp(LogEntries.Most),
            Columns = Columns,
            Filters =
            [
                new ScreenFilter.Choices { Column = "Date" },
                new ScreenFilter.Choices { Column = "Channel" },
                new ScreenFilter.Choices { Column = "Result" },
                new ScreenFilter.Choices { Column = "Template" },
            ],
            Commands = [.. EMailCommands.OfNotices(host).Select(command => command with { Menu = "" }), .. ExportMenu.Describe(exports)],
            LoadAsync = rows.LoadAsync,
        };
    }
}
