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
        var isToken = settings.AccessTokenFile.Length > 0;
        var (file, key) = isToken
            ? (settings.AccessTokenFile, $"{settings.AccountKeys}AccessTokenFile")
            : (settings.PasswordFile, $"{settings.AccountKeys}PasswordFile");
        try
        {
            var secret = File.ReadAllText(file).TrimEnd('\r', '\n');
            return secret.Length > 0
                ? (secret, null)
                : (null, isToken ? MailSettingWords.EmptyToken(file, key, settings.User) : MailSettingWords.EmptyPassword(file, key, settings.User));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, isToken ? MailSettingWords.UnreadableToken(file, key, fault.Message) : MailSettingWords.UnreadablePassword(file, key, fault.Message));
        }
    }
}
