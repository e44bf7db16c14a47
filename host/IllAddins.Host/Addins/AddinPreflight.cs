using System.Diagnostics;

namespace IllAddins.Host.Addins;

/// <summary>Whether an add-in may be loaded.</summary>
public abstract record PreflightAnswer
{
    private PreflightAnswer()
    {
    }

    /// <summary>What the assembly says of itself; null where it could not be read.</summary>
    public AssemblyFacts? Facts { get; init; }

    /// <summary>It may be loaded.</summary>
    public sealed record Fit : PreflightAnswer
    {
        /// <summary>The full name of its add-in class.</summary>
        public required string ClassName { get; init; }
    }

    /// <summary>It must not be loaded.</summary>
    public sealed record Unfit : PreflightAnswer
    {
        /// <summary>Who, what was found, what was expected, what to do.</summary>
        public required string Why { get; init; }
    }
}

/// <summary>Examines an add-in without loading it: what would fail later and cryptically is refused here in words.</summary>
public static class AddinPreflight
{
    /// <summary>Examines the assembly of a candidate and its folder.</summary>
    public static PreflightAnswer Examine(AddinCandidate addin, HostFacts host)
    {
        try
        {
            if (FolderSignature.Flaw(addin.Folder) is { } flaw)
                return new PreflightAnswer.Unfit { Why = RefusalWords.NotExamined(addin.Name, flaw) };
            if (!File.Exists(addin.AssemblyPath))
                return new PreflightAnswer.Unfit { Why = NoAssembly(addin) };
            return AssemblyReading.Of(addin.AssemblyPath) switch
            {
                AssemblyReading.NotDotNet other => new PreflightAnswer.Unfit
                {
                    Why = RefusalWords.NoAssemblyInFile(addin.Name, addin.AssemblyPath, other.Found),
                },
                AssemblyReading.Read read => Examine(addin, read.Facts, host),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return new PreflightAnswer.Unfit { Why = RefusalWords.CannotBeRead(addin.Name, refusal.Message, addin.Folder) };
        }
    }

    private static PreflightAnswer Examine(AddinCandidate addin, AssemblyFacts facts, HostFacts host)
    {
        var why = OtherName(addin, facts) ?? OtherFramework(facts, host) ?? OtherContract(facts, host) ?? NoAddinClass(facts)
            ?? PathPrefixes.Flaw(facts) ?? AddinDependencies.Missing(addin, facts, host);
        return why is null
            ? new PreflightAnswer.Fit { Facts = facts, ClassName = facts.AddinClasses.Single(type => type.Flaw is null).FullName }
            : new PreflightAnswer.Unfit { Facts = facts, Why = why };
    }

    private static string NoAssembly(AddinCandidate addin)
    {
        var others = Directory.GetFiles(addin.Folder, "*.dll").Order(StringComparer.Ordinal)
            .Where(path => AssemblyReading.Of(path) is AssemblyReading.Read { Facts.AddinClasses.Count: > 0 })
            .Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        return others is [var other]
            ? RefusalWords.NoAssemblyButOther(addin.Name, addin.AssemblyPath, other)
            : RefusalWords.NoAssembly(addin.Name, addin.AssemblyPath, addin.Folder);
    }

    private static string? OtherName(AddinCandidate addin, AssemblyFacts facts) =>
        string.Equals(facts.Name, addin.Name, StringComparison.OrdinalIgnoreCase) ? null
        : RefusalWords.OtherName(addin.Name, facts.Name);

    private static string? OtherFramework(AssemblyFacts facts, HostFacts host)
    {
        // Where no framework is named, the runtime's own assembly among the references tells.
        var (kind, version) = Framework(facts.Framework);
        if (kind == ".NETFramework" || (kind is null && facts.References.ContainsKey("mscorlib") && !facts.References.ContainsKey("System.Runtime")))
            return version is null
                ? RefusalWords.ForFramework(facts.Name, Short(host.Runtime))
                : RefusalWords.ForFrameworkVersion(facts.Name, version, Short(host.Runtime));
        var runtime = kind == ".NETCoreApp" ? version : facts.References.GetValueOrDefault("System.Runtime");
        return runtime is not null && IsLater(runtime, host.Runtime)
            ? RefusalWords.ForLaterRuntime(facts.Name, Short(runtime), Short(host.Runtime))
            : null;
    }

    private static string? OtherContract(AssemblyFacts facts, HostFacts host)
    {
        if (!facts.References.TryGetValue(HostFacts.ContractName, out var contract))
            return RefusalWords.NotForContract(facts.Name, HostFacts.ContractName, Short(host.Contract));
        if (contract.Major == host.Contract.Major && contract.Minor <= host.Contract.Minor)
            return null;
        return IsLater(contract, host.Contract)
            ? RefusalWords.ForLaterContract(facts.Name, Short(contract), Short(host.Contract))
            : RefusalWords.ForOtherContract(facts.Name, Short(contract), Short(host.Contract));
    }

    private static string? NoAddinClass(AssemblyFacts facts) => (facts.AddinClasses.Where(type => type.Flaw is null).ToList(), facts.AddinClasses) switch
    {
        ([_], _) => null,
        ([], [var near, ..]) => RefusalWords.NoFitClass(facts.Name, near.FullName, near.Flaw),
        ([], _) => RefusalWords.NoClass(facts.Name, typeof(IAddin).FullName),
        (var several, _) => RefusalWords.SeveralClasses(facts.Name, several.Count, string.Join(" and ", several.Select(type => type.FullName))),
    };

    /// <summary>The kind and version in a moniker such as <c>.NETCoreApp,Version=v10.0</c>; nulls where it is none.</summary>
    private static (string? Kind, Version? Version) Framework(string? moniker) =>
        moniker?.Split(",Version=v") is [var kind, var rest] && Version.TryParse(rest.Split(',')[0], out var version) ? (kind, version) : (null, null);

    private static bool IsLater(Version found, Version host) => (found.Major, found.Minor).CompareTo((host.Major, host.Minor)) > 0;

    private static string Short(Version version) => version.ToString(2);
}
