using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using IllAddins.CustomerContact;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.Host.Wording;

namespace IllAddins.Tests.Architecture;

/// <summary>Each X.resx is read by the class X beside it: a property for a text, a method for a sentence with values.</summary>
public sealed partial class WordsTests
{
    private static readonly Assembly[] Assemblies = [typeof(RoomWords).Assembly, typeof(CustomerContactAddin).Assembly, typeof(ContactFacts).Assembly];

    private static readonly string[] Resources = [.. Repository.Files("host", ".resx"), .. Repository.Files("addins", ".resx")];

    public static TheoryData<string> Rooms => [.. Resources];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_of_a_resource_has_a_member_and_every_member_a_text(string resource)
    {
        var room = RoomOf(resource);
        var texts = Texts(room).Keys.Select(name => name.EndsWith("One", StringComparison.Ordinal) && Members(room).All(member => member.Name != name) ? name[..^3] : name);

        Assert.Equal(Members(room).Select(member => member.Name).Order(StringComparer.Ordinal), texts.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_sentence_says_all_values_that_it_is_given_and_no_others(string resource)
    {
        var room = RoomOf(resource);

        Assert.Empty(
            from member in Members(room)
            from one in (bool[])[false, true]
            let values = Values(member, one)
            let said = Said(member, values)
            where Hole().IsMatch(said) || values.Any(value => !(one && value is 1) && !said.Contains(Convert.ToString(value, CultureInfo.InvariantCulture)!, StringComparison.Ordinal))
            select $"{room.Name}.{member.Name}: {said}");
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_of_a_resource_is_used(string resource)
    {
        var room = RoomOf(resource);
        var used = Repository.Files("host", ".cs", ".razor").Concat(Repository.Files("addins", ".cs"))
            .SelectMany(Repository.Lines).SelectMany(line => Use().Matches(line)).Select(use => (use.Groups[1].Value, use.Groups[2].Value)).ToHashSet();

        Assert.DoesNotContain(Members(room), member => !used.Contains((room.Name, member.Name)));
    }

    [Fact]
    public void Another_language_is_another_file()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        try
        {
            Assert.Equal("3 Zeilen warten in MAIN.", SampleWords.RowsWait(3, "MAIN"));
            Assert.Equal("Only English has this one.", SampleWords.OnlyInEnglish);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Equal("3 rows wait at MAIN.", SampleWords.RowsWait(3, "MAIN"));
        Assert.Equal("1 row waits at MAIN.", SampleWords.RowsWait(1, "MAIN"));
    }

    private static Type RoomOf(string resource) => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Single(type => $"{type.FullName}.resx".Replace('.', '/').EndsWith('/' + string.Join('/', resource.Split('/')[^2..]).Replace('.', '/'), StringComparison.Ordinal));

    private static IEnumerable<MemberInfo> Members(Type room) =>
        room.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(member => member is PropertyInfo || member is MethodInfo { IsSpecialName: false });

    private static Dictionary<string, string> Texts(Type room) =>
        new ResourceManager(room).GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.Ordinal);

    private static object[] Values(MemberInfo member, bool one) => member is MethodInfo method
        ? [.. method.GetParameters().Select((parameter, at) => parameter.ParameterType == typeof(string) ? $"‹{parameter.Name}›"
            : parameter.ParameterType == typeof(char) ? '‡'
            : parameter.ParameterType == typeof(Version) ? new Version(71, at)
            : parameter.ParameterType == typeof(Version) ? new Version(71, at)
            : Convert.ChangeType(one ? 1 : 71 + at, parameter.ParameterType, CultureInfo.InvariantCulture))]
        : [];

    private static string Said(MemberInfo member, object[] values) =>
        (string)(member is PropertyInfo property ? property.GetValue(null) : ((MethodInfo)member).Invoke(null, values))!;

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b(\w+Words)\.(\w+)")]
    private static partial Regex Use();
}
