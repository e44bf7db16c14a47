using System.Text.Json;

namespace IllAddins.Host.Addins;

/// <summary>Finds what an add-in needs and neither brings nor gets from the host; left alone, it would be found at first use only.</summary>
/// <remarks>Looked at: what the add-in's own assembly refers to, and what its <c>.deps.json</c> says was laid beside it. References between the packages
/// that it brings are not followed: packages refer to optional assemblies that nobody installs.</remarks>
public static class AddinDependencies
{
    /// <summary>The refusal in words; null where nothing is missing.</summary>
    public static string? Missing(AddinCandidate addin, AssemblyFacts facts, HostFacts host) =>
        facts.References.Where(reference => reference.Key != HostFacts.ContractName).OrderBy(reference => reference.Key, StringComparer.Ordinal)
            .Select(reference => MissingAssembly(addin, reference.Key, reference.Value, host)).FirstOrDefault(why => why is not null)
        ?? MissingListed(addin);

    private static string? MissingAssembly(AddinCandidate addin, string name, Version version, HostFacts host)
    {
        if (Directory.EnumerateFiles(addin.Folder, name + ".dll", SearchOption.AllDirectories).Any())
            return null;
        return host.AssemblyVersion(name) switch
        {
            null => RefusalWords.NeedsMissing(addin.Name, name, version, addin.Folder),
            var shared when shared < version => RefusalWords.NeedsLater(addin.Name, name, version, shared, addin.Folder),
            _ => null,
        };
    }

    private static string? MissingListed(AddinCandidate addin)
    {
        try
        {
            return Listed(addin).Find(file => !IsThere(addin, file)) is { } missing
                ? RefusalWords.IncompleteFile(addin.Name, Path.GetFileName(missing), addin.Folder)
                : null;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return RefusalWords.IncompleteList(addin.Name, broken.Message);
        }
    }

    private static bool IsThere(AddinCandidate addin, string file) =>
        File.Exists(Path.Combine(addin.Folder, file)) || File.Exists(Path.Combine(addin.Folder, Path.GetFileName(file)));

    /// <summary>The managed and native files that the build laid beside the add-in for its platform; none without a <c>.deps.json</c>.</summary>
    private static List<string> Listed(AddinCandidate addin)
    {
        var path = Path.ChangeExtension(addin.AssemblyPath, ".deps.json");
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            return [];
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        var target = manifest.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        return
        [
            .. from library in manifest.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject()
               from kind in library.Value.EnumerateObject()
               where kind.Name is "runtime" or "native"
               from file in kind.Value.EnumerateObject()
               where !file.Name.EndsWith("/_._", StringComparison.Ordinal)
               select file.Name,
        ];
    }
}
