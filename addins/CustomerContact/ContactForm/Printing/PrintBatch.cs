using IllAddins.CustomerContact.Letters;

namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>What a batch of papers is.</summary>
public enum PrintKind
{
    /// <summary>For patrons: counted as a contact.</summary>
    Letters,

    /// <summary>For the hold shelf.</summary>
    Slips,
}

/// <summary>Papers printed in one go.</summary>
public sealed record PrintBatch
{
    public required PrintKind Kind { get; init; }

    /// <summary>The staff member's user name.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<IllRequest> Requests { get; init; }

    /// <summary>E.g. <c>12 letters for 15 requests</c>.</summary>
    public required string Said { get; init; }

    public required LetterResult Result { get; init; }

    /// <summary>Sentences about what was left alone or could not be printed as meant, each with a space before it; empty for none.</summary>
    public string Rest { get; init; } = "";

    /// <summary>What could not be printed as meant, by transaction number: History keeps all of it, the answer has room for the first.</summary>
    public IReadOnlyDictionary<int, string> Remarks { get; init; } = new Dictionary<int, string>();

    /// <summary>The remarks of papers, each about some requests.</summary>
    public static IReadOnlyDictionary<int, string> RemarksOf(LetterResult result, IEnumerable<IReadOnlyList<IllRequest>> papers) =>
        papers.Zip(result.WarningsOfEach, (requests, warnings) => (requests, warnings)).Where(paper => paper.warnings.Count > 0)
            .SelectMany(paper => paper.requests.Select(request => (request.Transaction.TransactionNumber, Words: string.Join(" ", paper.warnings))))
            .ToDictionary(remark => remark.TransactionNumber, remark => remark.Words);

    public string Words => PaperWords.PrintedOn(Said, PaperWords.Pages(Result.Pages)) + Rest;
}
