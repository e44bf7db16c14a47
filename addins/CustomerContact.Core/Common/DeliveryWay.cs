namespace IllAddins.CustomerContact.Core.Common;

/// <summary>Where the item goes: to a shelf at the pickup place, or to the patron's address.</summary>
public abstract record DeliveryWay
{
    private DeliveryWay()
    {
    }

    public sealed record HoldForPickup : DeliveryWay;

    public sealed record MailToAddress : DeliveryWay;

    /// <summary>A text that is neither, as found, and the field that held it, e.g. <c>User.LoanDeliveryMethod</c>.</summary>
    public sealed record Unknown(string Text, string Field) : DeliveryWay
    {
        /// <summary>What staff read about it.</summary>
        public string Reason => FactWords.UnknownDelivery(Text, Field);
    }

    /// <summary>Reads a delivery method; null and white space mean Hold for Pickup. The field's name is kept for the words about an unknown one.</summary>
    public static DeliveryWay From(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text) || Spelling.IsOneOf(text, "Hold for Pickup", "Hold for Pick up", "Hold for Pick-up"))
            return new HoldForPickup();
        return Spelling.Same(text, "Mail to Address") ? new MailToAddress() : new Unknown(text.Trim(), field);
    }
}
