using Dapper;

namespace IllAddins.CustomerContact.NoticeVerbs;

/// <summary>A request of nobody's, for a test mail that is to show no patron.</summary>
public static class MadeUpRequest
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FirstName"] = "Jane",
        ["LastName"] = "Example",
        ["UserName"] = "jexample",
        ["Username"] = "jexample",
        ["EMailAddress"] = "jane@library.example",
        ["LoanTitle"] = "The example, and how it was made up",
        ["LoanAuthor"] = "Example, A.",
        ["LoanPublisher"] = "Example Press",
        ["LoanDate"] = "2001",
        ["PhotoJournalTitle"] = "Journal of Examples",
        ["PhotoArticleTitle"] = "An example of an article",
        ["PhotoArticleAuthor"] = "Example, B.",
        ["PhotoJournalVolume"] = "12",
        ["PhotoJournalIssue"] = "3",
        ["PhotoJournalYear"] = "2001",
        ["PhotoJournalInclusivePages"] = "1-20",
        ["Phone"] = "(555) 010-0100",
        ["Address"] = "1 Example Street",
        ["City"] = "Exampleton",
        ["Zip"] = "00000",
        ["LendingLibrary"] = "EXA",
        ["CallNumber"] = "QA76 .E9",
        ["ILLNumber"] = "123456789",
    };

    /// <summary>One with the fields of a request that is there, and none of its values; null where there is no request at all.</summary>
    public static async Task<IllRequest?> OfAsync(IAddinHost host, Site site, CancellationToken cancellationToken)
    {
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<int?>("SELECT MAX(TransactionNumber) FROM Transactions") is not { } number
            || await host.Record.FindAsync([number], cancellationToken) is not [var shape])
            return null;
        var due = host.Clock.GetUtcNow().AddDays(28);
        return shape with
        {
            Site = site,
            PickupLocation = "Main desk",
            ArrivedAt = host.Clock.GetUtcNow(),
            Transaction = shape.Transaction with { TransactionNumber = 0, Username = "jexample", Fields = MadeUp(shape.Transaction.Fields, due) },
            User = shape.User with { UserName = "jexample", Fields = MadeUp(shape.User.Fields, due) },
        };
    }

    private static Dictionary<string, object?> MadeUp(IReadOnlyDictionary<string, object?> fields, DateTimeOffset due) => fields.Keys.ToDictionary(
        name => name,
        name => name.Equals("DueDate", StringComparison.OrdinalIgnoreCase) ? due
            : name.Equals("TransactionNumber", StringComparison.OrdinalIgnoreCase) ? 123456
            : Texts.GetValueOrDefault(name) as object,
        StringComparer.OrdinalIgnoreCase);
}
