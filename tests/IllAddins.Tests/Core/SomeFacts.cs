using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.Tests.Core;

/// <summary>Facts of which a test names only what matters to it.</summary>
internal static class SomeFacts
{
    public static readonly DateTimeOffset Arrival = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A loan of site MAIN for an e-mail patron who collects it.</summary>
    public static readonly ContactFacts Loan = new()
    {
        TransactionNumber = 480101,
        ProcessType = "Borrowing",
        RequestType = "Loan",
        TransactionStatus = ContactStatuses.AwaitingContact,
        Site = "MAIN",
        NotificationMethod = "Electronic",
        EMailAddress = "reader@library.example",
        Phone = "(555) 016-9492",
        HasPostalAddress = true,
        ArrivedAt = Arrival,
    };

    public static readonly ContactFacts Article = Loan with { RequestType = "Article" };

    public static NotificationTemplate Template(string name, string site = "", bool enabled = true, string subject = "s", string body = "b") =>
        new() { Name = name, NVTGC = site, Enabled = enabled, Subject = subject, Body = body };

    public static TemplateFields Fields(
        Dictionary<string, object?>? transaction = null,
        Dictionary<string, object?>? user = null,
        Dictionary<string, string>? local = null) => new()
        {
            Transaction = With(
                new(StringComparer.OrdinalIgnoreCase)
                {
                    ["TransactionNumber"] = 480101,
                    ["LoanTitle"] = null,
                    ["LoanAuthor"] = null,
                    ["DueDate"] = null,
                    ["PhotoArticleTitle"] = null,
                    ["PhotoArticleAuthor"] = null,
                    ["PhotoJournalTitle"] = null,
                },
                transaction),
            User = With(new(StringComparer.OrdinalIgnoreCase) { ["FirstName"] = null, ["LastName"] = null, ["SSN"] = "123-45-6789" }, user),
            LocalInfo = With(new(StringComparer.OrdinalIgnoreCase) { ["LibraryName"] = "Main Library" }, local),
            Items = () => ItemList.Of([new() { TransactionNumber = 480101, Title = transaction?.GetValueOrDefault("LoanTitle") as string ?? "" }], new()),
            Words = value => value is DateTimeOffset date
                ? date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
                : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };

    private static Dictionary<string, T> With<T>(Dictionary<string, T> fields, Dictionary<string, T>? more)
    {
        foreach (var (name, value) in more ?? [])
            fields[name] = value;
        return fields;
    }
}
