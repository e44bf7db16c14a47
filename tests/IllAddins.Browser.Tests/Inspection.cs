using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>What a machine can tell of a page's accessibility.</summary>
internal static class Inspection
{
    private const string Popups = "dialog[open], .split-list:not([hidden]), .row-menu, details[open] > .menu-list";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that the machine knows to ask, but whether all can be hit, which is asked by itself, at every width.</summary>
    public static readonly object Everything = new
    {
        runOnly = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } },
        rules = new Dictionary<string, object> { ["target-size"] = new { enabled = false } },
    };

    /// <summary>This rule and no other.</summary>
    public static object Only(string rule) => new { runOnly = new { type = "rule", values = new[] { rule } } };

    /// <summary>Walks through the whole product, and expects nothing to be found anywhere: neither at a look nor by what is asked at each place.</summary>
    /// <param name="desk">At the list; signed out in the end.</param>
    /// <param name="way">How it is looked at, for the names of what is found and of pictures.</param>
    /// <param name="ask">Gets the place's name; answers what was found.</param>
    public static async Task NothingIsFoundAsync(RealDesk desk, string way, Func<string, Task<IReadOnlyList<string>>> ask)
    {
        var found = new List<string>();
        await Places.WalkAsync(desk, async place =>
        {
            found.AddRange(await LookAsync(desk.Page, $"{way} {place}"));
            found.AddRange(await ask($"{way} {place}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>Whether all can be hit: of what is open, else of the page, of which nothing is hidden by what stands still while it scrolls.</summary>
    public static async Task<IReadOnlyList<string>> HitAsync(IPage page, string place)
    {
        if (await page.Locator(Popups).CountAsync() > 0)
            return await AskAsync(page, place, Only("target-size"), Popups);
        await page.EvaluateAsync("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.parts-nav, .save, .statusline { position: static !important; }'); document.adoptedStyleSheets = [sheet]; }");
        var found = await AskAsync(page, place, Only("target-size"));
        await page.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
        return found;
    }

    /// <summary>What scrolls sideways, stands outside the window, or has the focus without showing it.</summary>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ILLADDINS_TEST_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.ToLowerInvariant().Replace(' ', '-')}.png") });
        return [.. (await page.EvaluateAsync<string[]>(Sight, Popups)).Select(each => $"{name}: {each}")];
    }

    /// <summary>What breaks these rules. Axe is put into a page once; the package's own way does so twice for each question, and opens one more page, for the sake of frames, which no page here has.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(IPage page, string place, object rules, string within = "html")
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        return [.. (await page.EvaluateAsync<string[]>(Question, new { rules, within })).Select(each => $"{place}: {each}")];
    }

    private const string Question = """
        async ({ rules, within }) => {
          const { violations } = await axe.run({ include: [[within]] }, rules);
          return violations.map(each => `${each.id}: ${each.help}: ${each.nodes.map(node => node.html).join("; ")}`);
        }
        """;

    private const string Sight = """
        popups => {
          const found = [];
          const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (wide > 0)
            found.push(`the page is ${wide} pixels wider than the window`);
          for (const open of document.querySelectorAll(popups)) {
            const { left, right } = open.getBoundingClientRect();
            if (left < -0.5 || right > innerWidth + 0.5)
              found.push(`${open.className} reaches from ${left} to ${right}`);
          }
          const active = document.activeElement;
          if (active !== document.body && active.tagName !== "MAIN") {
            const { left, right, top, bottom } = active.getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            const at = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1), y);
            if (y < 0 || y > innerHeight || !(at !== null && (active.contains(at) || at.contains(active) || active.labels?.[0]?.contains(at))))
              found.push(`${active.outerHTML.slice(0, 120)} has the focus and is not seen`);
          }
          return found;
        }
        """;
}
