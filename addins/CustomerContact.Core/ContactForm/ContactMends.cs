using System.Collections.Immutable;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>The commands of the form, by name.</summary>
public static class ContactCommands
{
    public const string NotifiedViaPhone = "notified-via-phone";
    public const string NotifiedViaMail = "notified-via-mail";
    public const string SendEMail = "send-e-mail-now";
    public const string FixAddress = "fix-address";
    public const string Resend = "send-again";
    public const string Delivered = "was-delivered";
    public const string CancelNotice = "cancel-notice";
    public const string Release = "release-hold";
    public const string ToPhone = "method-phone";
    public const string ToMail = "method-mail";
    public const string ToEMail = "method-e-mail";
}

/// <summary>Which commands mend what keeps a patron from being told.</summary>
public static class ContactMends
{
    /// <summary>The commands that fit, the likeliest first; empty where only the record itself, a script or a setting can be mended.</summary>
    /// <param name="kind">What the request is held for.</param>
    /// <param name="facts">The request: a way of telling that lacks a number or an address is not offered.</param>
    public static ImmutableArray<string> For(HoldKind kind, ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return kind switch
        {
            HoldKind.NoAddress => [ContactCommands.FixAddress, .. OtherWays(facts)],
            // A number that cannot be reached is mended on the record itself.
            HoldKind.EMailRefused when facts.Channel is not null => [.. Called(facts), ContactCommands.Resend, .. Ways(facts)],
            HoldKind.EMailGivenUp when facts.Channel is not null => [ContactCommands.Resend, .. Called(facts), .. Ways(facts)],
            HoldKind.EMailRefused => [ContactCommands.FixAddress, .. Called(facts), ContactCommands.Resend, .. OtherWays(facts)],
            HoldKind.EMailUnknown => [ContactCommands.Delivered, ContactCommands.Resend, ContactCommands.CancelNotice],
            HoldKind.EMailGivenUp => [ContactCommands.Resend, ContactCommands.FixAddress, .. Called(facts), .. OtherWays(facts)],
            HoldKind.EMailTooOld => [ContactCommands.Resend, ContactCommands.CancelNotice, .. Called(facts)],
            HoldKind.EMailCancelled => [ContactCommands.Resend, ContactCommands.SendEMail, .. Called(facts)],
            HoldKind.OptedOut => [.. Called(facts), .. OtherWays(facts)],
            HoldKind.NoPhone or HoldKind.NoPostalAddress or HoldKind.UnknownMethod => Ways(facts),
            HoldKind.NoTemplate or HoldKind.TemplateDisabled or HoldKind.TemplateFault or HoldKind.Suppressed or HoldKind.ScriptFault =>
                [ContactCommands.SendEMail, .. Called(facts)],
            HoldKind.UnknownDelivery => [ContactCommands.SendEMail, .. Called(facts)],
            _ => [],
        };
    }

    private static ImmutableArray<string> Called(ContactFacts facts) => facts.HasPhone ? [ContactCommands.NotifiedViaPhone] : [];

    private static ImmutableArray<string> Ways(ContactFacts facts) =>
        [.. EMailAddresses.Complaint(facts.EMailAddress) is null ? (string[])[ContactCommands.ToEMail] : [], .. OtherWays(facts)];

    // Not the way that the record names already.
    private static ImmutableArray<string> OtherWays(ContactFacts facts) =>
    [
        .. facts.HasPhone && facts.Method is not NotificationMethod.Phone ? (string[])[ContactCommands.ToPhone] : [],
        .. facts.HasPostalAddress && facts.Method is not NotificationMethod.Mail ? (string[])[ContactCommands.ToMail] : [],
    ];
}
