using System.Net;

namespace IllAddins.Host.Cli;

/// <summary>The address that the host listens on.</summary>
public static class ListenAddress
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>What is wrong with an address, in a sentence; null where it can be listened on.</summary>
    public static string? Problem(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.AbsolutePath != "/" || url.Scheme is not ("http" or "https"))
            return $"--listen: found '{address}', expected http://, an IP address and a port, such as {Default}.";
        if (url.Scheme == "https")
            return $"--listen: found '{address}', but the host speaks plain http. Listen on {Default}, and put a TLS proxy in front for other machines.";
        if (url.Host == "localhost")
            return url.Port == 0 ? $"--listen: found '{address}'; a free port can be taken on an IP address alone: http://127.0.0.1:0." : null;
        // The web server takes any other name for 'every address of this machine'.
        return IPAddress.TryParse(url.DnsSafeHost, out _)
            ? null
            : $"--listen: found the name '{url.Host}', expected an IP address, such as {Default}, or http://0.0.0.0:5080 for every address of this machine.";
    }
}
