namespace IllAddins.CustomerContact.Delivery;

/// <summary>Reads the password of the mail account; it is never kept and never part of a message.</summary>
internal static class SmtpPassword
{
    /// <summary>The password, or the problem in words; neither when there is no user to log in.</summary>
    public static (string? Password, string? Problem) Read(MailSettings settings)
    {
        if (settings.User.Length == 0)
            return (null, null);
        if (MailSettingsReading.LoginInClear(settings))
            return (null, MailSettingsReading.LoginInClearProblem(settings));
        try
        {
            var password = File.ReadAllText(settings.PasswordFile).TrimEnd('\r', '\n');
            return password.Length > 0
                ? (password, null)
                : (null, $"The password file '{settings.PasswordFile}' (Mail:PasswordFile) is empty; expected the password of '{settings.User}'. Nothing was sent.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"The password file '{settings.PasswordFile}' (Mail:PasswordFile) cannot be read: {fault.Message} Nothing was sent.");
        }
    }
}
