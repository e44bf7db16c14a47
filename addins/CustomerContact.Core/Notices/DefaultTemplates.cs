using System.Collections.Immutable;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>The eight templates that a new database starts with, for the default site. Sites edit them or add their own.</summary>
/// <remarks>Lines with a field that is often empty (due date, author) stand by themselves, so that an empty one does not break a sentence. What a site
/// must set first (its telephone, its hours) is left to the site's own wording.</remarks>
public static class DefaultTemplates
{
    private const string Greeting = """
        Dear <#User.FirstName> <#User.LastName>,


        """;

    private const string Loan = """

            Title:     <#Transaction.LoanTitle>
            Author:    <#Transaction.LoanAuthor>
            Due:       <#Transaction.DueDate>
            Request:   <#Transaction.TransactionNumber>

        """;

    private const string Article = """

            Article:   <#Transaction.PhotoArticleTitle>
            Author:    <#Transaction.PhotoArticleAuthor>
            Journal:   <#Transaction.PhotoJournalTitle>
            Request:   <#Transaction.TransactionNumber>

        """;

    private const string WhereToCollect = """

            Where:     <#LocalInfo.PickupPlace>

        Please bring your library card.

        """;

    private const string Closing = """

        Any questions? Please give us the request number above.

            E-mail:    <#LocalInfo.LibraryEMail>

        Kind regards,
        <#LocalInfo.LibraryName>

        """;

    public static readonly ImmutableArray<NotificationTemplate> All =
    [
        Make(TemplateNames.BorrowingLoanPickup,
            "Borrowing, loan, Hold for Pickup: an item from another library waits for its reader.",
            """Ready for you: <#Transaction.LoanTitle MaxSize="60">""",
            "Good news: the item that we borrowed for you from another library is here.\n", Loan, WhereToCollect),
        Make(TemplateNames.BorrowingLoanDelivery,
            "Borrowing, loan, Mail to Address: an item from another library is posted to its reader.",
            """On its way to you: <#Transaction.LoanTitle MaxSize="60">""",
            "The item that we borrowed for you from another library has come, and we are posting it to the address in your account.\n", Loan,
            "\nPlease keep the packaging: you can use it to send the item back.\n"),
        Make(TemplateNames.BorrowingArticlePickup,
            "Borrowing, article on paper, Hold for Pickup.",
            """Your copy is ready: <#Transaction.PhotoArticleTitle MaxSize="60">""",
            "The copy that you asked for has come from another library. It is yours to keep.\n", Article, WhereToCollect),
        Make(TemplateNames.BorrowingArticleDelivery,
            "Borrowing, article on paper, Mail to Address.",
            """Your copy is on its way: <#Transaction.PhotoArticleTitle MaxSize="60">""",
            "The copy that you asked for has come from another library, and we are posting it to the address in your account. It is yours to keep.\n", Article, ""),
        Make(TemplateNames.DocDelLoanPickup,
            "Doc Del, loan, Hold for Pickup: an item of our own library was fetched for its reader.",
            """Fetched for you: <#Transaction.LoanTitle MaxSize="60">""",
            "We have fetched the item that you asked for from our shelves, and it waits for you.\n", Loan, WhereToCollect),
        Make(TemplateNames.DocDelLoanDelivery,
            "Doc Del, loan, Mail to Address: an item of our own library is posted to its reader.",
            """We are posting to you: <#Transaction.LoanTitle MaxSize="60">""",
            "We have fetched the item that you asked for from our shelves, and are posting it to the address in your account.\n", Loan, ""),
        Make(TemplateNames.DocDelArticlePickup,
            "Doc Del, article on paper, Hold for Pickup: a copy from our own shelves.",
            """Your copy is ready: <#Transaction.PhotoArticleTitle MaxSize="60">""",
            "We have made the copy that you asked for from our own collection. It is yours to keep.\n", Article, WhereToCollect),
        Make(TemplateNames.DocDelArticleDelivery,
            "Doc Del, article on paper, Mail to Address: a copy from our own shelves.",
            """Your copy is on its way: <#Transaction.PhotoArticleTitle MaxSize="60">""",
            "We have made the copy that you asked for from our own collection, and are posting it to the address in your account. It is yours to keep.\n", Article, ""),
    ];

    private static NotificationTemplate Make(string name, string description, string subject, string opening, string item, string then) => new()
    {
        Name = name,
        NVTGC = TemplateNames.DefaultSite,
        Description = description,
        Subject = subject,
        Body = Greeting + opening + item + then + Closing,
    };
}
