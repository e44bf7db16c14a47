using System.Globalization;
using System.Net;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Settings as they were found: usable, or with everything that is wrong in words.</summary>
public abstract record MailSettingsReading
{
    private MailSettingsReading()
    {
    }

    /// <summary>Settings that can be used.</summary>
    public sealed record Valid(MailSettings Settings) : MailSettingsReading;

    /// <summary>Settings that cannot; one sentence for each problem, never empty.</summary>
    public sealed record Invalid(IReadOnlyList<string> Problems) : MailSettingsReading;

    /// <summary>Reads the keys Mail:Host, Port, Security, User, PasswordFile, AccessTokenFile, PickupFolder, LocalName and Connections.</summary>
    /// <remarks>
    /// A site's own stand under <c>Mail:Sites:CODE:</c>. Those of one server (Host, Port, Security, PickupFolder) and those of one account (User, PasswordFile,
    /// AccessTokenFile) belong together, so that no password goes to another server than its own.
    /// </remarks>
    /// <param name="setting">Gives the value of a key; null or white space means that it is not set.</param>
    /// <param name="dataFolder">Relative paths start here; the pickup folder is <c>mail</c> in it unless set.</param>
    /// <param name="site">The site's code; null for the settings of all.</param>
    public static MailSettingsReading Read(Func<string, string?> setting, string dataFolder, string? site = null)
    {
        var keys = new MailKeys(setting, site);
        var server = keys.PrefixOf("Host", "PickupFolder");
        var account = server == keys.Own ? server : keys.PrefixOf("User", "PasswordFile", "AccessTokenFile");
        string Path(string value) => value.Length == 0 ? "" : System.IO.Path.Combine(dataFolder, value);

        var problems = new List<string>();
        var host = ReadHost(server, keys.At(server, "Host"), problems);
        var security = ReadSecurity(server, keys.At(server, "Security"), host, problems);
        var settings = new MailSettings
        {
            Host = host,
            Security = security,
            Port = ReadPort(server, keys.At(server, "Port"), security, problems),
            User = keys.At(account, "User"),
            PasswordFile = Path(keys.At(account, "PasswordFile")),
            AccessTokenFile = Path(keys.At(account, "AccessTokenFile")),
            PickupFolder = Path(keys.At(server, "PickupFolder") is { Length: > 0 } folder ? folder : "mail"),
            LocalName = ReadLocalName(keys.Either("LocalName"), problems),
            Connections = ReadConnections(keys.Either("Connections"), problems),
            ServerKeys = server,
            AccountKeys = account,
        };
        AddLoginProblems(settings, problems);
        return problems.Count == 0 ? new Valid(settings) : new Invalid(problems);
    }

    /// <summary>True when a password or a token would cross a network that others can listen to.</summary>
    internal static bool LoginInClear(MailSettings settings) =>
        settings is { UsesSmtp: true, Security: MailSecurity.None, User.Length: > 0 } && !IsLoopback(settings.Host);

    internal static string LoginInClearProblem(MailSettings settings) =>
        MailSettingWords.LoginInClear(settings.AccountKeys, settings.User, settings.ServerKeys, settings.Host);

    /// <returns>Empty where it is none, so that nothing else is said of it.</returns>
    private static string ReadHost(string keys, string value, List<string> problems)
    {
        if (value.Length == 0 || Uri.CheckHostName(value) != UriHostNameType.Unknown)
            return value;
        problems.Add(MailSettingWords.BadHost(keys, HeaderText.OneLine(value)));
        return "";
    }

    // Said to the server as it stands here: a line break in it would be another command.
    private static string ReadLocalName((string Key, string Value) found, List<string> problems)
    {
        if (!found.Value.All(letter => letter is > ' ' and <= '~'))
            problems.Add(MailSettingWords.BadLocalName(found.Key, HeaderText.OneLine(found.Value)));
        return found.Value;
    }

    private static MailSecurity ReadSecurity(string keys, string value, string host, List<string> problems)
    {
        switch (value.ToUpperInvariant())
        {
            case "NONE": return MailSecurity.None;
            case "STARTTLS": return MailSecurity.StartTls;
            case "TLS": return MailSecurity.Tls;
            case "" when host.Length == 0 || IsLoopback(host): return MailSecurity.None;
            case "":
                problems.Add(MailSettingWords.SecurityNotSet(keys, host));
                return MailSecurity.None;
            default:
                problems.Add(MailSettingWords.BadSecurity(keys, value));
                return MailSecurity.None;
        }
    }

    private static int ReadPort(string keys, string value, MailSecurity security, List<string> problems)
    {
        var usual = security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };
        if (value.Length == 0)
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort)
            return port;
        problems.Add(MailSettingWords.BadPort(keys, value));
        return usual;
    }

    private static int ReadConnections((string Key, string Value) found, List<string> problems)
    {
        if (found.Value.Length == 0)
            return MailSettings.UsualConnections;
        if (int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var connections) && connections is > 0 and <= MailSettings.MostConnections)
            return connections;
        problems.Add(MailSettingWords.BadConnections(found.Key, found.Value, MailSettings.MostConnections));
        return MailSettings.UsualConnections;
    }

    private static void AddLoginProblems(MailSettings settings, List<string> problems)
    {
        var keys = settings.AccountKeys;
        if (settings is { PasswordFile.Length: > 0, AccessTokenFile.Length: > 0 })
            problems.Add(MailSettingWords.PasswordAndToken(keys));
        if (settings is { User.Length: > 0, PasswordFile.Length: 0, AccessTokenFile.Length: 0 })
            problems.Add(MailSettingWords.UserWithoutPassword(keys, settings.User));
        if (settings is { User.Length: 0, PasswordFile.Length: > 0 })
            problems.Add(MailSettingWords.PasswordWithoutUser(keys, settings.PasswordFile));
        if (settings is { User.Length: 0, AccessTokenFile.Length: > 0 })
            problems.Add(MailSettingWords.TokenWithoutUser(keys, settings.AccessTokenFile));
        if (problems.Count == 0 && LoginInClear(settings))
            problems.Add(LoginInClearProblem(settings));
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
