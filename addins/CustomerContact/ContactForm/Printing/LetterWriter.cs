using System.Diagnostics;
using System.Globalization;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Letters;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>What came of writing a letter.</summary>
public abstract record LetterWriting
{
    private LetterWriting()
    {
    }

    public sealed record Written(Letter Letter) : LetterWriting;

    /// <summary>No letter; the reason is for staff.</summary>
    public sealed record Refused(string Why) : LetterWriting;
}

/// <summary>Writes the one letter about all items of a patron at a site from the site's letter template.</summary>
public sealed class LetterWriter(IAddinHost host, TemplateStock templates)
{
    private readonly Dictionary<string, LetterSettingsReading> settings = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="requests">One patron's at one site, one at least; the first chooses the template and fills its tags.</param>
    public LetterWriting Write(IReadOnlyList<IllRequest> requests)
    {
        var first = requests[0];
        if (Settings(first.Site) is LetterSettingsReading.Invalid invalid)
            return new LetterWriting.Refused(string.Join(" ", invalid.Problems));
        var name = DefaultLetters.For(RequestFacts.Of(first)).Name;
        return templates.Shelf.Find(name, first.Site.NVTGC) switch
        {
            ShelfAnswer.Found { Template.Enabled: false } => new LetterWriting.Refused(PaperWords.TemplateDisabled(name)),
            ShelfAnswer.Found found => Render(requests, found),
            ShelfAnswer.Missing => new LetterWriting.Refused(PaperWords.TemplateGone(name)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>How a site's letters are printed; read once for all letters of a batch.</summary>
    public LetterSettingsReading Settings(Site site)
    {
        if (!settings.TryGetValue(site.NVTGC, out var reading))
            settings.Add(site.NVTGC, reading = LetterSettingsReading.Read(host.Setting, site.NVTGC));
        return reading;
    }

    private LetterWriting Render(IReadOnlyList<IllRequest> requests, ShelfAnswer.Found found)
    {
        var (site, items) = (requests[0].Site, NoticeItems.Of(requests[0].Site, requests));
        return templates.Render(found.Template, found.Site, NoticeFields.Of(requests[0], items)) switch
        {
            NoticeRendering.Rendered { Text: var text } => new LetterWriting.Written(Letter(
                requests,
                ItemList.Subject(text.Subject, items, NoticeItems.Words(site)),
                ItemList.Whole(found.Template.Body, text.Body, items, NoticeItems.Words(site)))),
            NoticeRendering.Faulty faulty => new LetterWriting.Refused(string.Join(" ", faulty.Messages)),
            _ => throw new UnreachableException(),
        };
    }

    private Letter Letter(IReadOnlyList<IllRequest> requests, string subject, string body)
    {
        var (site, user) = (requests[0].Site, requests[0].User);
        int[] numbers = [.. requests.Select(request => request.Transaction.TransactionNumber)];
        return new()
        {
            Style = Style(site),
            SenderName = Local(site, "LibraryName", site.Name),
            SenderLines = PostalAddress.Lines(((string[])["LibraryAddress", "LibraryPhone", "LibraryEMail"]).Select(name => Local(site, name, ""))),
            RecipientLines = PostalAddress.Lines(user),
            DateLine = site.ToLocal(host.Clock.GetUtcNow()).ToString(site.DateFormat, CultureInfo.InvariantCulture),
            Subject = subject,
            Body = body,
            Requests = numbers,
            Reference = $"{Local(site, "TransactionLabel", "Transaction")} {string.Join(", ", numbers)}",
        };
    }

    private LetterStyle Style(Site site)
    {
        var style = ((LetterSettingsReading.Valid)Settings(site)).Settings.Style;
        return style with { PageLabel = Local(site, "PageLabel", style.PageLabel) };
    }

    private static string Local(Site site, string name, string otherwise) =>
        site.LocalInfo.GetValueOrDefault(name) is { } text && text.Trim().Length > 0 ? text : otherwise;
}
