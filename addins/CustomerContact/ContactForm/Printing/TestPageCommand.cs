using System.Diagnostics;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Print test page: shows where the address of a letter stands in the window of the site's envelopes.</summary>
public sealed class TestPageCommand(IAddinHost host, LetterPrinter printer)
{
    private static readonly string[] Address = ["First line of an address", "Second line", "Third line", "Fourth line", "Fifth line"];

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var site = call.Site ?? (await host.SitesAsync(cancellationToken))[0];
        switch (LetterSettingsReading.Read(host.Setting, site.NVTGC))
        {
            case LetterSettingsReading.Invalid { Problems: var problems }:
                return new CommandAnswer { Message = $"No test page printed. {string.Join(" ", problems)}", Refused = true };
            case LetterSettingsReading.Valid { Settings: var settings }:
                return Print(site, settings, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    private CommandAnswer Print(Site site, LetterSettings settings, CancellationToken cancellationToken)
    {
        var letter = new Letter
        {
            Style = settings.Style with { Code = CodeKind.None },
            SenderName = site.LocalInfo.GetValueOrDefault("LibraryName", site.Name),
            SenderLines = PostalAddress.Lines([site.LocalInfo.GetValueOrDefault("LibraryAddress", "")]),
            RecipientLines = Address,
            Subject = "Test page for window envelopes",
            Body = TestSheet.Words(settings.Style),
        };
        var facts = new PdfFacts { Title = "Test page for window envelopes", Language = "en", CreatedAt = host.Clock.GetUtcNow() };
        var result = printer.Print(facts, (widths, covers) => TestSheet.Pages(letter, widths, covers), cancellationToken);
        return new CommandAnswer
        {
            Message = $"Test page for envelope {settings.Style.Envelope.Name} of site {site.NVTGC} printed. It says how to read it.",
            File = new ScreenFile { Name = "test-page.pdf", ContentType = "application/pdf", Content = result.Pdf },
        };
    }
}
