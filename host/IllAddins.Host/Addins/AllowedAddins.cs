using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>The list of add-ins that a site has approved, by their hashes.</summary>
public sealed partial class AllowedAddins
{
    /// <summary>The setting's key.</summary>
    public const string Key = "Addins:Allowed";

    private const int MostEntries = 1_000;

    private AllowedAddins(IReadOnlySet<string> hashes) => Hashes = hashes;

    /// <summary>64 lower case hexadecimal digits each.</summary>
    public IReadOnlySet<string> Hashes { get; }

    /// <summary>Reads the setting: one text of hashes divided by commas or spaces, or a list.</summary>
    /// <param name="setting">A setting's value; null where it is not set.</param>
    /// <returns>Null where the setting is not there: all add-ins are allowed.</returns>
    /// <exception cref="InvalidDataException">Something on the list is no hash.</exception>
    public static AllowedAddins? Read(Func<string, string?> setting)
    {
        var listed = Enumerable.Range(0, MostEntries).Select(at => setting($"{Key}:{at}")).TakeWhile(value => value is not null).ToList();
        if (setting(Key) is not { } text && listed.Count == 0)
            return null;
        else
            listed.Add(setting(Key));
        var hashes = listed.SelectMany(value => (value ?? "").Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        return hashes.Find(hash => !AHash().IsMatch(hash)) is { } odd
            ? throw new InvalidDataException($"The setting {Key} has '{odd}'; expected SHA-256 hashes of 64 hexadecimal digits, as 'addins hash FOLDER' prints them. Correct it.")
            : new AllowedAddins(hashes.Select(hash => hash.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Why an add-in may not be loaded; null where it may.</summary>
    public string? Refusal(string addin, string hash) => Hashes.Contains(hash)
        ? null
        : RefusalWords.NotAllowed(addin, hash, Key);

    /// <summary>The hashes in one line.</summary>
    public override string ToString() => string.Join(' ', Hashes.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^[0-9A-Fa-f]{64}\z")]
    private static partial Regex AHash();
}
