using System.Reflection;
using System.Reflection.Metadata;

namespace IllAddins.Host.Addins;

/// <summary>Finds in an assembly's metadata the classes that implement <see cref="IAddin"/>.</summary>
public static class AddinClasses
{
    /// <summary>The classes, named on themselves, on a base class or by an interface of the same assembly; abstract ones only where there is no other.</summary>
    public static IReadOnlyList<AddinClass> In(MetadataReader metadata)
    {
        var found = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => !type.Attributes.HasFlag(TypeAttributes.Interface) && Implements(metadata, type))
            .ToLookup(type => type.Attributes.HasFlag(TypeAttributes.Abstract));
        return [.. (found[false].Any() ? found[false] : found[true]).Select(type => new AddinClass(FullName(metadata, type), Flaw(metadata, type)))];
    }

    private static bool Implements(MetadataReader metadata, TypeDefinition type) =>
        type.GetInterfaceImplementations().Any(handle => Leads(metadata, metadata.GetInterfaceImplementation(handle).Interface))
        || Leads(metadata, type.BaseType);

    /// <summary>Whether a base class or an interface is <see cref="IAddin"/> or leads there within the assembly.</summary>
    private static bool Leads(MetadataReader metadata, EntityHandle type) => !type.IsNil && type.Kind switch
    {
        HandleKind.TypeReference => IsContractType(metadata, metadata.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeDefinition => Implements(metadata, metadata.GetTypeDefinition((TypeDefinitionHandle)type)),
        HandleKind.TypeSpecification => Leads(metadata, GenericType(metadata, (TypeSpecificationHandle)type)),
        _ => false,
    };

    private static bool IsContractType(MetadataReader metadata, TypeReference type) =>
        type.ResolutionScope.Kind == HandleKind.AssemblyReference
        && metadata.StringComparer.Equals(type.Name, nameof(IAddin))
        && metadata.StringComparer.Equals(type.Namespace, typeof(IAddin).Namespace!)
        && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name, HostFacts.ContractName);

    /// <summary>The type without its arguments, e.g. <c>AddinOf&lt;T&gt;</c>; nil where the specification is of another kind.</summary>
    private static EntityHandle GenericType(MetadataReader metadata, TypeSpecificationHandle specification)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(specification).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger(); // class or value type
        return signature.ReadTypeHandle();
    }

    private static string? Flaw(MetadataReader metadata, TypeDefinition type) =>
        type.Attributes.HasFlag(TypeAttributes.Abstract) ? RefusalWords.ClassIsAbstract
        : !IsPublic(metadata, type) ? RefusalWords.ClassIsNotPublic
        : type.GetGenericParameters().Count > 0 ? RefusalWords.ClassIsGeneric
        : !type.GetMethods().Select(metadata.GetMethodDefinition).Any(method => IsPlainConstructor(metadata, method)) ? RefusalWords.ClassHasNoConstructor
        : null;

    private static bool IsPublic(MetadataReader metadata, TypeDefinition type)
    {
        var visibility = type.Attributes & TypeAttributes.VisibilityMask;
        return visibility == TypeAttributes.Public
            || (visibility == TypeAttributes.NestedPublic && IsPublic(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())));
    }

    private static bool IsPlainConstructor(MetadataReader metadata, MethodDefinition method)
    {
        if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public || !metadata.StringComparer.Equals(method.Name, ".ctor"))
            return false;
        var signature = metadata.GetBlobReader(method.Signature);
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger() == 0;
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())) + "+" + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }
}
