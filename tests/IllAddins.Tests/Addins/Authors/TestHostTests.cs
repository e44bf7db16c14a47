using System.Net;
using System.Text;
using IllAddins.Testing;

namespace IllAddins.Tests.Addins.Authors;

/// <summary>The test kit, as those use it who write add-ins.</summary>
public sealed class TestHostTests
{
    private static readonly string Name = typeof(Reminding).Assembly.GetName().Name!;

    [Fact]
    public async Task A_sweep_finds_what_has_waited_once_the_clock_was_advanced()
    {
        await using var host = await TestHost.StartAsync<Reminding>();
        var request = await host.AddRequestAsync(new SampleRequest { Fields = new Dictionary<string, string?> { ["LoanTitle"] = "Moss" } });

        await host.SweepAsync("Remind");
        Assert.Empty(await host.NotesAsync(request));
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.SweepAsync("Remind");

        Assert.Equal(["Reminded of Moss."], await host.NotesAsync(request));
        Assert.Contains("30", await ThrownAsync(() => host.SetAsync("Days", "99")), StringComparison.Ordinal);
        await host.SetAsync("Days", "5");
        var later = await host.AddRequestAsync(new SampleRequest { UserName = "ann" });
        host.Clock.Advance(TimeSpan.FromDays(4));
        await host.SweepAsync("Remind", "MAIN");
        Assert.Empty(await host.NotesAsync(later));
    }

    [Fact]
    public async Task A_command_goes_through_its_dialog_and_only_on_rows_that_the_screen_shows()
    {
        await using var host = await TestHost.StartAsync<Reminding>();
        var (shown, hidden) = (await host.AddRequestAsync(), await host.AddRequestAsync(new SampleRequest { Status = "Checked Out to Customer" }));

        Assert.True((await host.CommandAsync("reminders", "say")).Refused);
        Assert.Equal("Fill in 'Words'.", (await host.CommandAsync("reminders", "say", [shown])).FieldProblems["words"]);
        Assert.Equal($"The screen 'reminders' does not show the request {hidden.Transaction.TransactionNumber}: nobody could select it.", await ThrownAsync(() => host.CommandAsync("reminders", "say", [hidden])));
        var answer = await host.CommandAsync("reminders", "say", [shown], new Dictionary<string, string> { ["words"] = "Come soon." });

        Assert.Equal("1 reminded.", answer.Message);
        Assert.Equal(["Come soon."], await host.NotesAsync(shown));
        Assert.Equal($"{Name} has no screen 'reminder'. It has: reminders.", await ThrownAsync(() => host.ScreenAsync("reminder")));
    }

    [Fact]
    public async Task Listeners_are_told_what_really_happened_and_what_the_test_says_over_restarts_too()
    {
        await using var host = await TestHost.StartAsync<Reminding>();
        var request = await host.AddRequestAsync();
        await host.RouteAsync(request, "Checked Out to Customer");
        await host.TellAsync();
        await host.RestartAsync();
        await host.TellAsync(new IllEvent { Name = EventNames.NoticeFailed, Number = 1, At = host.Clock.GetUtcNow(), By = "System", TransactionNumber = request.Transaction.TransactionNumber });

        Assert.Equal(["RequestRouted requests/2", "NoticeFailed test/1"], await host.NotesAsync(request));
        Assert.Equal(["Awaiting Customer Contact", "Checked Out to Customer"], await host.StatusesAsync(request));
    }

