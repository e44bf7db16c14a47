using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.ContactForm;

namespace IllAddins.CustomerContact.ContactForm;

/// <summary>A request as a row of the form.</summary>
public static class ContactRow
{
    // Fields that may hold a barcode: the item's, as the lender or we have put it on, and the patron's.
    private static readonly string[] ItemCodes = ["ItemNumber", "ReferenceNumber", "ILLNumber", "ESPNumber"];
    private static readonly string[] PatronCodes = ["SSN", "Number"];

    /// <summary>Makes the row.</summary>
    public static ScreenRow Of(PlacedRequest placed, ContactTrace trace, DateTimeOffset now)
    {
        var request = placed.Request;
        var received = trace.ReceivedAt is { } stored ? StoredTime.Read(stored) : request.ArrivedAt;
        return new ScreenRow
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ArrivalId = request.ArrivalId,
            Group = placed.Placement.Group.ToString(),
            Site = request.Site.NVTGC,
            Mends = placed.Placement.Mends,
            Together = Companions.Patron(request),
            Codes = Codes(request),
            Cells = new Dictionary<string, object?>(ContactScreen.ColumnCount)
            {
                ["Customer"] = PatronWords.Name(request.User),
                ["Phone"] = PatronWords.Phone(request.User),
                ["EMail"] = request.User.Text("EMailAddress"),
                ["Title"] = PatronWords.Title(request.Transaction),
                ["Pickup"] = request.PickupLocation,
                ["Received"] = received,
                ["Waiting"] = now - received,
                ["Due"] = request.Transaction.Fields.GetValueOrDefault("DueDate"),
                ["Tries"] = trace.Tries == 0 ? null : trace.Tries,
                ["LastTry"] = LastTry(request.Site, trace, now),
                ["CallAgain"] = trace.LastCall?.CallAgainAt is { } again ? StoredTime.Read(again) : null,
                ["Printed"] = trace.Prints == 0 ? null : trace.Prints,
                ["Notice"] = trace.Notice,
                ["Reason"] = Reason(placed, trace, now),
            },
        };
    }

    // No sweep before that moment sends it.
    private static string Reason(PlacedRequest placed, ContactTrace trace, DateTimeOffset now) =>
        placed.Placement.Group == ContactGroup.EMail && trace is { PutOff: { } answer, TryAgainAt: { } at } && StoredTime.Read(at) is var again && again > now
            ? FormWords.PutOff(SiteTimes.Words(placed.Request.Site, again, now), answer)
            : placed.Placement.Reason;

    // Made for every row of a list: without a query, which would cost more than the codes.
    private static List<string> Codes(IllRequest request)
    {
        var codes = new List<string>(ItemCodes.Length + PatronCodes.Length);
        foreach (var field in ItemCodes)
            Add(request.Transaction.Text(field).Trim());
        foreach (var field in PatronCodes)
            Add(request.User.Text(field).Trim());
        return codes;

        void Add(string code)
        {
            if (code.Length > 0 && !codes.Contains(code, StringComparer.OrdinalIgnoreCase))
                codes.Add(code);
        }
    }

    private static string? LastTry(Site site, ContactTrace trace, DateTimeOffset now) => trace.LastCall is { } call
        ? $"{FormWords.LastTryWas(call.Said, SiteTimes.Words(site, StoredTime.Read(call.CalledAt), now), call.CalledBy)}{(call.Note.Length > 0 ? $": {call.Note}" : "")}"
        : null;
}
