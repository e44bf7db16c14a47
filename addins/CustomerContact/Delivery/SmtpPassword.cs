namespace IllAddins.CustomerContact.Delivery;

/// <summary>Reads what proves the mail account to be ours, a password or an access token; it is never kept and never part of a message.</summary>
internal static class SmtpPassword
{
    /// <summary>The password or token, or the problem in words; neither when there is no user to log in.</summary>
    public static (string? Password, string? Problem) Read(MailSettings settings)
    {
        if (settings.User.Length == 0)
            return (null, null);
        if (MailSettingsReading.LoginInClear(settings))
            return (null, MailSettingsReading.LoginInClearProblem(settings));
        var (what, file, key) = settings.AccessTokenFile.Length > 0
            ? ("access token", settings.AccessTokenFile, "AccessTokenFile")
            : ("password", settings.PasswordFile, "PasswordFile");
        var named = $"The {what} file '{file}' ({settings.AccountKeys}{key})";
        try
        {
            var secret = File.ReadAllText(file).TrimEnd('\r', '\n');
            return secret.Length > 0
                ? (secret, null)
                : (null, $"{named} is empty; expected the {what} of '{settings.User}'. Nothing was sent.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"{named} cannot be read: {fault.Message} Nothing was sent.");
        }
    }
}
