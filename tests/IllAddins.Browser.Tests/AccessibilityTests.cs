using IllAddins.Tests.Fixtures;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>WCAG 2.2 AA as far as a machine can tell, on every page and with everything open that opens; where room is short is looked at in <see cref="RoomTests"/>.</summary>
[TakesLong]
public sealed class AccessibilityTests(Product product) : IClassFixture<Product>
{
    private static readonly PageEmulateMediaOptions Light = new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None };

    // Of the rules, those of colours alone are asked again in them.
    private static readonly (string Name, PageEmulateMediaOptions Media)[] OtherColours =
    [
        ("dark", new() { ColorScheme = ColorScheme.Dark }),
        ("forced", new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active }),
    ];

    [BrowserFact]
    public async Task Nothing_is_found_in_any_colours()
    {
        await using var desk = await product.DeskAsync();
        await desk.Page.EmulateMediaAsync(Light);
        await Inspection.NothingIsFoundAsync(desk, "light", async place =>
        {
            List<string> found = [.. await Inspection.AskAsync(desk.Page, place, Inspection.Everything), .. await Inspection.HitAsync(desk.Page, place)];
            foreach (var (name, media) in OtherColours)
            {
                await desk.Page.EmulateMediaAsync(media);
                found.AddRange(await Inspection.LookAsync(desk.Page, $"{place} in {name}"));
                found.AddRange(await Inspection.AskAsync(desk.Page, $"{place} in {name}", Inspection.Only("color-contrast")));
            }

            await desk.Page.EmulateMediaAsync(Light);
            return found;
        });
    }
}
