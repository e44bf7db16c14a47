using System.Globalization;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Notices;

/// <summary>The items that a patron is told about, as notices and letters list them.</summary>
public static class NoticeItems
{
    /// <summary>One for each request, in their order.</summary>
    public static IReadOnlyList<ListedItem> Of(Site site, IEnumerable<IllRequest> requests) => [.. requests.Select(request => Of(site, request.Transaction))];

    /// <summary>The site's words around items.</summary>
    public static ItemWords Words(Site site) => ItemWords.Of(site.LocalInfo.GetValueOrDefault);

    /// <summary>The title of the loan, or of the article, or of the journal; empty where there is none.</summary>
    public static string Title(Transaction transaction) => First(transaction, "LoanTitle", "PhotoArticleTitle", "PhotoJournalTitle");

    private static ListedItem Of(Site site, Transaction transaction) => new()
    {
        TransactionNumber = transaction.TransactionNumber,
        Title = Title(transaction),
        Author = First(transaction, "LoanAuthor", "PhotoArticleAuthor"),
        Due = transaction.Fields.GetValueOrDefault("DueDate") is DateTimeOffset due
            ? site.ToLocal(due).ToString(site.DateFormat, CultureInfo.InvariantCulture)
            : "",
        LibraryUseOnly = transaction.Fields.GetValueOrDefault("LibraryUseOnly") is true,
    };

    private static string First(Transaction transaction, params string[] fields) =>
        fields.Select(field => transaction.Text(field).Trim()).FirstOrDefault(text => text.Length > 0, "");
}
