using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Calendars;
using IllAddins.Host.Web;
using IllAddins.Tests.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace IllAddins.Tests.Addins;

public sealed class AddinHostTests : IAsyncLifetime, IDisposable
{
    private readonly Dictionary<string, string> settings = [];
    private TestRecord record = null!;
    private SiteScripts scripts = null!;
    private readonly AddinRegistrations registrations = new("Fixture", TakenNames.None);
    private AddinHost host = null!;
    private IllRequest request = null!;

    public async Task InitializeAsync()
    {
        record = await TestRecord.NewAsync();
        await record.AddAsync("jdoe", "MAIN", "In Transit to Pickup Location");
        request = Assert.Single(await record.Record.FindAsync([1], CancellationToken.None));
        scripts = new SiteScripts(Path.Combine(record.Folder, "scripts"), CompiledEngine.Start(), new ScriptLimits(), record.Database, record.Clock);
        host = new AddinHost("Fixture", registrations, new HostServices
        {
            Record = record.Record,
            Database = record.Database,
            Sites = record.Sites,
            Scripts = scripts,
            Audit = new AuditTrail(record.Database, record.Clock),
            Calendars = new CalendarShelf(record.Database),
            Clock = record.Clock,
            NextSweep = (addin, site) => addin == "Fixture" && site.NVTGC == "MAIN" ? record.Clock.GetUtcNow() : null,
            Logs = NullLoggerFactory.Instance,
            DataFolder = record.Folder,
            Setting = key => settings.GetValueOrDefault(key),
            Offers = new AddinOffers(new AddinRoster(new AddinLimits(), record.Clock, NullLogger.Instance), new AddinLimits(), record.Clock, NullLogger.Instance),
            Settings = new AddinSettings(record.Database, StoredKeys.Seal(record.Folder), key => settings.GetValueOrDefault(key), record.Clock, NullLogger.Instance),
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        scripts.Dispose();
        record.Dispose();
    }

    [Fact]
    public async Task A_generation_that_has_stopped_reaches_nothing_of_the_host_any_more_and_disposing_the_database_closes_nothing()
    {
        var database = host.Database;
        await database.DisposeAsync();
        await using (await database.OpenConnectionAsync())
            registrations.End();

        const string Stopped = "Fixture was stopped, or replaced by another version; what this one still does no longer counts. End timers and threads in StopAsync.";
        Assert.Equal(Stopped, (await Assert.ThrowsAsync<InvalidOperationException>(async () => await database.OpenConnectionAsync())).Message);
        Assert.Equal(Stopped, Assert.Throws<InvalidOperationException>(() => host.Record).Message);
        Assert.Equal(Stopped, Assert.Throws<InvalidOperationException>(() => host.AskScript("RoutingDelay", request)).Message);
        Assert.Single(await record.Record.FindAsync([1], CancellationToken.None));
    }

    [Fact]
    public void The_host_says_when_the_addins_own_sweeps_begin_next_at_a_site() =>
        Assert.Equal((record.Clock.GetUtcNow(), null), (host.NextSweep(request.Site), host.NextSweep(Some.Site with { NVTGC = "LAW" })));

    [Fact]
    public void A_site_without_a_script_has_no_hook() =>
        Assert.Equal(new ScriptReply.NoHook { ScriptVersion = "no script" }, host.AskScript("RoutingDelay", request));

    [Fact]
    public void A_script_without_the_function_has_no_hook_but_a_version()
    {
        Script("function ChooseTemplate(request) return 'x' end");

        Assert.Equal(new ScriptReply.NoHook { ScriptVersion = host.ScriptVersion(request.Site) }, host.AskScript("RoutingDelay", request));
        Assert.Matches("^MAIN/notify\\.lua v1$", host.ScriptVersion(request.Site));
    }

    [Theory]
    [InlineData("90", 90L)]
    [InlineData("1.5", 1.5)]
    [InlineData("'ILL Borrowing Loan Pickup'", "ILL Borrowing Loan Pickup")]
    [InlineData("true", true)]
    [InlineData("nil", null)]
    [InlineData("request.Site.NVTGC", "MAIN")]
    public void A_plain_answer_is_handed_on_with_the_version_that_gave_it(string lua, object? expected)
    {
        Script($"function RoutingDelay(request) return {lua} end");

        Assert.Equal(new ScriptReply.Answer { ScriptVersion = host.ScriptVersion(request.Site), Line = 1, Value = expected }, host.AskScript("RoutingDelay", request));
    }

    [Fact]
    public void An_answer_that_is_no_plain_value_is_named_by_its_type()
    {
        Script("function RoutingDelay(request) return {} end");

        Assert.Equal(new ScriptReply.Answer { ScriptVersion = host.ScriptVersion(request.Site), Line = 1, Value = null, Unusable = "table" }, host.AskScript("RoutingDelay", request));
    }

    [Fact]
    public void A_fault_says_file_line_and_message()
    {
        Script("function RoutingDelay(request)\n  return request.LoanTitel\nend");

        Assert.Equal(
            new ScriptReply.Fault { ScriptVersion = host.ScriptVersion(request.Site), Line = 2, Message = "MAIN/notify.lua line 2: request.LoanTitel is no field. Did you mean LoanTitle?" },
            host.AskScript("RoutingDelay", request));
    }

    [Fact]
    public void A_script_reads_the_time_on_the_sites_clock()
    {
        Script("function RoutingDelay(request) return os.date('%Y-%m-%d %H:%M') end");

        Assert.Equal("2026-11-23 10:00", Assert.IsType<ScriptReply.Answer>(host.AskScript("RoutingDelay", request)).Value);
    }

    [Fact]
    public void An_empty_setting_is_none()
    {
        (settings["Mail:Host"], settings["Mail:Port"]) = ("", "25");

        Assert.Null(host.Setting("Mail:Host"));
        Assert.Null(host.Setting("Mail:User"));
        Assert.Equal("25", host.Setting("Mail:Port"));
    }

    private void Script(string lua)
    {
        Directory.CreateDirectory(Path.Combine(record.Folder, "scripts", "MAIN"));
        File.WriteAllText(Path.Combine(record.Folder, "scripts", "MAIN", "notify.lua"), lua);
    }
}
