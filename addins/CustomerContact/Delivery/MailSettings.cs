namespace IllAddins.CustomerContact.Delivery;

/// <summary>How the connection to the mail server is protected. There is no "if available": what is asked for is had, or nothing is sent.</summary>
public enum MailSecurity
{
    /// <summary>In clear, for a relay on the same machine or a trusted network.</summary>
    None,
    /// <summary>In clear until STARTTLS, which the server must offer.</summary>
    StartTls,
    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>Where mail goes: an SMTP server, or a folder when <see cref="Host"/> is empty.</summary>
public sealed record MailSettings
{
    internal const int UsualConnections = 4;
    internal const int MostConnections = 64;

    /// <summary>Name or address of the SMTP server; empty means the pickup folder.</summary>
    public string Host { get; init; } = "";

    /// <summary>TCP port, 1 to 65535.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Protection of the connection.</summary>
    public MailSecurity Security { get; init; }

    /// <summary>Account on the server; empty means no login.</summary>
    public string User { get; init; } = "";

    /// <summary>File whose content, without the trailing line break, is the password; read at every connection so that it can be changed at any time.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>File that holds an OAuth 2 access token, sent by XOAUTH2 instead of a password; read at every connection, since tokens live for an hour.</summary>
    public string AccessTokenFile { get; init; } = "";

    /// <summary>Folder that takes .eml files when there is no host; made at the first mail.</summary>
    public string PickupFolder { get; init; } = "mail";

    /// <summary>Our own name in EHLO; empty means the machine's name.</summary>
    public string LocalName { get; init; } = "";

    /// <summary>How many connections to the SMTP server may be open at once for a site, 1 to 64.</summary>
    public int Connections { get; init; } = UsualConnections;

    /// <summary>Longest wait for each single step: connecting, the TLS handshake, one answer, one block of text.</summary>
    public TimeSpan StepTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for the answer to the final dot. Longer than a step, since giving up here leaves a mail whose fate is not known (RFC 5321, 4.5.3.2.6).</summary>
    public TimeSpan FinalAnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True when mail goes to an SMTP server, false when it goes to the pickup folder.</summary>
    public bool UsesSmtp => Host.Length > 0;

    /// <summary>Which account of which server it is; another one has no part in this one's outages.</summary>
    public string Account => UsesSmtp ? $"{User}@{Server}" : PickupFolder;

    /// <summary>Where the settings of the server stand, for messages: <c>Mail:</c> or <c>Mail:Sites:CODE:</c>.</summary>
    public string ServerKeys { get; init; } = MailKeys.Common;

    /// <summary>Where the settings of the account stand, for messages.</summary>
    public string AccountKeys { get; init; } = MailKeys.Common;

    internal string Server => $"{Host}:{Port}";
}
