using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace IllAddins.Host.Scripting.Libraries;

/// <summary>The texts below <c>scripts/lib</c> at one moment, which scripts load with <c>require("name")</c>. Nothing about it ever changes.</summary>
/// <param name="texts">The bytes of each file by its name without <c>.lua</c>, e.g. <c>couriers</c>.</param>
public sealed class ScriptLibraries(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> texts)
{
    /// <summary>The folder below the scripts folder.</summary>
    public const string Folder = "lib";

    /// <summary>How many libraries one script may load, those that its libraries load included.</summary>
    public const int Most = 32;

    /// <summary>No library at all.</summary>
    public static readonly ScriptLibraries None = new([]);

    private readonly FrozenDictionary<string, ReadOnlyMemory<byte>> known = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The texts by name, in alphabetical order.</summary>
    public IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Texts => known.OrderBy(text => text.Key, StringComparer.Ordinal);

    /// <summary>Those with the names alone.</summary>
    public ScriptLibraries Only(IReadOnlyList<string> names) => names.Count == 0 ? None : new(known.Where(text => names.Contains(text.Key)));

    /// <summary>In alphabetical order.</summary>
    public IEnumerable<string> Names => known.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the libraries that lie below a scripts folder now; none where there is no such folder. Files of other names are left out.</summary>
    /// <param name="scriptsFolder">The scripts folder, whose subfolder <c>lib</c> is read.</param>
    /// <param name="limits">No more is read of a file than a script may have and one byte, so that too long a one is refused when it is loaded.</param>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ScriptLibraries Read(string scriptsFolder, ScriptLimits limits)
    {
        var folder = Path.Combine(scriptsFolder, Folder);
        return Directory.Exists(folder)
            ? new ScriptLibraries(Directory.GetFiles(folder, "*.lua").Select(path => (Name: Path.GetFileNameWithoutExtension(path), path)).Where(file => IsName(file.Name))
                .Select(file => KeyValuePair.Create(file.Name, ReadFile(file.path, limits.SourceBytes + 1))))
            : None;
    }

    /// <summary>Whether a library may be called so: 1 to 40 letters, digits, <c>_</c> and <c>-</c>.</summary>
    public static bool IsName(string name) => name.Length is >= 1 and <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    /// <summary>What messages call a library's file, e.g. <c>lib/couriers.lua</c>.</summary>
    public static string FileOf(string name) => $"{Folder}/{name}.lua";

    /// <summary>A library's text; null and what is wrong where it cannot be loaded.</summary>
    public ScriptSource? Find(string name, out string? fault)
    {
        fault = null;
        if (known.TryGetValue(name, out var content))
            return new ScriptSource(FileOf(name), content);
        var nearest = NearestName.To(name, known.Keys);
        fault = IsName(name)
            ? $"there is no library '{name}' (scripts/{FileOf(name)})." + (nearest is null ? "" : $" Did you mean '{nearest}'?")
            : $"'{OneLine.Of(name, 60)}' is no library's name. Libraries lie in scripts/{Folder}; their names have letters, digits, _ and -, e.g. require(\"couriers\").";
        return null;
    }

    /// <summary>A mark of the texts that a script was loaded with (<see cref="ILoadedScript.Libraries"/>): another one when any of them is another. Empty for no library.</summary>
    public string MarkOf(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return "";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var text = known.GetValueOrDefault(name);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {text.Length}\n"));
            hash.AppendData(text.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ReadOnlyMemory<byte> ReadFile(string path, int most)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        var content = new byte[Math.Min(most, stream.Length)];
        return content.AsMemory(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }
}
