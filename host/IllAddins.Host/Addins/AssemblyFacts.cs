using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IllAddins.Host.Addins;

/// <summary>What an assembly says of itself, read without loading it.</summary>
public sealed record AssemblyFacts
{
    public required string Name { get; init; }

    /// <summary>The informational version without the commit after its plus sign, else the assembly version.</summary>
    public required string Version { get; init; }

    /// <summary>The target framework's moniker, e.g. <c>.NETCoreApp,Version=v10.0</c>; null where it names none.</summary>
    public required string? Framework { get; init; }

    /// <summary>The path that it declares with <see cref="PathPrefixAttribute"/>; null where it declares none.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The assemblies that it refers to, by name.</summary>
    public required IReadOnlyDictionary<string, Version> References { get; init; }

    /// <summary>Its classes that implement <see cref="IAddin"/>, fit or not.</summary>
    public required IReadOnlyList<AddinClass> AddinClasses { get; init; }
}

/// <summary>A class that implements <see cref="IAddin"/>.</summary>
/// <param name="FullName">As <see cref="Type.FullName"/>.</param>
/// <param name="Flaw">Why the host cannot make one, e.g. <c>is not public</c>; null where it can.</param>
public sealed record AddinClass(string FullName, string? Flaw);

/// <summary>What reading an assembly gave.</summary>
public abstract record AssemblyReading
{
    private AssemblyReading()
    {
    }

    public sealed record Read : AssemblyReading
    {
        public required AssemblyFacts Facts { get; init; }
    }

    public sealed record NotDotNet : AssemblyReading
    {
        /// <summary>What the file is instead, e.g. <c>an empty file</c>.</summary>
        public required string Found { get; init; }
    }

    /// <summary>Reads a file's metadata.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AssemblyReading Of(string path)
    {
        // Not opened: a pipe, which has no length either, would be waited for.
        if (new FileInfo(path).Length == 0)
            return new NotDotNet { Found = RefusalWords.EmptyFile };
        using var file = File.OpenRead(path);
        try
        {
            using var image = new PEReader(file);
            if (!image.HasMetadata)
                return new NotDotNet { Found = RefusalWords.NativeLibrary };
            var metadata = image.GetMetadataReader();
            return metadata.IsAssembly
                ? new Read { Facts = FactsIn(metadata) }
                : new NotDotNet { Found = RefusalWords.ModuleOnly };
        }
        catch (BadImageFormatException)
        {
            return new NotDotNet { Found = RefusalWords.OtherFile };
        }
    }

    private static AssemblyFacts FactsIn(MetadataReader metadata)
    {
        var assembly = metadata.GetAssemblyDefinition();
        var informational = AttributeText(metadata, assembly, "AssemblyInformationalVersionAttribute")?.Split('+')[0];
        return new AssemblyFacts
        {
            Name = metadata.GetString(assembly.Name),
            Version = string.IsNullOrEmpty(informational) ? assembly.Version.ToString() : informational,
            Framework = AttributeText(metadata, assembly, "TargetFrameworkAttribute"),
            PathPrefix = AttributeText(metadata, assembly, nameof(PathPrefixAttribute)),
            References = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .GroupBy(reference => metadata.GetString(reference.Name), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.Max(reference => reference.Version)!, StringComparer.OrdinalIgnoreCase),
            AddinClasses = AddinClasses.In(metadata),
        };
    }

    /// <summary>The first argument, a text, of an attribute that another assembly defines.</summary>
    private static string? AttributeText(MetadataReader metadata, AssemblyDefinition assembly, string name)
    {
        foreach (var attribute in assembly.GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind != HandleKind.MemberReference)
                continue;
            var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (parent.Kind != HandleKind.TypeReference || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, name))
                continue;
            var value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16(); // the prolog of every attribute's value
            return value.ReadSerializedString();
        }

        return null;
    }
}
