using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IllAddins.Tests.Addins;

/// <summary>An assembly of metadata alone, for what no compiler here would build: later contracts, later frameworks, missing packages.</summary>
internal sealed record PaperAssembly
{
    public required string Name { get; init; }

    public string? Framework { get; init; } = ".NETCoreApp,Version=v10.0";

    /// <summary>Null for an assembly that does not refer to the contract.</summary>
    public Version? Contract { get; init; } = new(1, 0, 0, 0);

    public IReadOnlyDictionary<string, Version> References { get; init; } = new Dictionary<string, Version> { ["System.Runtime"] = new(10, 0, 0, 0) };

    public IReadOnlyList<PaperClass> Classes { get; init; } = [new PaperClass("Plugin")];

    public string? InformationalVersion { get; init; }

    /// <summary>Null for an assembly that declares none.</summary>
    public string? PathPrefix { get; init; }

    public void WriteTo(string folder)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString(Name + ".dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        var assembly = metadata.AddAssembly(metadata.GetOrAddString(Name), new Version(3, 2, 1, 0), default, default, default, AssemblyHashAlgorithm.None);
        var references = References.Select(reference => Refer(metadata, reference.Key, reference.Value)).ToList();
        var runtime = references.Count > 0 ? references[0] : Refer(metadata, "System.Runtime", new Version(10, 0, 0, 0));
        if (Framework is not null)
            AddText(metadata, assembly, runtime, "System.Runtime.Versioning", "TargetFrameworkAttribute", Framework);
        if (InformationalVersion is not null)
            AddText(metadata, assembly, runtime, "System.Reflection", "AssemblyInformationalVersionAttribute", InformationalVersion);
        if (PathPrefix is not null)
            AddText(metadata, assembly, runtime, "IllAddins", "PathPrefixAttribute", PathPrefix);
        AddClasses(metadata, runtime, Contract is null ? default : Refer(metadata, "IllAddins.Abstractions", Contract));

        var image = new BlobBuilder();
        new ManagedPEBuilder(new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Name + ".dll"), image.ToArray());
    }

    private void AddClasses(MetadataBuilder metadata, AssemblyReferenceHandle runtime, AssemblyReferenceHandle contract)
    {
        var plain = Signature(metadata, 0);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var root = metadata.AddTypeReference(runtime, metadata.GetOrAddString("System"), metadata.GetOrAddString("Object"));
        var addin = contract.IsNil ? default : metadata.AddTypeReference(contract, metadata.GetOrAddString("IllAddins"), metadata.GetOrAddString("IAddin"));
        foreach (var (type, number) in Classes.Select((type, index) => (type, index + 1)))
        {
            var defined = metadata.AddTypeDefinition(
                type.Attributes, metadata.GetOrAddString(Name), metadata.GetOrAddString(type.Name), type.Base is null ? root : Class(type.Base),
                MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(number));
            metadata.AddMethodDefinition(
                MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName | MethodAttributes.HideBySig, MethodImplAttributes.IL,
                metadata.GetOrAddString(".ctor"), type.ConstructorParameters == 0 ? plain : Signature(metadata, type.ConstructorParameters), -1, default);
            if (type.IsAddin && !addin.IsNil)
                metadata.AddInterfaceImplementation(defined, addin);
        }
    }

    private TypeDefinitionHandle Class(string name) => MetadataTokens.TypeDefinitionHandle(Classes.ToList().FindIndex(type => type.Name == name) + 2);

    private static AssemblyReferenceHandle Refer(MetadataBuilder metadata, string name, Version version) =>
        metadata.AddAssemblyReference(metadata.GetOrAddString(name), version, default, default, default, default);

    private static void AddText(MetadataBuilder metadata, AssemblyDefinitionHandle assembly, AssemblyReferenceHandle runtime, string space, string name, string text)
    {
        var attribute = metadata.AddTypeReference(runtime, metadata.GetOrAddString(space), metadata.GetOrAddString(name));
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(1, returns => returns.Void(), parameters => parameters.AddParameter().Type().String());
        var constructor = metadata.AddMemberReference(attribute, metadata.GetOrAddString(".ctor"), metadata.GetOrAddBlob(signature));
        var value = new BlobBuilder();
        value.WriteUInt16(1);
        value.WriteSerializedString(text);
        value.WriteUInt16(0);
        metadata.AddCustomAttribute(assembly, constructor, metadata.GetOrAddBlob(value));
    }

    private static BlobHandle Signature(MetadataBuilder metadata, int parameters)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(parameters, returns => returns.Void(), list =>
        {
            for (var number = 0; number < parameters; number++)
                list.AddParameter().Type().Int32();
        });
        return metadata.GetOrAddBlob(signature);
    }
}

/// <summary>A class of a paper assembly, in the namespace of the assembly's name.</summary>
internal sealed record PaperClass(string Name)
{
    public TypeAttributes Attributes { get; init; } = TypeAttributes.Public | TypeAttributes.Class;

    public int ConstructorParameters { get; init; }

    public bool IsAddin { get; init; } = true;

    /// <summary>Another class of the assembly; null for object.</summary>
    public string? Base { get; init; }
}
