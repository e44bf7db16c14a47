namespace IllAddins.Host.Addins;

/// <summary>Tells a second copy of an add-in: a folder that somebody left beside the one in use.</summary>
public static class AddinCopies
{
    /// <summary>Why a folder is a second copy; null where it is not.</summary>
    /// <param name="addin">The folder.</param>
    /// <param name="all">All folders, this one among them, by name.</param>
    public static string? Of(AddinCandidate addin, IReadOnlyList<AddinCandidate> all)
    {
        try
        {
            foreach (var facts in Held(addin))
                if (all.FirstOrDefault(other => other != addin && IsFirst(other, addin, facts.Name)) is { } first)
                    return VersionIn(first) is { } version
                        ? RefusalWords.SecondCopy(addin.Folder, facts.Name, facts.Version, version, first.Folder)
                        : RefusalWords.SecondCopyOfUnread(addin.Folder, facts.Name, facts.Version, first.Folder);
            return null;
        }
        catch (Exception moving) when (moving is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Folders whose names differ in capitals alone are one add-in; the first one counts.
    private static bool IsFirst(AddinCandidate other, AddinCandidate addin, string assembly) =>
        string.Equals(other.Name, assembly, StringComparison.OrdinalIgnoreCase) && File.Exists(other.AssemblyPath)
        && (!string.Equals(addin.Name, assembly, StringComparison.OrdinalIgnoreCase) || string.CompareOrdinal(other.Name, addin.Name) < 0);

    private static IEnumerable<AssemblyFacts> Held(AddinCandidate addin) =>
        Directory.GetFiles(addin.Folder, "*.dll").Order(StringComparer.Ordinal)
            .Select(path => AssemblyReading.Of(path)).OfType<AssemblyReading.Read>().Select(read => read.Facts).Where(facts => facts.AddinClasses.Count > 0);

    private static string? VersionIn(AddinCandidate first) =>
        AssemblyReading.Of(first.AssemblyPath) is AssemblyReading.Read read ? read.Facts.Version : null;
}
