using System.Reflection;
using System.Text;

namespace IllAddins.Tests.Architecture;

public sealed class ContractTests
{
    [Fact]
    public void The_public_surface_of_the_contract_is_the_approved_one() => Approve("contract", typeof(IAddin).Assembly);

    [Fact]
    public void The_public_surface_of_the_test_kit_is_the_approved_one() => Approve("testing", typeof(IllAddins.Testing.TestHost).Assembly);

    private static void Approve(string name, Assembly assembly)
    {
        var (path, surface) = ($"tests/IllAddins.Tests/Architecture/{name}.approved.txt", Surface(assembly));
        var approved = File.Exists(Path.Combine(Repository.Root, path)) ? File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n") : "";

        // To approve a change on purpose: raise the contract's version as architecture asks, and put the text below into the file.
        Assert.True(approved == surface, $"{path} is not the {name}'s surface, which is now:\n{surface}");
    }

    private static string Surface(Assembly contract)
    {
        var text = new StringBuilder($"contract {contract.GetName().Version!.ToString(2)}\n");
        foreach (var type in contract.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"\n{type.FullName}\n");
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append($"  {line}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(Declared))
            yield return $"{Name(property.PropertyType)} {property.Name} {{{(property.CanRead ? " get;" : "")}{(property.SetMethod is { IsPublic: true } ? " init;" : "")} }}";
        foreach (var field in type.GetFields(Declared).Where(field => !field.IsSpecialName))
            yield return $"{Name(field.FieldType)} {field.Name}";
        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName && !IsOfRecord(method)))
            yield return $"{Name(method.ReturnType)} {method.Name}({string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"))})";
    }

    private static bool IsOfRecord(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers" || method.Name.Contains('<', StringComparison.Ordinal);

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
