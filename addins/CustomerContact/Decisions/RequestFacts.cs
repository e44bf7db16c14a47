using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Decisions;

/// <summary>What the decisions need to know of a request.</summary>
public static class RequestFacts
{
    private const string PickupByEMail = "Notification_RequestPickup_Email";

    /// <param name="request">The request.</param>
    /// <param name="channels">Those of add-ins, which take notification methods of their own.</param>
    public static ContactFacts Of(IllRequest request, IReadOnlyList<NotificationChannel> channels)
    {
        var method = request.User.Text("NotificationMethod").Trim();
        return Of(request) with
        {
            Channel = channels.FirstOrDefault(channel => channel.Methods.Any(taken => string.Equals(taken.Trim(), method, StringComparison.OrdinalIgnoreCase)))?.Name,
        };
    }

    public static ContactFacts Of(IllRequest request)
    {
        var (transaction, user) = (request.Transaction, request.User);
        return new ContactFacts
        {
            TransactionNumber = transaction.TransactionNumber,
            ProcessType = transaction.ProcessType,
            RequestType = transaction.RequestType,
            TransactionStatus = transaction.TransactionStatus.Name,
            Site = request.Site.NVTGC,
            NotificationMethod = user.Text("NotificationMethod"),
            LoanDeliveryMethod = user.Text("LoanDeliveryMethod"),
            UserDeliveryMethod = user.Text("DeliveryMethod"),
            TransactionDeliveryMethod = transaction.Text("DeliveryMethod"),
            EMailAddress = user.Text("EMailAddress"),
            Phone = user.Text("Phone"),
            MobilePhone = user.Text("MobilePhone"),
            HasPostalAddress = user.Text("Address").Trim().Length > 0,
            ElectronicDelivery = user.Fields.GetValueOrDefault("Web") is true,
            OptedOut = IsNo(user.Text(PickupByEMail)),
            ArrivedAt = request.ArrivedAt,
        };
    }

    private static bool IsNo(string text) => text.Trim().ToUpperInvariant() is "NO" or "N" or "FALSE" or "0";
}
