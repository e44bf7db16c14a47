using System.Reflection;
using IllAddins.CustomerContact;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.Tests.Architecture;

public sealed class ReferenceTests
{
    private static readonly Assembly Contract = typeof(IAddin).Assembly;
    private static readonly Assembly Core = typeof(ContactFacts).Assembly;
    private static readonly Assembly Addin = typeof(CustomerContactAddin).Assembly;
    private static readonly Assembly Host = typeof(IllAddins.Host.Requests.IllRecord).Assembly;

    [Fact]
    public void The_contract_references_the_framework_alone() =>
        Assert.DoesNotContain(Foreign(Contract), name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void The_decisions_reference_nothing_but_the_base_library() => Assert.Empty(Foreign(Core));

    [Fact]
    public void The_host_never_references_the_core_addin() =>
        Assert.DoesNotContain(Foreign(Host), name => name.StartsWith("CustomerContact", StringComparison.Ordinal));

    [Fact]
    public void The_core_addin_never_references_the_host() => Assert.DoesNotContain("IllAddins.Host", Foreign(Addin));

    [Fact]
    public void The_built_addin_folder_carries_no_host_assembly()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.BuiltAddins, "CustomerContact")).Select(Path.GetFileName).ToList();

        Assert.Contains("CustomerContact.dll", files);
        Assert.DoesNotContain(files, file => file!.StartsWith("IllAddins.", StringComparison.Ordinal) || file.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Foreign(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"));
}
