using System.Diagnostics;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Letters;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Print test page: shows where the address of a letter stands in the window of the site's envelopes.</summary>
public sealed class TestPageCommand(IAddinHost host, LetterPrinter printer)
{
    private static string[] Address => [PaperWords.FirstLine, PaperWords.SecondLine, PaperWords.ThirdLine, PaperWords.FourthLine, PaperWords.FifthLine];

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var site = call.Site ?? (await host.SitesAsync(cancellationToken))[0];
        switch (LetterSettingsReading.Read(host.Setting, site.NVTGC))
        {
            case LetterSettingsReading.Invalid { Problems: var problems }:
                return new CommandAnswer { Message = $"{PaperWords.NoTestPagePrinted} {string.Join(" ", problems)}", Refused = true };
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
            Subject = PaperWords.TestPageTitle,
            Body = TestSheet.Words(settings.Style),
        };
        var facts = new PdfFacts { Title = PaperWords.TestPageTitle, Language = "en", CreatedAt = host.Clock.GetUtcNow() };
        var result = printer.Print(facts, (widths, covers) => TestSheet.Pages(letter, widths, covers), cancellationToken);
        return new CommandAnswer
        {
            Message = PaperWords.TestPagePrinted(settings.Style.Envelope.Name, site.NVTGC),
            File = new ScreenFile { Name = "test-page.pdf", ContentType = "application/pdf", Content = result.Pdf },
        };
    }
}
