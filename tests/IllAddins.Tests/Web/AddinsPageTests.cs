using System.Net;
using System.Net.Http.Headers;
using IllAddins.Host.Addins;
using IllAddins.Tests.Addins;

namespace IllAddins.Tests.Web;

public sealed class AddinsPageTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public async Task InitializeAsync()
    {
        await shell.InitializeAsync();
        shell.Addins.Add(new AddinEntry { Name = "BranchSlips", Folder = "/srv/addins/BranchSlips", Version = "0.9.1", ContractVersion = "1.0", State = new AddinState.Faulted { Why = "BranchSlips is parked.", Details = "at BranchSlips.Print()", Parked = true }, OldGenerations = 2 });
        shell.Addins.Add(new AddinEntry { Name = "Odd\"Name", Folder = "/srv/addins/Odd", State = new AddinState.Running(), Contributes = new AddinContribution { Sweeps = 1, Screens = 2, Verbs = 1, ScriptFunctions = 2, Channels = 1, TemplateFields = 3, HealthChecks = 1, Settings = 4 } });
        shell.Addins.Add(new AddinEntry { Name = "Resting", Folder = "/srv/addins/Resting", State = new AddinState.Stopped { Why = "The host runs in safe mode." } });
    }

    public Task DisposeAsync() => shell.DisposeAsync();

    [Fact]
    public async Task Admins_see_how_every_add_in_stands_with_the_stack_and_staff_do_not()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        var page = await admin.ReadAsync("/addins");
        Assert.Contains("BranchSlips 0.9.1 Faulted, parked Retry Disable BranchSlips is parked.", page, StringComparison.Ordinal);
        Assert.Contains("at BranchSlips.Print()", page, StringComparison.Ordinal);
        Assert.Contains("Old generations in memory 2", page, StringComparison.Ordinal);
        Assert.Contains("1 sweep, 2 screens, 1 verb, 2 script functions, 1 channel, 3 template fields, 1 health check, 4 settings", page, StringComparison.Ordinal);

        Assert.Contains("Resting Stopped Disable The host runs in safe mode.", page, StringComparison.Ordinal);

        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/addins")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostFormAsync("/addins", ("addin", "BranchSlips"), ("order", "disable"))).StatusCode);
    }

    [Fact]
    public async Task A_button_is_an_order_that_is_kept_with_who_pressed_it()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        var orders = new AddinOrders(shell.Database, shell.Clock);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostFormAsync("/addins", ("addin", "BranchSlips"), ("order", "disable"))).StatusCode);
        Assert.Equal(TestStaff.Admin, (await orders.AllAsync(CancellationToken.None))["BranchSlips"].Disabled?.By);
        Assert.Contains("BranchSlips Disabled root", await admin.ReadAsync("/addins"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostFormAsync("/addins", ("addin", "BranchSlips"), ("order", "dance"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostFormAsync("/addins", ("addin", "Nowhere"), ("order", "disable"))).StatusCode);
        var bare = await admin.Client.PostAsync(new Uri("/addins", UriKind.Relative), new FormUrlEncodedContent([new("addin", "BranchSlips"), new("order", "retry")]));
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task Figures_are_for_admins_and_for_the_holder_of_the_token()
    {
        using var visitor = new Visitor(shell);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/metrics")).StatusCode);
        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Unauthorized, (await staff.GetAsync("/metrics")).StatusCode);

        visitor.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a token of forty letters or more, no less");
        var figures = await (await visitor.GetAsync("/metrics")).Content.ReadAsStringAsync();

        Assert.Contains("illaddins_addin_state{addin=\"BranchSlips\",state=\"Faulted\"} 1\n", figures, StringComparison.Ordinal);
        Assert.Contains("illaddins_addin_state{addin=\"Odd\\\"Name\",state=\"Faulted\"} 0\n", figures, StringComparison.Ordinal);
        Assert.Contains("illaddins_addin_old_generations{addin=\"BranchSlips\"} 2\n", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_reloads_under_load_fail_no_request()
    {
        await using var shifting = await ShiftingRoster.StartedAsync();
        shell.Serve = () => shifting.Roster.Endpoints;
        using var over = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => CallAsync(over.Token))).ToList();

        for (var reload = 1; reload <= 200; reload++)
        {
            shifting.Disk.Lay(reload % 2 == 0 ? "Shifting" : "ShiftingLater", "Shifting");
            await shifting.LookTwiceAsync();
        }

        await over.CancelAsync();
        var answers = (await Task.WhenAll(callers)).SelectMany(answer => answer).ToLookup(answer => answer);
        Assert.Equal(["200 1.0.0", "200 2.0.0"], answers.Select(group => group.Key).Order(StringComparer.Ordinal));
        Assert.Equal(200, shifting.Log.Lines.Count(line => line.Contains(" has taken over from ", StringComparison.Ordinal)));
    }

    private async Task<List<string>> CallAsync(CancellationToken over)
    {
        using var client = shell.Browser();
        var answers = new List<string>();
        while (!over.IsCancellationRequested)
        {
            using var answer = await client.GetAsync(new Uri("/addins/shifting/version", UriKind.Relative), CancellationToken.None);
            answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
        }

        return answers;
    }
}
