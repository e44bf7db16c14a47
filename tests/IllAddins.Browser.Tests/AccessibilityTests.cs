using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>WCAG 2.2 AA as far as a machine can tell, on every page and with everything open that opens.</summary>
public sealed class AccessibilityTests(Product product) : IClassFixture<Product>
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // Asked by itself, at every width.
        Rules = new() { ["target-size"] = new() { Enabled = false } },
    };

    private static readonly AxeRunOptions ColoursAlone = Only("color-contrast");

    private const string Popups = "dialog[open], .split-list:not([hidden]), .row-menu, details[open] > .menu-list";

    [BrowserFact]
    public Task Nothing_is_found_in_light() => NothingIsFoundAsync("light", Everything, new() { ColorScheme = ColorScheme.Light });

    // Nothing but colours differs there.
    [BrowserFact]
    public Task Nothing_is_found_in_dark() => NothingIsFoundAsync("dark", ColoursAlone, new() { ColorScheme = ColorScheme.Dark });

    [BrowserFact]
    public Task Nothing_is_found_in_forced_colours() => NothingIsFoundAsync("forced", ColoursAlone, new() { ForcedColors = ForcedColors.Active });

    [BrowserFact]
    public Task At_320_pixels_nothing_scrolls_sideways_and_all_can_be_hit() =>
        NothingIsFoundAsync("narrow", Only("scrollable-region-focusable"), new() { ViewportSize = new() { Width = 320, Height = 700 } });

    [BrowserFact]
    public async Task Text_of_twice_the_size_is_still_reachable()
    {
        await using var desk = await product.DeskAsync();
        await desk.Page.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        var found = new List<string>();
        await Places.WalkAsync(desk, async name =>
        {
            found.AddRange(await LookAsync(desk.Page, $"large-{name}"));
            found.AddRange(Problems(await HitAsync(desk.Page), $"large {name}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static AxeRunOptions Only(params string[] rules) => new() { RunOnly = new() { Type = "rule", Values = [.. rules] } };

    private async Task NothingIsFoundAsync(string way, AxeRunOptions rules, BrowserNewContextOptions options)
    {
        await using var desk = await product.DeskAsync(options);
        var found = new List<string>();
        await Places.WalkAsync(desk, async name =>
        {
            found.AddRange(await LookAsync(desk.Page, $"{way}-{name}"));
            found.AddRange(Problems(await desk.Page.RunAxe(rules), $"{way} {name}"));
            if (rules != ColoursAlone)
                found.AddRange(Problems(await HitAsync(desk.Page), $"{way} {name}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> Problems(AxeResult result, string place) =>
        result.Violations.Select(each => $"{place}: {each.Id}: {each.Help}: {string.Join("; ", each.Nodes.Select(node => node.Html))}");

    // Whether all can be hit: of what is open, else of the page, of which nothing is hidden by what stands still while it scrolls.
    private static async Task<AxeResult> HitAsync(IPage page)
    {
        if (await page.Locator(Popups).CountAsync() > 0)
            return await page.RunAxe(new AxeRunContext { Include = [new AxeSelector(Popups)] }, Only("target-size"));
        await page.EvaluateAsync("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.parts-nav, .save, .statusline { position: static !important; }'); document.adoptedStyleSheets = [sheet]; }");
        var result = await page.RunAxe(Only("target-size"));
        await page.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
        return result;
    }

    // What scrolls sideways, stands outside the window, or has the focus without showing it.
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ILLADDINS_TEST_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.ToLowerInvariant().Replace(' ', '-')}.png") });
        return [.. (await page.EvaluateAsync<string[]>(Sight, Popups)).Select(each => $"{name}: {each}")];
    }

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
