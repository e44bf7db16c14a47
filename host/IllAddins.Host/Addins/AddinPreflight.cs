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
            if (!File.Exists(addin.AssemblyPath))
                return new PreflightAnswer.Unfit { Why = NoAssembly(addin) };
            return AssemblyReading.Of(addin.AssemblyPath) switch
            {
                AssemblyReading.NotDotNet other => new PreflightAnswer.Unfit
                {
                    Why = $"{addin.Name} is no .NET assembly: '{addin.AssemblyPath}' is {other.Found}. Copy the add-in's built {addin.Name}.dll there again.",
                },
                AssemblyReading.Read read => Examine(addin, read.Facts, host),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return new PreflightAnswer.Unfit { Why = $"{addin.Name} cannot be read: {refusal.Message} Let the host's account read '{addin.Folder}'." };
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
        return $"{addin.Name} has no assembly: looked for '{addin.AssemblyPath}'" + (others is [var other]
            ? $" and found {other}.dll, which holds an add-in. Rename the folder to {other}, or build the add-in with the assembly name {addin.Name}."
            : $". Copy the add-in's whole build output there, or remove the folder '{addin.Folder}'.");
    }

    private static string? OtherName(AddinCandidate addin, AssemblyFacts facts) =>
        string.Equals(facts.Name, addin.Name, StringComparison.OrdinalIgnoreCase) ? null
        : $"{addin.Name}.dll holds the assembly {facts.Name}; folder, file and assembly bear one name. Rename folder and file to {facts.Name}, or build with the assembly name {addin.Name}.";

    private static string? OtherFramework(AssemblyFacts facts, HostFacts host)
    {
        // Where no framework is named, the runtime's own assembly among the references tells.
        var (kind, version) = Framework(facts.Framework);
        if (kind == ".NETFramework" || (kind is null && facts.References.ContainsKey("mscorlib") && !facts.References.ContainsKey("System.Runtime")))
            return $"{facts.Name} was built for .NET Framework{(version is null ? "" : $" {version}")}; this host runs on .NET {Short(host.Runtime)}. Rebuild the add-in for .NET {Short(host.Runtime)}.";
        var runtime = kind == ".NETCoreApp" ? version : facts.References.GetValueOrDefault("System.Runtime");
        return runtime is not null && IsLater(runtime, host.Runtime)
            ? $"{facts.Name} was built for .NET {Short(runtime)}; this host runs on .NET {Short(host.Runtime)}. Update the host, or rebuild the add-in for .NET {Short(host.Runtime)}."
            : null;
    }

    private static string? OtherContract(AssemblyFacts facts, HostFacts host)
    {
        if (!facts.References.TryGetValue(HostFacts.ContractName, out var contract))
            return $"{facts.Name} is no add-in: it does not refer to the contract {HostFacts.ContractName}. Build it against {HostFacts.ContractName} {Short(host.Contract)}, or move it out of the add-ins folder.";
        if (contract.Major == host.Contract.Major && contract.Minor <= host.Contract.Minor)
            return null;
        var update = IsLater(contract, host.Contract) ? "Update the host, or rebuild" : "Rebuild";
        return $"{facts.Name} was built for contract {Short(contract)}; this host speaks {Short(host.Contract)}. {update} the add-in against {Short(host.Contract)}.";
    }

    private static string? NoAddinClass(AssemblyFacts facts) => (facts.AddinClasses.Where(type => type.Flaw is null).ToList(), facts.AddinClasses) switch
    {
        ([_], _) => null,
        ([], [var near, ..]) => $"{facts.Name} has no add-in class that the host can make: {near.FullName} {near.Flaw}. Make it a public class with a public constructor without parameters.",
        ([], _) => $"{facts.Name} has no add-in class; expected one public class that implements {typeof(IAddin).FullName} and has a public constructor without parameters. Add it.",
        (var several, _) => $"{facts.Name} has {several.Count} add-in classes, {string.Join(" and ", several.Select(type => type.FullName))}; expected one. Make one of them start what the others do, or build an add-in for each.",
    };

    /// <summary>The kind and version in a moniker such as <c>.NETCoreApp,Version=v10.0</c>; nulls where it is none.</summary>
    private static (string? Kind, Version? Version) Framework(string? moniker) =>
        moniker?.Split(",Version=v") is [var kind, var rest] && Version.TryParse(rest.Split(',')[0], out var version) ? (kind, version) : (null, null);

    private static bool IsLater(Version found, Version host) => (found.Major, found.Minor).CompareTo((host.Major, host.Minor)) > 0;

    private static string Short(Version version) => version.ToString(2);
}
