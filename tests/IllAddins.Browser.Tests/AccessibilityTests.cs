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
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    [BrowserFact]
    public Task Nothing_is_found_in_light() => NothingIsFoundAsync("light", Everything, new() { ColorScheme = ColorScheme.Light });

    // Nothing but colours differs there.
    [BrowserFact]
    public Task Nothing_is_found_in_dark() => NothingIsFoundAsync("dark", Only("color-contrast"), new() { ColorScheme = ColorScheme.Dark });

    [BrowserFact]
    public Task Nothing_is_found_in_forced_colours() => NothingIsFoundAsync("forced", Only("color-contrast"), new() { ForcedColors = ForcedColors.Active });

    // What can be hit is asked here, where nothing stands still over what scrolls.
    [BrowserFact]
    public Task At_320_pixels_nothing_scrolls_sideways_and_all_can_be_hit() =>
        NothingIsFoundAsync("narrow", Only("target-size", "scrollable-region-focusable"), new() { ViewportSize = new() { Width = 320, Height = 700 } });

    [BrowserFact]
    public async Task Text_of_twice_the_size_is_still_reachable()
    {
        await using var desk = await product.DeskAsync();
        await desk.Page.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        var found = new List<string>();
        await Places.WalkAsync(desk, async name => found.AddRange(await LookAsync(desk.Page, $"large-{name}")));
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
            var result = await desk.Page.RunAxe(rules);
            found.AddRange(result.Violations.Select(each => $"{way} {name}: {each.Id}: {each.Help}: {string.Join("; ", each.Nodes.Select(node => node.Html))}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // What scrolls sideways, stands outside the window, or has the focus without showing it.
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ILLADDINS_TEST_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.ToLowerInvariant().Replace(' ', '-')}.png") });
        return [.. (await page.EvaluateAsync<string[]>(Sight)).Select(each => $"{name}: {each}")];
    }

    private const string Sight = """
        () => {
          const found = [];
          const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (wide > 0)
            found.push(`the page is ${wide} pixels wider than the window`);
          for (const open of document.querySelectorAll("dialog[open], .split-list:not([hidden]), .row-menu, details[open] > .menu-list")) {
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
