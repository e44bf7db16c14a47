namespace IllAddins.CustomerContact.Core.Common;

/// <summary>What is known about one request and its patron when it is decided how and when the patron is told.</summary>
/// <remarks>Texts are as stored; null and empty both mean that there is no value.</remarks>
public sealed record ContactFacts
{
    public required int TransactionNumber { get; init; }

    /// <summary><c>Borrowing</c>, <c>Doc Del</c> or <c>Lending</c>.</summary>
    public required string ProcessType { get; init; }

    /// <summary><c>Loan</c> or <c>Article</c>.</summary>
    public required string RequestType { get; init; }

    public required string TransactionStatus { get; init; }

    /// <summary>The site's NVTGC code; empty means the default site.</summary>
    public required string Site { get; init; }

    /// <summary>The user's NotificationMethod.</summary>
    public string? NotificationMethod { get; init; }

    /// <summary>The user's LoanDeliveryMethod.</summary>
    public string? LoanDeliveryMethod { get; init; }

    /// <summary>The user's DeliveryMethod.</summary>
    public string? UserDeliveryMethod { get; init; }

    /// <summary>The transaction's DeliveryMethod.</summary>
    public string? TransactionDeliveryMethod { get; init; }

    /// <summary>The user's EMailAddress.</summary>
    public string? EMailAddress { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    /// <summary>Whether the user's record has enough of an address for a letter.</summary>
    public bool HasPostalAddress { get; init; }

    /// <summary>The user's Web flag: articles are delivered electronically.</summary>
    public bool ElectronicDelivery { get; init; }

    /// <summary>The user's preference <c>Notification_RequestPickup_Email</c> is No.</summary>
    public bool OptedOut { get; init; }

    /// <summary>The channel of an add-in that takes the user's method, e.g. <c>SMS</c>; null where none does.</summary>
    public string? Channel { get; init; }

    /// <summary>When the request arrived at its status (Tracking, not TransactionDate).</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The notification method, read.</summary>
    public NotificationMethod Method => Common.NotificationMethod.From(NotificationMethod);

    public bool IsLoan => Spelling.Same(RequestType, "Loan");

    public bool IsArticle => Spelling.Same(RequestType, "Article");

    public bool IsBorrowing => Spelling.Same(ProcessType, "Borrowing");

    public bool IsDocDel => Spelling.IsOneOf(ProcessType, "Doc Del", "DocDel");

    public bool HasPhone => !string.IsNullOrWhiteSpace(Phone) || !string.IsNullOrWhiteSpace(MobilePhone);

    /// <summary>
    /// Where the item goes. Loans: the user's LoanDeliveryMethod, else the transaction's DeliveryMethod. Others: the transaction's
    /// DeliveryMethod, else the user's. All empty: Hold for Pickup.
    /// </summary>
    public DeliveryWay Delivery => IsLoan
        ? FirstGiven((LoanDeliveryMethod, "User.LoanDeliveryMethod"), (TransactionDeliveryMethod, "Transaction.DeliveryMethod"))
        : FirstGiven((TransactionDeliveryMethod, "Transaction.DeliveryMethod"), (UserDeliveryMethod, "User.DeliveryMethod"));

    private static DeliveryWay FirstGiven((string? Text, string Field) first, (string? Text, string Field) second) =>
        string.IsNullOrWhiteSpace(first.Text) ? DeliveryWay.From(second.Text, second.Field) : DeliveryWay.From(first.Text, first.Field);
}
