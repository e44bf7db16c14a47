using System.Security.Cryptography;
using System.Text;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>A text of a script that was made live once, or the removal of its file.</summary>
public sealed record StoredVersion
{
    /// <summary>A site's code, or <c>default</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Counted from 1 at each place.</summary>
    public required long Number { get; init; }

    /// <summary>The file was deleted: the default script decides from here on, and there is no text.</summary>
    public bool Removed { get; init; }

    /// <summary>The text's SHA-256, in hexadecimal digits; empty for a removal.</summary>
    public required string Hash { get; init; }

    public required string Text { get; init; }

    /// <summary>Stored form.</summary>
    public required string PublishedAt { get; init; }

    /// <summary>A user's name, or <see cref="FileOnDisk"/>.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>What the one who published it says of it; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>It answered at least once without a fault.</summary>
    public bool Worked { get; init; }

    /// <summary>Who publishes what was edited in the folder.</summary>
    public const string FileOnDisk = "file on disk";

    /// <summary>What it loads with <c>require</c>, by name; its text is <see cref="VersionStore.LibrariesOf"/>.</summary>
    public IReadOnlyList<StoredLibrary> Libraries { get; init; } = [];

    /// <summary>Of all that decides: the text's own where it loads nothing, else one over the texts of its libraries, too.</summary>
    public string WholeHash => Libraries.Count == 0
        ? Hash
        : HashOf(Encoding.UTF8.GetBytes(string.Join('\n', Libraries.Select(library => $"{library.Name} {library.Hash}").Prepend(Hash))));

    /// <summary>The bytes of the file.</summary>
    public byte[] Content => Encoding.UTF8.GetBytes(Text);

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A library that a version loads.</summary>
public sealed record StoredLibrary
{
    public required long Number { get; init; }

    /// <summary>As <c>require</c> is given it.</summary>
    public required string Name { get; init; }

    /// <summary>The text's SHA-256, in hexadecimal digits.</summary>
    public required string Hash { get; init; }
}
