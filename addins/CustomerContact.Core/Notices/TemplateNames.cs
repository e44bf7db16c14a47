using System.Collections.Immutable;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>The names of the eight templates, ILLiad's new ones and its old ones.</summary>
public static class TemplateNames
{
    /// <summary>The default site's code, which also begins the names of its templates.</summary>
    public const string DefaultSite = "ILL";

    public const string BorrowingLoanPickup = "ILL Borrowing Loan Pickup";
    public const string BorrowingLoanDelivery = "ILL Borrowing Loan Delivery";
    public const string BorrowingArticlePickup = "ILL Borrowing Article Pickup";
    public const string BorrowingArticleDelivery = "ILL Borrowing Article Delivery";
    public const string DocDelLoanPickup = "ILL Doc Del Loan Pickup";
    public const string DocDelLoanDelivery = "ILL Doc Del Loan Delivery";
    public const string DocDelArticlePickup = "ILL Doc Del Article Pickup";
    public const string DocDelArticleDelivery = "ILL Doc Del Article Delivery";

    private static readonly ImmutableArray<(string New, string Old)> Aliases =
    [
        (BorrowingLoanPickup, "ILLLoanNotify"),
        (BorrowingLoanDelivery, "ILLLoanDeliveryNotify"),
        (BorrowingArticlePickup, "ILLArticleNotify"),
        (BorrowingArticleDelivery, "ILLArticleDeliveryNotify"),
        (DocDelLoanPickup, "ILLDDLoanNotify"),
        (DocDelLoanDelivery, "ILLDDLoanDeliveryNotify"),
        (DocDelArticlePickup, "ILLDDArticleNotify"),
        (DocDelArticleDelivery, "ILLDDArticleDeliveryNotify"),
    ];

    /// <summary>The name for a request that no script chose one for.</summary>
    public static DefaultTemplateName For(ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.IsBorrowing && !facts.IsDocDel)
            return None(NoticeWords.NoTemplateForProcessType(facts.ProcessType), HoldKind.NoTemplate);
        if (!facts.IsLoan && !facts.IsArticle)
            return None(NoticeWords.NoTemplateForRequestType(facts.RequestType), HoldKind.NoTemplate);
        return facts.Delivery switch
        {
            DeliveryWay.HoldForPickup => new DefaultTemplateName.Named(Pickup(facts)),
            DeliveryWay.MailToAddress => new DefaultTemplateName.Named(Delivery(facts)),
            DeliveryWay.Unknown unknown => None(unknown.Reason, HoldKind.UnknownDelivery),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The names by which a template may be stored: as given, then its new or old name if it is one of the eight.</summary>
    internal static ImmutableArray<string> Spellings(string name)
    {
        foreach (var (current, old) in Aliases)
            if (Spelling.IsOneOf(name, current, old))
                return [current, old];
        return [name.Trim()];
    }

    private static string Pickup(ContactFacts facts) => facts.IsBorrowing
        ? facts.IsLoan ? BorrowingLoanPickup : BorrowingArticlePickup
        : facts.IsLoan ? DocDelLoanPickup : DocDelArticlePickup;

    private static string Delivery(ContactFacts facts) => facts.IsBorrowing
        ? facts.IsLoan ? BorrowingLoanDelivery : BorrowingArticleDelivery
        : facts.IsLoan ? DocDelLoanDelivery : DocDelArticleDelivery;

    private static DefaultTemplateName.None None(string reason, HoldKind kind) => new(reason, kind);
}

/// <summary>The name that the default choice gives.</summary>
public abstract record DefaultTemplateName
{
    private DefaultTemplateName()
    {
    }

    public sealed record Named(string Name) : DefaultTemplateName;

    /// <summary>No template is meant for such a request.</summary>
    public sealed record None(string Reason, HoldKind Kind) : DefaultTemplateName;
}
