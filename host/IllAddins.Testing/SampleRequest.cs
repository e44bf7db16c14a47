namespace IllAddins.Testing;

/// <summary>A request for a test, with its user; what a test does not name is made up, and the same each time.</summary>
public sealed record SampleRequest
{
    /// <summary>The NVTGC of its user's site, which is made where it is not there.</summary>
    public string Site { get; init; } = "MAIN";

    /// <summary>Its user, who is made where there is none of the name.</summary>
    public string UserName { get; init; } = "jdoe";

    /// <summary>Where it stands; any text.</summary>
    public string Status { get; init; } = "Awaiting Customer Contact";

    public string ProcessType { get; init; } = "Borrowing";

    public string RequestType { get; init; } = "Loan";

    /// <summary>Other fields of the request by ILLiad's names, e.g. <c>LoanTitle</c>.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>();

    /// <summary>Other fields of a user who is made, by ILLiad's names, e.g. <c>NotificationMethod</c>.</summary>
    public IReadOnlyDictionary<string, string?> UserFields { get; init; } = new Dictionary<string, string?>();
}
