namespace IllAddins.CustomerContact.Core.Reasons;

/// <summary>What would release a request that is held.</summary>
public static class Release
{
    /// <summary>In a sentence.</summary>
    /// <param name="holdKind">The kind of the hold as it is stored; null or an unknown one gives a general sentence.</param>
    /// <param name="transactionNumber">The request.</param>
    public static string Words(string? holdKind, int transactionNumber) => holdKind switch
    {
        "ScriptHold" => ReasonWords.StaffRelease(transactionNumber),
        "ScriptFault" => ReasonWords.MendedScriptReleases,
        "Settings" => ReasonWords.MendedSettingsRelease,
        "NoAddress" => ReasonWords.AddressReleases,
        "OptedOut" => ReasonWords.TellOrOptIn,
        "UnknownMethod" => ReasonWords.MethodReleases,
        "UnknownDelivery" => ReasonWords.DeliveryReleases,
        "ElectronicDelivery" => ReasonWords.RouteByHand,
        "NoPhone" => ReasonWords.PhoneNumberReleases,
        "NoPostalAddress" => ReasonWords.PostalAddressReleases,
        "NoTemplate" => ReasonWords.TemplateReleases,
        "TemplateDisabled" => ReasonWords.EnabledTemplateReleases,
        "TemplateFault" => ReasonWords.MendedTemplateReleases,
        "Suppressed" => ReasonWords.TellOrChooseTemplate,
        "EMailRefused" => ReasonWords.CorrectAddressOrTell,
        "EMailUnknown" => ReasonWords.SayWhetherDelivered,
        "EMailGivenUp" or "EMailTooOld" or "EMailCancelled" => ReasonWords.SendAgainOrTell,
        _ => ReasonWords.MendReleases,
    };
}
