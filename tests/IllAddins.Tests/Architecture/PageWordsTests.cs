using System.Text.RegularExpressions;

namespace IllAddins.Tests.Architecture;

/// <summary>What pages say stands in a resource, so that another language is another file.</summary>
public sealed partial class PageWordsTests
{
    private static readonly string[] Left =
    [
        "Document.razor: IllAddins", // the product's name
        "SignInPage.razor: users add", // a command line
    ];

    [Fact]
    public void Pages_take_their_words_from_the_resource() => Nothing(Pages
        .SelectMany(page => Bare(Markup(page)).Split('\n').Select(line => $"{Path.GetFileName(page)}: {line.Trim()}").Where(line => Word().IsMatch(line.Split(": ", 2)[1])))
        .Except(Left));

    [Fact]
    public void Attributes_that_are_read_take_their_words_from_the_resource() => Nothing(Pages
        .SelectMany(page => Read().Matches(Markup(page)).Select(found => $"{Path.GetFileName(page)}: {found.Value}")));

    [Fact]
    public void The_code_of_pages_takes_its_words_from_the_resource() => Nothing(Pages
        .SelectMany(page => Quoted().Matches(string.Join('\n', Repository.Lines(page))).Where(found => Sentences.Reads(Hole().Replace(found.Groups[1].Value, "{}"))).Select(found => $"{Path.GetFileName(page)}: {found.Value}")));

    private static void Nothing(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));

    private static IEnumerable<string> Pages => Repository.Files("host/IllAddins.Host/Web/Pages", ".razor");

    private static string Markup(string page) => string.Join('\n', Repository.Lines(page)).Split("@code {")[0];

    // The markup without its tags and its code.
    private static string Bare(string markup) => Tag().Replace(Code().Replace(Value().Replace(Comment().Replace(markup, ""), ""), ""), "\n");

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // @name.Member(...)[...] and @(...), with what stands in their brackets.
    [GeneratedRegex(@"@(?!(if|else|foreach|switch|code|using)\b)[\w.?!]*(\((?>[^()]+|\((?<open>)|\)(?<-open>))*(?(open)(?!))\)|\[[^\]]*\]|\.\w+)*")]
    private static partial Regex Value();

    // Lines that are code: their heads, and what stands alone in a block.
    [GeneratedRegex(@"^\s*(@?(if|else|foreach|switch|using|case)\b.*|[{}\s]*|.*;)$|\} else \{|@if \(.*?\) \{|^@\{$", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"<(?>""[^""]*""|[^<>""])*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<![&#\\w])[A-Za-z]{2}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(title|alt|placeholder|aria-label|data-needs|data-reset|Title|None|Words)=""[^@""][^""]*""")]
    private static partial Regex Read();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    // Not: addresses, ids, classes of a style.
    [GeneratedRegex(@"(?<=[(\[,?:$>] ?)""(?![/{]|words words-bad)([^""@<>]*)""")]
    private static partial Regex Quoted();
}
