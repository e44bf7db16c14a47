using System.Collections.Concurrent;
using IllAddins.Tests.Web;
using Microsoft.Playwright;

namespace IllAddins.Browser.Tests;

/// <summary>A staff member's desk: the shell and a browser window on it.</summary>
public sealed class Desk : IAsyncDisposable
{
    private Desk(ShellHost shell, IPage page) => (Shell, Page) = (shell, page);

    public ShellHost Shell { get; }

    public IPage Page { get; }

    /// <summary>What the page complained about: scripts' errors and refusals by the content security policy.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public ILocator Status => Page.Locator("#status");

    public ILocator Counts => Page.Locator("#counts");

    public ILocator SelectedRows => Page.Locator(".request-row[aria-selected=true]");

    public static async Task<Desk> OpenAsync(SampleScreen? sample = null, BrowserNewContextOptions? options = null)
    {
        var shell = sample is null ? new ShellHost() : new ShellHost { Sample = sample };
        await shell.InitializeAsync();
        options ??= new();
        options.BaseURL = shell.Address.ToString();
        options.ViewportSize ??= new() { Width = 1280, Height = 800 };
        var page = await (await SharedBrowser.ContextAsync(options)).NewPageAsync();
        page.SetDefaultTimeout(Patience.Milliseconds);
        var desk = new Desk(shell, page);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
                desk.Complaints.Enqueue(line.Text);
        };
        page.PageError += (_, error) => desk.Complaints.Enqueue(error);
        return desk;
    }

    public async Task SignInAsync(string user = TestStaff.Staff)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel("User name").FillAsync(user);
        await Page.GetByLabel("Password").FillAsync(TestStaff.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.Locator(".grid-body .grid-row").First.WaitForAsync();
    }

    /// <summary>Something is written to the record by somebody else.</summary>
    public async Task ChangeRecordAsync()
    {
        await using var connection = await Shell.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE ChangeNumber SET Last = Last + 1 WHERE Id = 1";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The row of a request.</summary>
    public ILocator Row(int number) => Page.Locator(".request-row", new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = $"{number}", Exact = true }) });

    public ILocator Group(string title) => Page.Locator(".group-row", new() { HasText = title });

    public ILocator Command(string title) => Page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    /// <summary>A command in the ribbon where a row has a button of the same words.</summary>
    public ILocator OfRibbon(string title) => Page.Locator("#ribbon").GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Shell.DisposeAsync();
    }
}