    [Fact]
    public async Task What_the_addin_throws_is_thrown_by_the_call_that_met_it()
    {
        await using var host = await TestHost.StartAsync<Reminding>();
        var request = await host.AddRequestAsync();

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.PanelAsync("reminder-panel", request));
        Assert.Equal($"{Name} failed in panel 'reminder-panel': InvalidOperationException: No paper.", thrown.Message);
        Assert.Equal("No paper.", thrown.InnerException!.Message);
        Assert.Equal($"{Name} failed in its start: InvalidOperationException: No ink.", await ThrownAsync(() => TestHost.StartAsync<Inkless>()));
    }

    [Fact]
    public async Task Endpoints_answer_whom_their_guards_let_in()
    {
        await using var host = await TestHost.StartAsync<Reminding>();
        using var stranger = await host.HttpAsync();
        using var staff = await host.SignedInAsync();
        using var consumer = await host.HttpAsync(await host.AddKeyAsync("LAW"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(new Uri($"addins/{Name}/key", UriKind.Relative))).StatusCode);
        Assert.Equal("LAW", await consumer.GetStringAsync(new Uri($"addins/{Name}/key", UriKind.Relative)));
        Assert.Equal("staff", await staff.GetStringAsync(new Uri($"addins/{Name}/staff", UriKind.Relative)));
        Assert.Contains("Reminders", await staff.GetStringAsync(new Uri("screens/reminders", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_health_checks_scripts_and_settings_are_at_hand()
    {
        await using var host = await TestHost.StartAsync<Reminding>(new TestHostOptions { Settings = new Dictionary<string, string> { ["Reminding:Printer"] = "hall" } });
        await host.ScriptAsync("MAIN", "function ChooseTemplate(request) return request.User.FirstName end");
        var request = await host.AddRequestAsync(new SampleRequest { UserFields = new Dictionary<string, string?> { ["FirstName"] = "Ann" } });

        Assert.Equal("hall", (await host.VerbAsync("reminders printer")).Message);
        Assert.IsType<HealthAnswer.Healthy>((await host.HealthAsync())["Printer"]);
        var reply = host.Host.AskScript("ChooseTemplate", request);
        Assert.True(reply is ScriptReply.Answer { Value: "Ann" }, reply.ToString());
    }

    private static async Task<string> ThrownAsync(Func<Task> call) => (await Assert.ThrowsAsync<InvalidOperationException>(call)).Message;

    public sealed class Inkless : IAddin
    {
        public Task StartAsync(IAddinHost host, CancellationToken cancellationToken) => throw new InvalidOperationException("No ink.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Something of each kind.</summary>
    public sealed class Reminding : IAddin
    {
        private static readonly TransactionStatus Awaiting = new("Awaiting Customer Contact");
        private IAddinHost host = null!;

        public Task StartAsync(IAddinHost host, CancellationToken cancellationToken)
        {
            this.host = host;
            host.Register(new AddinSetting.Number { Name = "Days", Title = "Days", Help = "Until a reminder.", Default = 2, Least = 1, Most = 30 });
            host.Register(new Sweep { Name = "Remind", RunAsync = SweepAsync });
            host.Register(Some.Screen("reminders") with
            {
                Title = "Reminders",
                Commands = [Some.Command("say") with { AskAsync = (_, _) => Task.FromResult(new CommandForm { Title = "Say", Fields = [new FormField { Name = "words", Title = "Words", Kind = FormFieldKind.Text, Required = true }] }), RunAsync = SayAsync }],
                LoadAsync = LoadAsync,
            });
            host.Register(Some.Panel("reminder-panel") with { LoadAsync = (_, _) => throw new InvalidOperationException("No paper.") });
            host.Register(new EventListener { Name = "Steps", Events = [EventNames.RequestRouted, EventNames.NoticeFailed], HandleAsync = (one, token) => NoteAsync(one.TransactionNumber!.Value, $"{one.Name} {one.Id}", token) });
            host.Register(new HttpEndpoint { Name = "Key", Method = "GET", Path = "key", Guard = new EndpointGuard.ApiKey(), AnswerAsync = (call, _) => Task.FromResult(Text(call.Caller!.Site!.NVTGC)) });
            host.Register(new HttpEndpoint { Name = "Staff", Method = "GET", Path = "staff", Guard = new EndpointGuard.SignedIn(), AnswerAsync = (call, _) => Task.FromResult(Text(call.Caller!.Name)) });
            host.Register(new CommandLineVerb { Name = "reminders", Help = "Reminders.", Verbs = [new CommandLineVerb { Name = "printer", Help = "Where they are printed.", RunAsync = (_, _) => Task.FromResult(new VerbAnswer { Message = host.Setting("Reminding:Printer") ?? "" }) }] });
            host.Register(new HealthCheck { Name = "Printer", LookAsync = _ => Task.FromResult<HealthAnswer>(new HealthAnswer.Healthy { Message = "It prints." }) });
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private static EndpointAnswer Text(string text) => new() { Status = 200, ContentType = "text/plain; charset=utf-8", Body = Encoding.UTF8.GetBytes(text) };

        private async Task<SweepReport> SweepAsync(Site site, CancellationToken cancellationToken)
        {
            var before = host.Clock.GetUtcNow().AddDays(-int.Parse(host.Setting("Days")!, System.Globalization.CultureInfo.InvariantCulture));
            foreach (var request in await host.Record.ChangedAsync(site.NVTGC, Awaiting, ChangeMark.Start, 100, cancellationToken))
                if (request.ArrivedAt < before)
                    await NoteAsync(request.Transaction.TransactionNumber, $"Reminded of {request.Transaction.Text("LoanTitle")}.", cancellationToken);
            return new SweepReport();
        }

        private async Task<ScreenContent> LoadAsync(ScreenCall call, CancellationToken cancellationToken) => new()
        {
            Groups = [new ScreenGroup { Key = "all", Title = "All" }],
            Rows =
            [
                .. (await host.Record.ChangedAsync("MAIN", Awaiting, ChangeMark.Start, 100, cancellationToken)).Select(request => new ScreenRow
                {
                    TransactionNumber = request.Transaction.TransactionNumber,
                    ArrivalId = request.ArrivalId,
                    Site = "MAIN",
                    Group = "all",
                    Cells = new Dictionary<string, object?> { ["Title"] = request.Transaction.Text("LoanTitle") },
                }),
            ],
        };

        private async Task<CommandAnswer> SayAsync(CommandCall call, CancellationToken cancellationToken)
        {
            foreach (var row in call.Rows)
                await NoteAsync(row.TransactionNumber, call.Values["words"], cancellationToken);
            return new CommandAnswer { Message = $"{call.Rows.Count} reminded." };
        }

        private Task NoteAsync(int number, string note, CancellationToken cancellationToken) => host.Record.AddNoteAsync(number, note, "Staff", "test", null, cancellationToken);
    }
}
