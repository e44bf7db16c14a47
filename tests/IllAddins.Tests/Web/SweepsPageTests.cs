using System.Net;
using IllAddins.Host.Scheduling;

namespace IllAddins.Tests.Web;

public sealed class SweepsPageTests : IAsyncLifetime
{
    private readonly ShellHost shell = new();

    public async Task InitializeAsync()
    {
        await shell.InitializeAsync();
        var now = shell.Clock.GetUtcNow();
        var report = new SweepReport { Routed = 3, Sent = 1234, Held = 5, Failed = 6, Errors = [new SweepError { Site = "MAIN", TransactionNumber = 482101, Message = "550 <no such user>" }] };
        shell.Sweeps.Add(new SweepState { Site = "LAW", Addin = "CustomerContact", Last = now, Next = now.AddMinutes(5) });
        shell.Sweeps.Add(new SweepState { Site = "MAIN", Addin = "CustomerContact", Last = now, Next = now.AddMinutes(5), Wanted = true, Report = report });
    }

    public Task DisposeAsync() => shell.DisposeAsync();

    [Fact]
    public async Task Admins_see_what_came_of_the_last_sweeps_and_have_a_site_swept_now_and_staff_do_not()
    {
        using var admin = await Visitor.SignedInAsync(shell, TestStaff.Admin);
        var page = await admin.ReadAsync("/sweeps");
        Assert.Matches("LAW CustomerContact Under way .+ Run now MAIN CustomerContact Idle .+ at once 3 1,234 5 6 1 Run now", page);
        Assert.Contains("MAIN 482101 550 <no such user>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("The script of LAW is parked.", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostFormAsync("/sweeps", ("site", "MAIN"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostFormAsync("/sweeps", ("site", "NOWHERE"))).StatusCode);
        using var staff = await Visitor.SignedInAsync(shell);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/sweeps")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostFormAsync("/sweeps", ("site", "MAIN"))).StatusCode);
        Assert.Equal(["MAIN", "NOWHERE"], shell.SweptNow);
    }
}
