using System.Text.RegularExpressions;

namespace IllAddins.Tests.Architecture;

/// <summary>What pages say stands in a resource, so that another language is another file.</summary>
public sealed partial class PageWordsTests
{
    // Words that still stand in a page; none may be added.
    private static readonly string[] Left =
    [
        "Document.razor: IllAddins", // the product's name
        "SignInPage.razor: users add", // a command line
        .. ((string[])["Help", "Refresh", "Find or scan", "Columns", "Sounds when scanning", "Undo", "This list needs JavaScript. Switch it on for this address, then reload the page.", "Selected", "Mend"])
            .Select(words => $"ScreenPage.razor: {words}"),
    ];

    [Fact]
    public void Pages_take_their_words_from_the_resource() => Assert.Empty(Repository.Files("host/IllAddins.Host/Web/Pages", ".razor")
        .SelectMany(file => Literal().Matches(Markup(file)).Select(found => $"{Path.GetFileName(file)}: {found.Groups[1].Value.Trim()}"))
        .Except(Left));

    private static string Markup(string file) => string.Join('\n', Repository.Lines(file)).Split("@code {")[0];

    [GeneratedRegex(">([^<>@{}=;&()]*[A-Za-z]{2}[^<>@{}=;&()]*)<")]
    private static partial Regex Literal();
}
