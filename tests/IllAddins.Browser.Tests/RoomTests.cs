using IllAddins.Tests.Fixtures;

namespace IllAddins.Browser.Tests;

/// <summary>The same walk as of <see cref="AccessibilityTests"/> where room is short; a class of its own, so that it is done beside the other.</summary>
[TakesLong]
public sealed class RoomTests(Product product) : IClassFixture<Product>
{
    [BrowserFact]
    public async Task At_320_pixels_nothing_scrolls_sideways_and_all_can_be_hit()
    {
        await using var desk = await product.DeskAsync(new() { ViewportSize = new() { Width = 320, Height = 700 } });
        await Inspection.NothingIsFoundAsync(desk, "narrow", async place =>
            [.. await Inspection.AskAsync(desk.Page, place, Inspection.Only("scrollable-region-focusable")), .. await Inspection.HitAsync(desk.Page, place)]);
    }

    [BrowserFact]
    public async Task Text_of_twice_the_size_is_still_reachable()
    {
        await using var desk = await product.DeskAsync();
        await desk.Page.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '200%'; });");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".request-row").First.WaitForAsync();
        await Inspection.NothingIsFoundAsync(desk, "large", place => Inspection.HitAsync(desk.Page, place));
    }
}
