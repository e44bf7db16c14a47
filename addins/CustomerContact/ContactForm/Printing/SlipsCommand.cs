using System.Globalization;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Slips of 80 mm for the items on the hold shelf, one for each selected request. They contact nobody: only History tells of them.</summary>
public sealed class SlipsCommand(IAddinHost host, LetterPrinter printer, PrintBatches batches)
{
    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        List<IllRequest> requests = [.. PatronPiles.Of(selection.Standing).SelectMany(pile => pile)];
        if (requests.Count == 0)
            return new CommandAnswer { Message = PaperWords.NoSlipPrinted + Marking.AloneWords(selection.LeftAlone), Refused = true };
        var settings = requests.Select(request => request.Site.NVTGC).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(site => site, site => LetterSettingsReading.Read(host.Setting, site), StringComparer.OrdinalIgnoreCase);
        if (settings.Values.OfType<LetterSettingsReading.Invalid>().FirstOrDefault() is { } invalid)
            return new CommandAnswer { Message = $"{PaperWords.NoSlipPrinted} {string.Join(" ", invalid.Problems)}", Refused = true };
        var result = Print([.. requests.Select(request => Slip(request, ((LetterSettingsReading.Valid)settings[request.Site.NVTGC]).Settings))], cancellationToken);
        var batch = new PrintBatch
        {
            Kind = PrintKind.Slips,
            By = call.User,
            At = host.Clock.GetUtcNow(),
            Requests = requests,
            Said = EntryWords.Slips(requests.Count),
            Result = result,
            Remarks = PrintBatch.RemarksOf(result, requests.Select(request => (IReadOnlyList<IllRequest>)[request])),
            Rest = Marking.AloneWords(selection.LeftAlone) + PrintWords.Warnings(result.Warnings),
        };
        return await batches.KeepAsync(batch, cancellationToken);
    }

    private LetterResult Print(List<Slip> slips, CancellationToken cancellationToken) => printer.Print(
        new PdfFacts { Title = PaperWords.SlipsTitle, Language = "en", CreatedAt = host.Clock.GetUtcNow() },
        (widths, covers) => SlipLayout.Slips(slips, widths, covers),
        cancellationToken);

    private Slip Slip(IllRequest request, LetterSettings settings)
    {
        var (site, words) = (request.Site, NoticeItems.Words(request.Site));
        var item = NoticeItems.Of(site, [request])[0];
        string[] lines =
        [
            item.Author,
            item.Due.Length > 0 ? $"{words.Due}: {item.Due}" : "",
            item.LibraryUseOnly ? words.LibraryUseOnly : "",
        ];
        return new Slip
        {
            TransactionNumber = item.TransactionNumber,
            LibraryName = site.LocalInfo.GetValueOrDefault("LibraryName", site.Name),
            Customer = PatronWords.Name(request.User),
            PickupLocation = request.PickupLocation,
            Title = ItemList.Name(item, words),
            Lines = [.. lines.Where(line => line.Length > 0)],
            DateLine = site.ToLocal(host.Clock.GetUtcNow()).ToString(site.DateFormat, CultureInfo.InvariantCulture),
            Code = settings.Style.Code == CodeKind.None ? CodeKind.Code128 : settings.Style.Code,
        };
    }
}
