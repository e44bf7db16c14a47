namespace IllAddins.CustomerContact.Delivery;

/// <summary>Chooses the transport that the settings ask for.</summary>
public static class MailTransports
{
    /// <summary>An SMTP transport when a host is set, else the pickup folder. Nothing is connected or made before the first mail.</summary>
    /// <param name="settings">Settings that were read as valid.</param>
    /// <param name="time">Clock of the time-outs.</param>
    /// <param name="journal">Account of what was handed over; null keeps none.</param>
    public static IMailTransport Open(MailSettings settings, TimeProvider time, SendJournal? journal = null) =>
        settings.UsesSmtp ? new SmtpTransport(settings, time, journal) : new PickupFolderTransport(settings.PickupFolder, journal);
}
