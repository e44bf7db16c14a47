using System.Collections.Concurrent;
using IllAddins.Host.Addins;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Fixtures;

/// <summary>The code of the build's own add-ins, brought into the test process once: to compile it anew for each host that a test starts was most of what the tests took. All else of a start is as ever.</summary>
internal static class SharedCode
{
    private static readonly ConcurrentDictionary<string, Lazy<Type>> Kept = new();

    /// <summary>How the add-ins of a folder are loaded; null for those that a test has laid there.</summary>
    public static LoadAddin? Of(string addins) => addins == Repository.BuiltAddins ? Load : null;

    // From where the build laid it: the copies of a host go with that host.
    private static Type Load(AddinCandidate staged, string className) =>
        Kept.GetOrAdd(staged.Name, name => new(() => LoadedAddin.LoadAlone(new AddinCandidate { Name = name, Folder = Path.Combine(Repository.BuiltAddins, name) }, className))).Value;
}
