using IllAddins.CustomerContact.Core.Wording;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What is wrong with the settings of the mail. The words stand in MailSettingWords.resx.</summary>
internal static class MailSettingWords
{
    private static readonly RoomWords Words = new(typeof(MailSettingWords), kept: true);

    public static string NotANumber(string key, string found, int least, int most) => Words.Text(nameof(NotANumber), key, found, least, most);

    public static string BadWaits(string key, string found, int most) => Words.Text(nameof(BadWaits), key, found, most);

    public static string SecurityNotSet(string keys, string host) => Words.Text(nameof(SecurityNotSet), keys, host);

    public static string BadSecurity(string keys, string found) => Words.Text(nameof(BadSecurity), keys, found);

    public static string BadHost(string keys, string found) => Words.Text(nameof(BadHost), keys, found);

    public static string BadLocalName(string key, string found) => Words.Text(nameof(BadLocalName), key, found);

    public static string BadPort(string keys, string found) => Words.Text(nameof(BadPort), keys, found);

    public static string BadConnections(string key, string found, int most) => Words.Text(nameof(BadConnections), key, found, most);

    public static string PasswordAndToken(string keys) => Words.Text(nameof(PasswordAndToken), keys);

    public static string UserWithoutPassword(string keys, string user) => Words.Text(nameof(UserWithoutPassword), keys, user);

    public static string PasswordWithoutUser(string keys, string file) => Words.Text(nameof(PasswordWithoutUser), keys, file);

    public static string TokenWithoutUser(string keys, string file) => Words.Text(nameof(TokenWithoutUser), keys, file);

    public static string LoginInClear(string accountKeys, string user, string serverKeys, string host) => Words.Text(nameof(LoginInClear), accountKeys, user, serverKeys, host);

    public static string EmptyPassword(string file, string key, string user) => Words.Text(nameof(EmptyPassword), file, key, user);

    public static string EmptyToken(string file, string key, string user) => Words.Text(nameof(EmptyToken), file, key, user);

    public static string UnreadablePassword(string file, string key, string fault) => Words.Text(nameof(UnreadablePassword), file, key, fault);

    public static string UnreadableToken(string file, string key, string fault) => Words.Text(nameof(UnreadableToken), file, key, fault);
}
