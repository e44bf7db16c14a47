namespace IllAddins.CustomerContact.ContactForm.Printing;

/// <summary>Requests in the order in which their papers lie on the pile.</summary>
public static class PatronPiles
{
    /// <summary>The requests of one patron at one site together, oldest arrival first; patrons by name.</summary>
    public static IReadOnlyList<IReadOnlyList<IllRequest>> Of(IEnumerable<IllRequest> requests) =>
    [
        .. requests
            .GroupBy(request => (User: request.User.UserName.ToUpperInvariant(), Site: request.Site.NVTGC.ToUpperInvariant()))
            .OrderBy(pile => PatronWords.Name(pile.First().User), StringComparer.OrdinalIgnoreCase)
            .ThenBy(pile => pile.Key.User, StringComparer.Ordinal)
            .ThenBy(pile => pile.Key.Site, StringComparer.Ordinal)
            .Select(pile => pile.OrderBy(request => request.ArrivedAt).ThenBy(request => request.Transaction.TransactionNumber).ToList()),
    ];
}
