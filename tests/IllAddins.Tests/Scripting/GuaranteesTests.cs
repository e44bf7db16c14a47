using System.Text.RegularExpressions;
using IllAddins.Host.Scripting.Reference;
using IllAddins.Tests.Architecture;

namespace IllAddins.Tests.Scripting;

/// <summary>The table of what both engines guarantee says nothing that no test holds.</summary>
public sealed partial class GuaranteesTests
{
    private static readonly string[] Held =
    [
        .. Repository.Lines("scripts/README.md").SkipWhile(line => !line.StartsWith("| on either engine", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .SelectMany(line => Quoted().Matches(line.Split('|')[^2]).Select(match => match.Groups[1].Value)),
    ];

    [Fact]
    public void Every_line_names_tests_that_there_are() => Assert.All(Held, name =>
        Assert.Contains(typeof(Lua).Assembly.GetTypes(), type => type.Name == name && type.GetMethods().Any(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)));

    [Fact]
    public void Every_conformance_test_stands_in_the_table()
    {
        var all = typeof(Lua).Assembly.GetTypes().Where(type => type is { IsPublic: true, Namespace: "IllAddins.Tests.Scripting.Conformance" }).Select(type => type.Name);
        Assert.Empty(all.Except(Held));
    }

    [Fact]
    public void What_differs_is_named_with_what_to_do_instead() =>
        Assert.All(EngineDifferences.All, difference => Assert.All([difference.What, difference.KeraLua, difference.MoonSharp, difference.Instead], words => Assert.Matches(@"^\S", words)));

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();
}
