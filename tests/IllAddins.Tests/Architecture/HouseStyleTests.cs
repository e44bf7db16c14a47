using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.Tests.Architecture;

public sealed partial class HouseStyleTests
{
    private const int LongestFile = 300;
    private const int MostSuppressions = 5;

    private static readonly string[] CodeFolders = ["host", "addins", "tests", "scripts"];

    // The stub for editors is made from the list of what scripts can use; nobody writes it.
    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.DoesNotContain(
            CodeFolders.SelectMany(folder => Repository.Files(folder, ".cs", ".razor", ".js", ".lua")).Where(file => !file.EndsWith(".d.lua", StringComparison.Ordinal)), file => Repository.Lines(file).Length > LongestFile);

    [Fact]
    public void Type_names_say_what_a_type_is()
    {
        var named = CodeFolders.SelectMany(folder => Repository.Files(folder, ".cs"))
            .SelectMany(file => Repository.Lines(file).Where(line => EmptyName().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(named);
    }

    [Fact]
    public void At_most_five_warnings_are_suppressed() =>
        Assert.True(CodeFolders.SelectMany(folder => Repository.Files(folder, ".cs"))
            .Sum(file => Repository.Lines(file).Count(line => line.Contains("#pragma " + "warning disable", StringComparison.Ordinal))) <= MostSuppressions);

    [Fact]
    public void The_decisions_are_immutable()
    {
        var mutable = typeof(ContactFacts).Assembly.GetExportedTypes()
            .Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !IsInit(field));

        Assert.Empty(mutable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void The_decisions_do_no_work_of_the_outside_world()
    {
        var worldly = Repository.Files("addins/CustomerContact.Core", ".cs")
            .SelectMany(file => Repository.Lines(file).Where(line => Worldly().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(worldly);
    }

    // The field behind an init property is not read-only for the runtime, but nobody can set it later.
    private static bool IsInit(FieldInfo field) =>
        field.Name is ['<', .. var rest]
        && field.DeclaringType!.GetProperty(rest[..rest.IndexOf('>', StringComparison.Ordinal)], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { } property
        && (property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) \w*(Manager|Helper|Util|Utils|Service|Impl|Base|Data|Info)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(Task|ValueTask|async|await|File|Directory|HttpClient|Stopwatch|Environment|Random|Guid\.NewGuid)\b[.<( ]")]
    private static partial Regex Worldly();
}
