using System.Globalization;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Print list: the selected rows, or all where none is selected, as a plain table. Nothing is counted.</summary>
public sealed class ListCommand(IAddinHost host, ContactRows rows, LetterPrinter printer)
{
    private static (string Name, string Title, double Share)[] Columns { get; } =
    [
        ("Customer", FormWords.Customer, 16), ("Phone", FormWords.Phone, 13), ("Title", FormWords.Title, 26), ("Pickup", FormWords.Pickup, 12),
        ("Received", FormWords.Received, 13), ("Waiting", FormWords.Waiting, 7), ("Tries", FormWords.Tries, 5), ("Printed", FormWords.Printed, 7), ("Reason", FormWords.Reason, 21),
    ];

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var shown = await ShownRows.OfAsync(host, rows.LoadAsync, call, cancellationToken);
        if (shown.Rows.Count == 0)
            return new CommandAnswer { Message = PaperWords.NoListPrinted + (shown.LeftAlone.Count == 0 ? $" {FormWords.TheListIsEmpty}" : Marking.AloneWords(shown.LeftAlone)), Refused = true };
        var sites = await host.SitesAsync(cancellationToken);
        var site = call.Site ?? sites[0];
        if (LetterSettingsReading.Read(host.Setting, site.NVTGC) is not LetterSettingsReading.Valid { Settings: var settings })
            return new CommandAnswer { Message = PaperWords.NoListWithoutSettings, Refused = true };
        var now = host.Clock.GetUtcNow();
        var sheet = Sheet(shown, sites, site, settings.Style.Envelope.Paper, call.User, now);
        var result = printer.Print(
            new PdfFacts { Title = sheet.Title, Language = "en", CreatedAt = now }, (widths, covers) => ListLayout.Pages(sheet, widths, covers), cancellationToken);
        return new CommandAnswer
        {
            Message = $"{PaperWords.ListPrinted(MarkingWords.Requests(shown.Rows.Count), PaperWords.Pages(result.Pages))}{Marking.AloneWords(shown.LeftAlone)}{PrintWords.Warnings(result.Warnings)}",
            File = new ScreenFile { Name = $"{SiteTimes.FileName(site, now, "list")}.pdf", ContentType = "application/pdf", Content = result.Pdf },
        };
    }

    private static ListSheet Sheet(ShownRows shown, IReadOnlyList<Site> sites, Site site, PaperSize paper, string by, DateTimeOffset now)
    {
        var bySite = sites.ToDictionary(each => each.NVTGC, StringComparer.OrdinalIgnoreCase);
        return new ListSheet
        {
            Title = FormWords.CustomerContact,
            Note = PaperWords.ListNote(site.Moment(now, now), by),
            Paper = paper,
            Columns = [new(FormWords.TransactionNumber, 9), .. Columns.Select(column => new ListColumn(column.Title, column.Share))],
            Groups =
            [
                .. shown.Groups.Select(group => (group.Title, Rows: shown.Rows.Where(row => row.Group == group.Key).ToList()))
                    .Select(group => new ListGroup(PaperWords.GroupOf(group.Title, group.Rows.Count), [.. group.Rows.Select(row => Cells(row, bySite.GetValueOrDefault(row.Site, site), now))])),
            ],
        };
    }

    private static IReadOnlyList<string> Cells(ScreenRow row, Site site, DateTimeOffset now) =>
    [
        row.TransactionNumber.ToString(CultureInfo.InvariantCulture),
        .. Columns.Select(column => row.Cells.GetValueOrDefault(column.Name) switch
        {
            DateTimeOffset moment => site.Moment(moment, now),
            TimeSpan span => PatronWords.Waiting(span),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        }),
    ];
}
