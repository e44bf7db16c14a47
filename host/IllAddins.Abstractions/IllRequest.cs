namespace IllAddins;

/// <summary>A request with its user and its site, as read in one go.</summary>
public sealed record IllRequest
{
    public required Transaction Transaction { get; init; }

    public required User User { get; init; }

    public required Site Site { get; init; }

    /// <summary>The Tracking row by which the request arrived at its present status; identifies the arrival.</summary>
    public required long ArrivalId { get; init; }

    /// <summary>When it arrived there, from Tracking; the clock for delays.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Where the patron collects the item, from the field that the site names (<see cref="Site.PickupField"/>); the user's NVTGC where that is empty.</summary>
    public required string PickupLocation { get; init; }
}

/// <summary>ILLiad's Transactions row.</summary>
public sealed record Transaction
{
    public required int TransactionNumber { get; init; }

    public required string Username { get; init; }

    /// <summary><c>Borrowing</c>, <c>Doc Del</c> or <c>Lending</c>.</summary>
    public required string ProcessType { get; init; }

    /// <summary><c>Loan</c> or <c>Article</c>.</summary>
    public required string RequestType { get; init; }

    public required TransactionStatus TransactionStatus { get; init; }

    public required ChangeMark Changed { get; init; }

    /// <summary>All fields by ILLiad's names, compared without regard to case; also columns that ILLiad does not know but an import brought.
    /// A known field is always there; null means it has no value. Values are string, int, bool or DateTimeOffset (UTC).</summary>
    public required IReadOnlyDictionary<string, object?> Fields { get; init; }

    /// <summary>A text field's value; empty where it has none or is not there.</summary>
    public string Text(string field) => Fields.GetValueOrDefault(field) as string ?? "";
}

/// <summary>ILLiad's Users row; screens say Customer.</summary>
public sealed record User
{
    public required string UserName { get; init; }

    /// <summary>As <see cref="Transaction.Fields"/>.</summary>
    public required IReadOnlyDictionary<string, object?> Fields { get; init; }

    /// <summary>A text field's value; empty where it has none or is not there.</summary>
    public string Text(string field) => Fields.GetValueOrDefault(field) as string ?? "";
}
