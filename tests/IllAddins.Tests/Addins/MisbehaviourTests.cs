using System.Globalization;
using System.Net;
using System.Text.Json;
using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

/// <summary>The table of misbehaviour, with real assemblies through a host that serves: what is contained, how it is told, and that it costs the others nothing.</summary>
public sealed class MisbehaviourTests(ServedAddins host) : IClassFixture<ServedAddins>
{
    private static readonly Dictionary<string, string> Called = new()
    {
        ["sweep"] = "sweep 'Sweep' at MAIN",
        ["screen"] = "screen 'unruly'",
        ["command"] = "command 'plain' of screen 'unruly'",
        ["dialog"] = "the dialog of command 'asking' of screen 'unruly'",
        ["panel"] = "panel 'unruly'",
        ["endpoint"] = "endpoint 'Do'",
        ["setting"] = "the check of its setting 'Word'",
        ["function"] = "script function 'Unruly.Word'",
        ["field"] = "template field 'Unruly.Word'",
        ["channel"] = "channel 'Pigeon'",
        ["health"] = "health check 'Loft'",
    };

    // A setting's check, a field and a script function may answer null.
    private static readonly string[] MayAnswerNothing = ["setting", "function", "field"];

    public static IEnumerable<object[]> Calls =>
        from place in Called.Keys
        from how in new[] { "throw", "hang", "block", "be slow", "cancel itself", "nothing", "nonsense" }
        where how != "nothing" || !MayAnswerNothing.Contains(place)
        // Both block the thread that asks, whatever they wait for.
        where how != "be slow" || place is not ("setting" or "function")
        select new object[] { place, how };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_that_goes_wrong_is_the_add_ins_own_failure_and_two_in_a_row_park_it(string place, string how)
    {
        await RetryAsync();
        var before = host.Unruly.Failures;
        host.Order($"{place}: {how}");
        await FailAsync(place, how);

        Assert.Equal((before + 1, "Running"), (host.Unruly.Failures, AddinStateWords.Name(host.Unruly.State)));
        var failure = host.Unruly.LastFailure!;
        Assert.StartsWith(Words(place, how), failure.Message, StringComparison.Ordinal);
        if (how == "throw")
            Assert.Contains("Misdeeds.cs:line ", failure.Details, StringComparison.Ordinal);
        Assert.Contains(failure.Message, await host.Admin.ReadAsync("/addins"), StringComparison.Ordinal);
        Assert.Equal("1.0.0", await host.ShiftingAsync());

        // A run that hangs is not begun beside itself: that is no second failure.
        if (place == "sweep" && how is "hang" or "block")
        {
            Assert.Contains("it is not run beside itself", Assert.Single((await SweepAsync()).Errors).Message, StringComparison.Ordinal);
            await RestartAsync();
            return;
        }

        await FailAsync(place, how);

        Assert.True(Assert.IsType<AddinState.Faulted>(host.Unruly.State).Parked);
        Assert.Contains("Unruly 1.0.0 Faulted, parked Retry Disable Unruly is parked: 2 calls in a row failed", await host.Admin.ReadAsync("/addins"), StringComparison.Ordinal);
        Assert.Equal("1.0.0", await host.ShiftingAsync());
    }

    [Theory]
    [InlineData("constructor", "throw")]
    [InlineData("constructor", "block")]
    [InlineData("start", "throw")]
    [InlineData("start", "hang")]
    [InlineData("start", "block")]
    [InlineData("start", "be slow")]
    public async Task A_version_that_does_not_start_leaves_the_one_before_at_work(string place, string how)
    {
        await RetryAsync();
        host.Order($"{place}: {how}");
        var begun = place == "constructor" ? host.ConstructingAsync() : host.NextAsync($"Unruly does {how} in {place}.");
        var replaced = host.ReplaceAsync(place == "constructor" ? how : null);
        if (how != "throw")
        {
            await begun;
            await host.PassingAsync(replaced);
        }

        await replaced;

        Assert.IsType<AddinState.Running>(host.Unruly.State);
        Assert.Contains(how == "throw" ? $"Unruly failed in its {place}: " : $"Unruly did not finish its {place} within 30 seconds.", host.Unruly.Kept, StringComparison.Ordinal);
        Assert.Equal(("1.0.0", "done"), (await host.ShiftingAsync(), await DoAsync()));

        host.Order("");
        await host.ReplaceAsync(null);
        Assert.Null(host.Unruly.Kept);
    }

