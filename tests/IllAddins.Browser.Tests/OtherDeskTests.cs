using System.Collections.Concurrent;
using IllAddins.Tests.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>How somebody likes a list follows them to another desk.</summary>
public sealed class OtherDeskTests
{
    [BrowserFact]
    public async Task Columns_widths_order_and_folded_groups_follow_somebody_to_another_desk_and_can_be_reset()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await desk.Group("Notification method: Mail").FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await desk.Page.Locator("#view-menu summary").ClickAsync();
        // What came before may have been sent by itself.
        await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.GetByLabel("Phone", new() { Exact = true }).UncheckAsync(),
            answer => answer.Url.EndsWith("/view", StringComparison.Ordinal) && answer.Request.PostData!.Contains("\"Phone\":false", StringComparison.Ordinal));
        var width = (await Head(desk.Page, "Title").BoundingBoxAsync())!.Width;

        var other = await AtAnotherDeskAsync(desk);
        await using var memory = other.Context;
        await Expect(Head(other, "Title")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(Head(other, "Phone")).ToBeHiddenAsync();
        await Expect(Group(other, "Notification method: Mail")).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal(width, (await Head(other, "Title").BoundingBoxAsync())!.Width, 1f);

        await other.Locator("#view-menu summary").ClickAsync();
        await other.RunAndWaitForResponseAsync(
            () => other.GetByRole(AriaRole.Button, new() { Name = "Reset to default" }).ClickAsync(), answer => answer.Url.EndsWith("/view", StringComparison.Ordinal));
        await Expect(other.Locator("#status")).ToHaveTextAsync("Columns, order and groups are as they were at first.");
        foreach (var page in (IPage[])[other, desk.Page])
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(new Uri(desk.Shell.Address, "/screens/contact").ToString());
            await Expect(Head(page, "Title")).ToHaveAttributeAsync("aria-sort", "none");
            await Expect(Head(page, "Phone")).ToBeVisibleAsync();
        }

        Assert.Empty(desk.Complaints);
    }

    [BrowserFact]
    public async Task A_change_waits_for_the_one_before_it_and_is_the_one_that_is_kept()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.Page.Clock.InstallAsync();
        await desk.SignInAsync();
        var (held, release, kept) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var answered = new ConcurrentQueue<string>();
        await desk.Page.RouteAsync("**/view", async route =>
        {
            if (held.TrySetResult())
                await release.Task;
            await route.ContinueAsync();
        });
        desk.Page.Response += (_, answer) =>
        {
            if (!answer.Url.EndsWith("/view", StringComparison.Ordinal))
                return;
            answered.Enqueue(answer.Request.PostData!);
            if (answered.Count == 2)
                kept.SetResult();
        };
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await held.Task.WaitAsync(Patience.Longest);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Title", Exact = true }).ClickAsync();
        await desk.Page.Clock.FastForwardAsync(1_000);
        release.SetResult();
        await kept.Task.WaitAsync(Patience.Longest);
        Assert.Contains("\"down\":true", answered.Last(), StringComparison.Ordinal);
        var other = await AtAnotherDeskAsync(desk);
        await using var memory = other.Context;
        await Expect(Head(other, "Title")).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [BrowserFact]
    public async Task A_page_that_was_asked_for_before_a_change_was_kept_shows_it_all_the_same()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SignInAsync();
        var (asked, accounted) = (new TaskCompletionSource(), new TaskCompletionSource());
        // The page writes down that the server has answered.
        await desk.Page.EvaluateAsync("() => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (name, text) { set.call(this, name, text); console.log(text); }; }");
        desk.Page.Console += (_, line) =>
        {
            if (line.Text.Contains("answered", StringComparison.Ordinal))
                accounted.TrySetResult();
        };
        await desk.Page.RouteAsync("**/view", async route =>
        {
            await asked.Task;
            await route.ContinueAsync();
        });
        await desk.Page.RouteAsync("**/screens/contact", async route =>
        {
            var page = await route.FetchAsync();
            asked.SetResult();
            await accounted.Task;
            await route.FulfillAsync(new() { Response = page });
        });
        await desk.Page.Locator("#view-menu summary").ClickAsync();
        await desk.Page.GetByLabel("Phone", new() { Exact = true }).UncheckAsync();
        await desk.Page.ReloadAsync();
        await Expect(Head(desk.Page, "Phone")).ToBeHiddenAsync();
    }

    private static async Task<IPage> AtAnotherDeskAsync(Desk desk)
    {
        var context = await desk.Page.Context.Browser!.NewContextAsync(new() { BaseURL = desk.Shell.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("User name").FillAsync(TestStaff.Staff);
        await page.GetByLabel("Password").FillAsync(TestStaff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.Locator(".request-row").First.WaitForAsync();
        return page;
    }

    private static ILocator Head(IPage page, string title) => page.Locator($"[role=columnheader][data-name='{title}']");

    private static ILocator Group(IPage page, string title) => page.Locator(".group-row", new() { HasText = title });
}
