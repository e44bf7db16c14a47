using IllAddins.Tests.Fixtures;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>The same as <see cref="AccessibilityTests"/> in other colours, where nothing but colours differs, and in a narrow window; a class of its own, so that it is done beside the other.</summary>
[TakesLong]
public sealed class ColoursTests(Product product) : IClassFixture<Product>
{
    [BrowserFact]
    public Task Nothing_is_found_in_dark() => Inspection.NothingIsFoundAsync(product, "dark", Inspection.ColoursAlone, new() { ColorScheme = ColorScheme.Dark });

    [BrowserFact]
    public Task Nothing_is_found_in_forced_colours() => Inspection.NothingIsFoundAsync(product, "forced", Inspection.ColoursAlone, new() { ForcedColors = ForcedColors.Active });

    [BrowserFact]
    public Task At_320_pixels_nothing_scrolls_sideways_and_all_can_be_hit() =>
        Inspection.NothingIsFoundAsync(product, "narrow", Inspection.Only("scrollable-region-focusable"), new() { ViewportSize = new() { Width = 320, Height = 700 } });
}
