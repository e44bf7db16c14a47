using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace IllAddins.Host.Web;

/// <summary>Links that sign one account in, once, within an hour; kept in memory, hashed.</summary>
/// <remarks>Following the link shows a page with a button and only the button uses it up, so a mail program's or chat's preview does not burn it.</remarks>
public sealed class OneTimeLinks(TimeProvider clock)
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    private const int TokenBytes = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Link> byHash = [];

    /// <summary>Makes a link for an account.</summary>
    /// <returns>The path and query to put behind the shell's own address.</returns>
    public string Issue(string userName)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        lock (gate)
        {
            byHash[Hash(token)] = new Link(userName, clock.GetUtcNow() + Valid);
        }

        return $"{SignInEndpoints.OncePath}?token={token}";
    }

    /// <summary>The account a token would sign in, or null if it is used up, too old or unknown.</summary>
    public string? Peek(string token)
    {
        lock (gate)
        {
            return byHash.TryGetValue(Hash(token), out var link) && link.Until > clock.GetUtcNow() ? link.UserName : null;
        }
    }

    /// <summary>Uses a token up.</summary>
    /// <returns>The account to sign in, or null if it is used up, too old or unknown.</returns>
    public string? Redeem(string token)
    {
        lock (gate)
        {
            return byHash.Remove(Hash(token), out var link) && link.Until > clock.GetUtcNow() ? link.UserName : null;
        }
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record Link(string UserName, DateTimeOffset Until);
}