    [Theory]
    [InlineData("throw on a thread", "The thread is torn.")]
    [InlineData("throw in a timer", "The timer is wound down.")]
    [InlineData("throw in a task", "The task is forgotten.")]
    public async Task What_fails_on_a_thread_of_its_own_is_the_add_ins_own_failure(string how, string message)
    {
        await RetryAsync();
        host.Order($"endpoint: {how}");
        var told = host.NextAsync($"Unruly failed on a thread of its own: InvalidOperationException: {message}");
        Assert.Equal("done", await DoAsync());
        // A task that nobody awaits is found out by the collector.
        while (!told.IsCompleted)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.WhenAny(told, Task.Run(Thread.Yield));
        }

        await told;
        Assert.IsType<AddinState.Running>(host.Unruly.State);
        Assert.Contains(message, host.Unruly.LastFailure!.Message, StringComparison.Ordinal);
        Assert.Contains("Misdeeds.cs:line ", host.Unruly.LastFailure.Details, StringComparison.Ordinal);
        Assert.Equal("1.0.0", await host.ShiftingAsync());
    }

    [Fact]
    public async Task While_everything_of_one_hangs_the_others_answer()
    {
        await RetryAsync();
        var hanging = new List<Task>();
        foreach (var place in Called.Keys.Where(place => place is not ("function" or "dialog")).OrderBy(place => place == "command"))
        {
            host.Order($"{place}: block");
            var begun = host.NextAsync($"Unruly does block in {place}.");
            hanging.Add(CallAsync(place));
            await begun;
        }

        for (var call = 0; call < 50; call++)
            Assert.Equal("1.0.0", await host.ShiftingAsync());
        Assert.Contains("Shifting 1.0.0 Running", await host.Admin.ReadAsync("/addins"), StringComparison.Ordinal);
        Assert.DoesNotContain(hanging, call => call.IsCompleted);
        await host.PassingAsync(Task.WhenAll(hanging));
    }

    [Fact]
    public async Task The_command_line_says_what_the_page_says()
    {
        await RetryAsync();
        host.Order("endpoint: throw");
        await FailAsync("endpoint", "throw");
        await FailAsync("endpoint", "throw");
        using var output = new StringWriter();
        JsonElement unruly;
        do
        {
            await host.PassingAsync(Task.Run(Thread.Yield));
            output.GetStringBuilder().Clear();
            // 1: something needs staff.
            Assert.Equal(1, await Host.Cli.CommandLine.RunAsync(["addins", "list", "--json", "--data", host.Data, "--addins", host.Disk.Folder], TimeProvider.System, output, TextWriter.Null));
            unruly = JsonDocument.Parse(output.ToString()).RootElement.EnumerateArray().Single(addin => addin.GetProperty("name").GetString() == "Unruly");
        }
        while (unruly.GetProperty("state").GetString() != "Faulted");

        Assert.True(unruly.GetProperty("parked").GetBoolean());
        Assert.Contains("The endpoint is out of paper.", unruly.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Contains("Misdeeds.cs:line ", unruly.GetProperty("details").GetString(), StringComparison.Ordinal);
    }

    private static string Words(string place, string how) => how switch
    {
        "throw" => $"Unruly failed in {Called[place]}: InvalidOperationException: The {place} is out of paper.",
        "cancel itself" => $"Unruly failed in {Called[place]}: OperationCanceledException",
        "nothing" => $"Unruly failed in {Called[place]}: InvalidOperationException: It answered null.",
        "nonsense" => $"Unruly failed in {Called[place]}: InvalidOperationException: ",
        _ => $"Unruly did not finish {Called[place]} within ",
    };

    private async Task FailAsync(string place, string how)
    {
        var begun = host.NextAsync($"Unruly does {how} in {place}.");
        var call = CallAsync(place);
        await begun;
        if (how is "hang" or "block" or "be slow")
            await host.PassingAsync(call);
        await call;
    }

    private async Task CallAsync(string place)
    {
        var installation = host.Installation;
        switch (place)
        {
            case "sweep":
                Assert.Single((await SweepAsync()).Errors);
                break;
            case "screen":
                Assert.Equal(HttpStatusCode.InternalServerError, (await host.Admin.GetAsync("/screens/unruly/rows")).StatusCode);
                break;
            case "command":
                Assert.Equal(HttpStatusCode.InternalServerError, (await host.Admin.CommandAsync("/screens/unruly/commands/plain", """{"rows":[]}""")).Status);
                break;
            case "dialog":
                Assert.Equal(HttpStatusCode.InternalServerError, (await host.Admin.CommandAsync("/screens/unruly/commands/asking/ask", """{"rows":[]}""")).Status);
                break;
            case "panel":
                Assert.Contains("Unruly could not be read: the add-in Unruly failed.", await host.Admin.ReadAsync($"/requests/{ServedAddins.Request}"), StringComparison.Ordinal);
                break;
            case "endpoint":
                Assert.Equal(HttpStatusCode.InternalServerError, (await host.Admin.GetAsync("/addins/unruly/do")).StatusCode);
                break;
            case "setting":
                Assert.Equal(HttpStatusCode.BadRequest, (await host.Admin.PostFormAsync("/settings/Unruly", ("Word", Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)))).StatusCode);
                break;
            case "function":
                await Task.Run(async () => Assert.IsType<ScriptReply.Fault>(Ask(await host.RequestAsync())));
                break;
            case "field":
                Assert.IsType<FieldReading.Failed>(await Assert.Single(installation.AddinOffers.TemplateFields).ResolveAsync(await host.RequestAsync(), CancellationToken.None));
                break;
            case "channel":
                Assert.IsType<ChannelOutcome.Unknown>(await Assert.Single(installation.AddinOffers.Channels).SendAsync(
                    new ChannelNotice { Id = "1", Request = await host.RequestAsync(), Subject = "", Body = "", Template = "", Attempt = 1 }, CancellationToken.None));
                break;
            case "health":
                Assert.Contains("Unhealthy", await host.Admin.ReadAsync("/health"), StringComparison.Ordinal);
                break;
        }
    }

    private async Task<SweepReport> SweepAsync() => await host.Installation.Sweeps.RunAsync((await host.RequestAsync()).Site, "Unruly", CancellationToken.None);

    // Another generation has a sweep that does not hang.
    private async Task RestartAsync()
    {
        host.Order("");
        await host.ReplaceAsync(null);
        Assert.Empty((await SweepAsync()).Errors);
    }

    private ScriptReply Ask(IllRequest request) => new AddinHost("Asking", new AddinRegistrations("Asking", TakenNames.None), host.Installation.Services()).AskScript("ChooseTemplate", request);

    private async Task<string> DoAsync() => await (await host.Admin.GetAsync("/addins/unruly/do")).Content.ReadAsStringAsync();

    // As an admin does who has mended it.
    private async Task RetryAsync()
    {
        host.Order("");
        if (host.Unruly.State is AddinState.Faulted)
            await host.Admin.PostFormAsync("/addins", ("addin", "Unruly"), ("order", "retry"));
        Assert.Equal("done", await DoAsync());
        Assert.IsType<AddinState.Running>(host.Unruly.State);
    }
}
