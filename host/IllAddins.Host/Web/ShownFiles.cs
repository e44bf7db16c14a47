using System.Buffers.Text;
using System.Security.Cryptography;

namespace IllAddins.Host.Web;

/// <summary>Documents that commands made, kept in memory for a short while for the one who asked.</summary>
/// <param name="clock">Tells when a document has been kept long enough.</param>
/// <param name="capacity">Bytes, for all documents together.</param>
public sealed class ShownFiles(TimeProvider clock, long capacity)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>Bytes.</summary>
    public const long UsualCapacity = 256L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly LinkedList<Shown> files = [];

    /// <summary>Keeps a file; the oldest make room.</summary>
    /// <returns>Its id, not to be guessed; null if the file alone is larger than the capacity.</returns>
    public string? Keep(string user, ScreenFile file)
    {
        if (file.Content.Length > capacity)
            return null;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        lock (gate)
        {
            files.AddLast(new Shown(id, user, file, clock.GetUtcNow() + Kept));
            var size = files.Sum(shown => (long)shown.File.Content.Length);
            while (files.First is { } oldest && (size > capacity || oldest.Value.Until <= clock.GetUtcNow()))
            {
                size -= oldest.Value.File.Content.Length;
                files.RemoveFirst();
            }
        }

        return id;
    }

    /// <summary>The file, or null if it is gone or somebody else's.</summary>
    public ScreenFile? Find(string user, string id)
    {
        lock (gate)
        {
            return files.FirstOrDefault(shown => shown.Id == id && shown.User == user && shown.Until > clock.GetUtcNow())?.File;
        }
    }

    private sealed record Shown(string Id, string User, ScreenFile File, DateTimeOffset Until);
}
