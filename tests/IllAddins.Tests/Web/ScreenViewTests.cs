using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IllAddins.Tests.Web;

public sealed partial class ScreenViewTests(ShellHost shell) : IClassFixture<ShellHost>
{
    private const string Path = "/screens/contact/view";
    private const string AtFirst = """{"sort":null,"shown":{},"widths":{},"folded":{},"sounds":false}""";
    private const string Liked = """{"sort":{"name":"Title","down":true},"shown":{"Pickup":false},"widths":{"Title":30},"folded":{"phone":true},"sounds":true}""";

    [Fact]
    public async Task How_somebody_likes_a_screen_is_there_at_another_desk_and_for_nobody_else()
    {
        using var ann = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.NoContent, (await KeepAsync(ann, Path, Liked)).Status);

        using var other = await Visitor.SignedInAsync(shell);
        Assert.Equal(Liked, await ViewAsync(other));
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        Assert.Equal(AtFirst, await ViewAsync(admin));

        Assert.Equal(HttpStatusCode.NoContent, (await KeepAsync(other, "/screens/CONTACT/view", AtFirst)).Status);
        Assert.Equal(AtFirst, await ViewAsync(ann));
    }

    public static TheoryData<string, string> Unkept => new()
    {
        { "[1", Unreadable },
        { "", Unreadable },
        { "null", Unreadable },
        { """{"sort":{"down":true}}""", Unreadable },
        { """{"widths":{"Title":"wide"}}""", Unreadable },
        { """{"widths":null}""", Flaw("Found null where the columns, widths or folded groups were expected.") },
        { """{"widths":{"Title":900}}""", Flaw("Found a width of 900 for 'Title'; expected were 4 to 120 signs.") },
        { """{"shown":{"":true}}""", Flaw("Found a column or group without a name, or whose name is no plain text of at most 100 signs.") },
        { """{"sort":{"name":null}}""", Flaw("Found a column or group without a name, or whose name is no plain text of at most 100 signs.") },
        {
            JsonSerializer.Serialize(new { folded = Enumerable.Range(1, 201).ToDictionary(at => $"group {at}", _ => true) }),
            Flaw("Found 201 columns or groups; 200 are remembered at most.")
        },
    };

    [Theory]
    [MemberData(nameof(Unkept))]
    public async Task What_is_no_view_is_refused_in_words_and_the_old_one_stays(string json, string words)
    {
        using var ann = await Visitor.SignedInAsync(shell);
        await KeepAsync(ann, Path, Liked);
        Assert.Equal((HttpStatusCode.BadRequest, words), await KeepAsync(ann, Path, json));
        Assert.Equal(Liked, await ViewAsync(ann));
    }

    [Fact]
    public async Task A_view_is_small_has_a_screen_and_comes_from_a_page()
    {
        using var ann = await Visitor.SignedInAsync(shell);
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "That is more than the server takes at once; nothing was done. Send less."),
            await KeepAsync(ann, Path, JsonSerializer.Serialize(new { shown = new Dictionary<string, bool> { [new string('x', 70_000)] = true } })));
        Assert.Equal(
            (HttpStatusCode.NotFound, "There is no screen 'nowhere'. Its add-in may have been removed or stopped; admins see why on the page Add-ins."),
            await KeepAsync(ann, "/screens/nowhere/view", Liked));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Nothing was done: this page was opened before the last sign-in, or by another program. Reload the page, then repeat."),
            await KeepAsync(ann, Path, Liked, withToken: false));
    }

    private const string Unreadable =
        """How you like this screen could not be read: expected was {"sort": null, "shown": {}, "widths": {}, "folded": {}, "sounds": false}. Reload the page, then repeat.""";

    private static string Flaw(string found) => $"How you like this screen was not kept. {found} Reload the page, then repeat.";

    private static async Task<string> ViewAsync(Visitor visitor) =>
        WebUtility.HtmlDecode(View().Match(await (await visitor.GetAsync("/screens/contact")).Content.ReadAsStringAsync()).Groups[1].Value);

    private static async Task<(HttpStatusCode Status, string Words)> KeepAsync(Visitor visitor, string path, string json, bool withToken = true)
    {
        using var answer = await visitor.SendAsync(HttpMethod.Put, path, json, withToken);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NoContent ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString()!);
    }

    [GeneratedRegex("data-view=\"([^\"]*)\"")]
    private static partial Regex View();
}
