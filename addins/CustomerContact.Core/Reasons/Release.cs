namespace IllAddins.CustomerContact.Core.Reasons;

/// <summary>What would release a request that is held.</summary>
public static class Release
{
    /// <summary>In a sentence.</summary>
    /// <param name="holdKind">The kind of the hold as it is stored; null or an unknown one gives a general sentence.</param>
    /// <param name="transactionNumber">The request.</param>
    public static string Words(string? holdKind, int transactionNumber) => holdKind switch
    {
        "ScriptHold" => $"Staff release it on this form, or with: requests release {transactionNumber}",
        "ScriptFault" => "A mended script releases it at the next sweep.",
        "Settings" => "Once the site's settings, its calendar or the request are mended, the next sweep releases it.",
        "NoAddress" => "An e-mail address or another notification method in the customer's record releases it at the next sweep.",
        "OptedOut" => "Tell the customer by phone or mail and mark it, or turn the customer's pickup e-mails on again.",
        "UnknownMethod" => "A notification method of Electronic, Phone or Mail in the customer's record releases it at the next sweep.",
        "UnknownDelivery" => "A delivery method of Hold for Pickup or Mail to Address releases it at the next sweep.",
        "ElectronicDelivery" => "Route it by hand: the customer reads it online.",
        "NoPhone" => "A phone number or another notification method in the customer's record releases it at the next sweep.",
        "NoPostalAddress" => "A postal address or another notification method in the customer's record releases it at the next sweep.",
        "NoTemplate" => "Once there is such a template, or another one is chosen, the next sweep releases it.",
        "TemplateDisabled" => "Once the template is enabled, the next sweep releases it.",
        "TemplateFault" => "Once the template is mended, the next sweep releases it.",
        "Suppressed" => "Tell the customer otherwise and mark it, or route it on; a script that chooses a template releases it at the next sweep.",
        "EMailRefused" => "Correct the address and send it again, or tell the customer by phone or mail and mark it.",
        "EMailUnknown" => "Staff say whether it was delivered or is to be sent again.",
        "EMailGivenUp" or "EMailTooOld" or "EMailCancelled" => "Staff send it again, or tell the customer by phone or mail and mark it.",
        _ => "Once that is mended, the next sweep releases it.",
    };
}
