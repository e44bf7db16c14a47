namespace IllAddins.CustomerContact.Delivery;

/// <summary>Where a site's mail goes, and by which rules.</summary>
public sealed record SiteMail(MailSettings Settings, DeliveryRules Rules)
{
    /// <summary>Reads both for a site.</summary>
    /// <returns>Null with everything that is wrong, one sentence for each; or both, with no problem.</returns>
    public static (SiteMail? Mail, IReadOnlyList<string> Problems) Read(IAddinHost host, string site)
    {
        try
        {
            return (MailSettingsReading.Read(host.Setting, host.DataFolder, site), DeliveryRulesReading.Read(host.Setting, site)) switch
            {
                (MailSettingsReading.Valid { Settings: var settings }, DeliveryRulesReading.Valid { Rules: var rules }) => (new SiteMail(settings, rules), []),
                var (settings, rules) => (null, [.. Problems(settings), .. Problems(rules)]),
            };
        }
        catch (InvalidDataException unreadable)
        {
            return (null, [unreadable.Message]);
        }
    }

    private static IReadOnlyList<string> Problems(MailSettingsReading reading) => reading is MailSettingsReading.Invalid invalid ? invalid.Problems : [];

    private static IReadOnlyList<string> Problems(DeliveryRulesReading reading) => reading is DeliveryRulesReading.Invalid invalid ? invalid.Problems : [];
}
