using System.Diagnostics;
using System.Globalization;
using IllAddins.CustomerContact.Core.Letters;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Notices;

namespace IllAddins.CustomerContact.ContactForm;

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

/// <summary>Writes the letter about a request from the site's letter template.</summary>
public sealed class LetterWriter(TemplateStock templates, DateTimeOffset now)
{
    public LetterWriting Write(IllRequest request)
    {
        var name = DefaultLetters.For(RequestFacts.Of(request)).Name;
        return templates.Shelf.Find(name, request.Site.NVTGC) switch
        {
            ShelfAnswer.Found { Template.Enabled: false } => new LetterWriting.Refused($"the letter template '{name}' is disabled"),
            ShelfAnswer.Found found => Render(request, found),
            ShelfAnswer.Missing => new LetterWriting.Refused($"the letter template '{name}' was deleted or renamed"),
            _ => throw new UnreachableException(),
        };
    }

    private LetterWriting Render(IllRequest request, ShelfAnswer.Found found) => templates.Render(found.Template, found.Site, NoticeFields.Of(request)) switch
    {
        NoticeRendering.Rendered rendered => new LetterWriting.Written(Letter(request, rendered.Text)),
        NoticeRendering.Faulty faulty => new LetterWriting.Refused(string.Join(" ", faulty.Messages)),
        _ => throw new UnreachableException(),
    };

    private Letter Letter(IllRequest request, NoticeText text) => new()
    {
        SenderName = request.Site.LocalInfo.GetValueOrDefault("LibraryName", request.Site.Name),
        SenderLines = PostalAddress.Lines(((string[])["LibraryAddress", "LibraryPhone", "LibraryEMail"]).Select(name => request.Site.LocalInfo.GetValueOrDefault(name, ""))),
        RecipientLines = PostalAddress.Lines(request.User),
        DateLine = request.Site.ToLocal(now).ToString(request.Site.DateFormat, CultureInfo.InvariantCulture),
        Subject = text.Subject,
        Body = text.Body,
        Reference = $"Transaction {request.Transaction.TransactionNumber}",
    };
}
