using System.Reflection;

namespace IllAddins.Host.Addins;

/// <summary>What the host offers an add-in to stand on.</summary>
public sealed record HostFacts
{
    /// <summary>The contract's assembly name.</summary>
    public static readonly string ContractName = typeof(IAddin).Assembly.GetName().Name!;

    /// <summary>The contract version that this host speaks; major and minor count.</summary>
    public required Version Contract { get; init; }

    /// <summary>The version of .NET that this host runs on; major and minor count.</summary>
    public required Version Runtime { get; init; }

    /// <summary>The version of an assembly that the host shares (the shared framework and its own packages); null where it has none of that name.</summary>
    public required Func<string, Version?> AssemblyVersion { get; init; }

    /// <summary>This process.</summary>
    public static HostFacts OfThisProcess()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
        return new HostFacts
        {
            Contract = typeof(IAddin).Assembly.GetName().Version!,
            Runtime = Environment.Version,
            AssemblyVersion = name => trusted[name].FirstOrDefault() is { } path ? AssemblyName.GetAssemblyName(path).Version : null,
        };
    }
}
