using System.Globalization;
using System.Net;

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

    /// <summary>Reads the keys Mail:Host, Port, Security, User, PasswordFile, PickupFolder, LocalName and Connections.</summary>
    /// <param name="setting">Gives the value of a key; null or white space means that it is not set.</param>
    /// <param name="dataFolder">Relative paths start here; the pickup folder is <c>mail</c> in it unless set.</param>
    public static MailSettingsReading Read(Func<string, string?> setting, string dataFolder)
    {
        string Value(string key) => setting($"Mail:{key}")?.Trim() ?? "";
        string Path(string value) => value.Length == 0 ? "" : System.IO.Path.Combine(dataFolder, value);

        var problems = new List<string>();
        var host = Value("Host");
        var security = ReadSecurity(Value("Security"), host, problems);
        var settings = new MailSettings
        {
            Host = host,
            Security = security,
            Port = ReadPort(Value("Port"), security, problems),
            User = Value("User"),
            PasswordFile = Path(Value("PasswordFile")),
            PickupFolder = Path(Value("PickupFolder") is { Length: > 0 } folder ? folder : "mail"),
            LocalName = Value("LocalName"),
            Connections = ReadConnections(Value("Connections"), problems),
        };
        AddLoginProblems(settings, problems);
        return problems.Count == 0 ? new Valid(settings) : new Invalid(problems);
    }

    /// <summary>True when a password would cross a network that others can listen to.</summary>
    internal static bool LoginInClear(MailSettings settings) =>
        settings is { UsesSmtp: true, Security: MailSecurity.None, User.Length: > 0 } && !IsLoopback(settings.Host);

    internal static string LoginInClearProblem(MailSettings settings) =>
        $"Mail:User is '{settings.User}' and Mail:Security is None: the password would go to {settings.Host} in clear, which is done only on this machine itself. Set Mail:Security to StartTls or Tls, or empty Mail:User.";

    private static MailSecurity ReadSecurity(string value, string host, List<string> problems)
    {
        switch (value.ToUpperInvariant())
        {
            case "NONE": return MailSecurity.None;
            case "STARTTLS": return MailSecurity.StartTls;
            case "TLS": return MailSecurity.Tls;
            case "" when host.Length == 0 || IsLoopback(host): return MailSecurity.None;
            case "":
                problems.Add($"Mail:Security is not set, and Mail:Host is '{host}', another machine; expected StartTls or Tls, or None to send in clear on purpose.");
                return MailSecurity.None;
            default:
                problems.Add($"Mail:Security is '{value}'; expected None, StartTls or Tls.");
                return MailSecurity.None;
        }
    }

    private static int ReadPort(string value, MailSecurity security, List<string> problems)
    {
        var usual = security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };
        if (value.Length == 0)
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort)
            return port;
        problems.Add($"Mail:Port is '{value}'; expected a number from 1 to 65535.");
        return usual;
    }

    private static int ReadConnections(string value, List<string> problems)
    {
        if (value.Length == 0)
            return MailSettings.UsualConnections;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var connections) && connections is > 0 and <= MailSettings.MostConnections)
            return connections;
        problems.Add($"Mail:Connections is '{value}'; expected a number from 1 to {MailSettings.MostConnections}.");
        return MailSettings.UsualConnections;
    }

    private static void AddLoginProblems(MailSettings settings, List<string> problems)
    {
        if (settings.User.Length > 0 && settings.PasswordFile.Length == 0)
            problems.Add($"Mail:User is '{settings.User}', but Mail:PasswordFile is not set; expected the path of a file that holds the password.");
        if (settings.User.Length == 0 && settings.PasswordFile.Length > 0)
            problems.Add($"Mail:PasswordFile is '{settings.PasswordFile}', but Mail:User is not set; expected the account that the password belongs to.");
        if (problems.Count == 0 && LoginInClear(settings))
            problems.Add(LoginInClearProblem(settings));
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
