namespace IllAddins.CustomerContact.Delivery;

/// <summary>The settings of mail as one site sees them: its own under <c>Mail:Sites:CODE:</c>, and everybody's under <c>Mail:</c>.</summary>
/// <param name="setting">Gives the value of a key; null or white space means that it is not set.</param>
/// <param name="site">The site's code; null for everybody's alone.</param>
internal sealed class MailKeys(Func<string, string?> setting, string? site)
{
    public const string Common = "Mail:";

    public string Own { get; } = site is null ? Common : $"Mail:Sites:{site}:";

    /// <summary>Where keys that belong together stand: the site's own where it has one of them, else everybody's.</summary>
    public string PrefixOf(params string[] keys) => keys.Any(key => At(Own, key).Length > 0) ? Own : Common;

    /// <summary>A value; empty where it is not set.</summary>
    public string At(string prefix, string key) => setting(prefix + key)?.Trim() ?? "";

    /// <summary>The site's own value, else everybody's, with the key it was found at.</summary>
    public (string Key, string Value) Either(string key)
    {
        var prefix = PrefixOf(key);
        return (prefix + key, At(prefix, key));
    }
}
