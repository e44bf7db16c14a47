using IllAddins.Tests.Fixtures;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>WCAG 2.2 AA as far as a machine can tell, on every page and with everything open that opens; other colours are looked at in <see cref="ColoursTests"/>.</summary>
[TakesLong]
public sealed class AccessibilityTests(Product product) : IClassFixture<Product>
{
    [BrowserFact]
    public Task Nothing_is_found_in_light() => Inspection.NothingIsFoundAsync(product, "light", Inspection.Everything, new() { ColorScheme = ColorScheme.Light });

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
            found.AddRange(await Inspection.LookAsync(desk.Page, $"large-{name}"));
            found.AddRange(await Inspection.HitAsync(desk.Page, $"large {name}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
