using System.Globalization;
using System.Text.Json;
using IllAddins.Tests.Fixtures;
using Xunit.Abstractions;

namespace IllAddins.Tests.Road;

/// <summary>
/// Kills the real host, sweeping once or running on, at each named step and at random, and holds the record against what the mail server took. The long form:
/// <c>ILLADDINS_TEST_KILLS=500 dotnet test tests/IllAddins.Tests --filter KillTests</c>; a failure is drawn again with <c>ILLADDINS_TEST_SEED</c>, as far as the
/// machine's own races allow.
/// </summary>
[TakesLong]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualKills = 50;
    private const int ManyRequests = 10_000;
    private const int UsualConnections = 4;

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_host_killed_at_any_moment_tells_every_patron_once_or_says_that_it_does_not_know()
    {
        var kills = Number("ILLADDINS_TEST_KILLS") ?? UsualKills;
        var seed = Number("ILLADDINS_TEST_SEED") ?? Random.Shared.Next();
        var random = new Random(seed);
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, kills * (KillMoment.MostMails + 1));

        var moments = KillMoment.Steps.Concat(Enumerable.Repeat(random, int.MaxValue).Select(KillMoment.Draw)).Take(kills).ToList();
        foreach (var moment in moments)
            await KillAsync(listener, moment, random.Next(2) == 0 ? ["sweep", "--once"] : ["run", "--listen", "http://127.0.0.1:0"]);
        var connections = listener.Connections;
        listener.Script.Clear();
        var swept = await SweepAsync();

        var accounts = await NoticeAccount.OfAsync(library);
        var unknown = accounts.Count(account => account.Notice == "Unknown");
        var told = $"Seed {seed}, {kills} kills, {unknown} unknown, {listener.Mails.Count} mails of {accounts.Count}: {string.Join("; ", moments)}";
        output.WriteLine(told);
        var broken = NoticeAccount.Broken(accounts, listener.Mails);
        Assert.True(broken.Count == 0, $"{told}{Environment.NewLine}{string.Join(Environment.NewLine, broken)}");
        Assert.True(unknown <= connections, told);
        Assert.Equal(unknown, swept.Held);
        Assert.Equal(unknown, swept.Errors.Count(error => error.Message.StartsWith("the e-mail may have gone out: ", StringComparison.Ordinal)));
        Assert.Equal(["ok"], await library.QueryAsync("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Two_sweeps_of_one_folder_at_once_tell_every_patron_once()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, ManyRequests);
        // The first connection is greeted when there is a second one, which is the other sweep's: each opens one, and more when that has taken a mail. So neither sends all.
        var (both, connections) = (new Gate(), 0);
        listener.Script.At(SmtpStage.Greeting, new SmtpAct.Stall(both), _ =>
        {
            if (++connections > 1)
                both.Release();
            return true;
        });

        using var one = HostProcess.Start(library, "sweep", "--once", "--json");
        using var other = HostProcess.Start(library, "sweep", "--once", "--json");
        var (first, second) = (Report(await one.EndAsync()), Report(await other.EndAsync()));

        Assert.Empty(NoticeAccount.Broken(await NoticeAccount.OfAsync(library), listener.Mails));
        Assert.Equal((ManyRequests, ManyRequests), (first.Sent + second.Sent, listener.Mails.Count));
        Assert.True(first.Sent > 0 && second.Sent > 0, $"One of them sent all: {first.Sent} and {second.Sent}.");
        Assert.Empty(first.Errors.Concat(second.Errors));
    }

    [Fact]
    public async Task A_sweep_beside_a_running_host_tells_every_patron_once()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, 200);

        using var running = HostProcess.Start(library, "run", "--listen", "http://127.0.0.1:0");
        using var beside = HostProcess.Start(library, "sweep", "--once", "--json");
        var report = Report(await beside.EndAsync());
        await running.Says("Sweep of MAIN: ");
        running.Terminate();
        var (code, _) = await running.EndAsync();

        Assert.Empty(NoticeAccount.Broken(await NoticeAccount.OfAsync(library), listener.Mails));
        Assert.Equal(200, listener.Mails.Count);
        Assert.Empty(report.Errors);
        Assert.True(code == 0, running.Said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_running_hosts_of_which_one_is_killed_tell_every_patron_once(bool kept)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, 400);
        // Whoever sends this one dies in it, or the other one does.
        var gate = new Gate();
        listener.Script.Next(SmtpStage.FinalDot, [.. Enumerable.Repeat<SmtpAct?>(null, 60), new SmtpAct.Stall(gate) { Keeps = kept }]);

        using var one = HostProcess.Start(library, "run", "--listen", "http://127.0.0.1:0");
        using var other = HostProcess.Start(library, "run", "--listen", "http://127.0.0.1:0");
        await gate.Reached;
        Assert.True(await one.KillAsync(), one.Said);
        gate.Release();
        await other.Says("Sweep of MAIN: ");
        other.Terminate();
        var (code, _) = await other.EndAsync();
        await SweepAsync();

        var accounts = await NoticeAccount.OfAsync(library);
        Assert.Empty(NoticeAccount.Broken(accounts, listener.Mails));
        Assert.InRange(accounts.Count(account => account.Notice == "Unknown"), 0, UsualConnections);
        Assert.True(code == 0, other.Said);
        Assert.Equal(["ok"], await library.QueryAsync("PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData(SmtpStage.FinalDot, 450)]
    [InlineData(SmtpStage.Mail, 900)]
    public async Task A_host_killed_while_mails_leave_as_they_are_decided_tells_every_patron_once(SmtpStage stage, int after)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, 2_000);
        var gate = new Gate();
        listener.Script.Next(stage, [.. Enumerable.Repeat<SmtpAct?>(null, after), new SmtpAct.Stall(gate)]);

        using var killed = HostProcess.Start(library, "sweep", "--once");
        await gate.Reached;
        Assert.True(await killed.KillAsync(), killed.Said);
        gate.Release();
        await SweepAsync();

        var accounts = await NoticeAccount.OfAsync(library);
        Assert.Empty(NoticeAccount.Broken(accounts, listener.Mails));
        Assert.InRange(accounts.Count(account => account.Notice == "Unknown"), 0, UsualConnections);
        Assert.Equal(["ok"], await library.QueryAsync("PRAGMA integrity_check"));
    }

    [Theory]
    [InlineData(SmtpStage.Mail)]
    [InlineData(SmtpStage.Data)]
    public async Task A_host_told_to_stop_gives_up_a_mail_before_its_final_dot_and_the_next_sweep_sends_it(SmtpStage stage)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, 10, connections: 1);
        var gate = new Gate();
        listener.Script.Next(stage, null, null, null, new SmtpAct.Stall(gate));

        using var running = HostProcess.Start(library, "run", "--listen", "http://127.0.0.1:0");
        await gate.Reached;
        running.Terminate();
        var (code, _) = await running.EndAsync();
        var sentBefore = listener.Mails.Count;
        await SweepAsync();

        Assert.True(code == 0, running.Said);
        Assert.Equal(3, sentBefore);
        AssertAllSent(listener, await NoticeAccount.OfAsync(library));
    }

    [Fact]
    public async Task A_host_told_to_stop_waits_for_the_answer_to_a_final_dot()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await DueAsync(listener, 60, connections: 1);
        var gate = new Gate();
        listener.Script.Next(SmtpStage.FinalDot, null, null, null, new SmtpAct.Stall(gate));

        using var running = HostProcess.Start(library, "run", "--listen", "http://127.0.0.1:0");
        await gate.Reached;
        running.Terminate();
        await running.Says("Application is shutting down");
        gate.Release();
        var (code, _) = await running.EndAsync();
        var sentBefore = (await NoticeAccount.OfAsync(library)).Count(account => account.Notice == "Sent");
        await SweepAsync();

        Assert.True(code == 0, running.Said);
        // Some more may have begun before the sweep heard of the stop; the rest waits.
        Assert.InRange(sentBefore, 4, 59);
        AssertAllSent(listener, await NoticeAccount.OfAsync(library));
    }

    [Fact]
    public async Task A_folder_that_keeps_no_locks_is_refused_in_words()
    {
        using var refused = HostProcess.Start(library, new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }, "addins", "list");
        var (_, listed) = await refused.EndAsync();

        Assert.Contains("keeps no file locks. Expected a folder on a local disk", listed, StringComparison.Ordinal);
    }

    private static void AssertAllSent(ScriptedSmtpListener listener, IReadOnlyList<NoticeAccount> accounts)
    {
        Assert.Empty(NoticeAccount.Broken(accounts, listener.Mails));
        Assert.All(accounts, account => Assert.Equal("Sent", account.Notice));
    }

    private async Task KillAsync(ScriptedSmtpListener listener, KillMoment moment, string[] verb)
    {
        var ended = new TaskCompletionSource();
        var come = moment.Arm(listener.Script, ended.Task);
        using var host = HostProcess.Start(library, verb);
        _ = host.Exited.ContinueWith(_ => ended.TrySetResult(), TaskScheduler.Default);
        await come;
        if (!await host.KillAsync())
            Assert.Fail($"The host ended before {moment}: {(await host.EndAsync()).Output}{host.Said}");
    }

    private async Task DueAsync(ScriptedSmtpListener listener, int requests, int connections = UsualConnections)
    {
        library.MailTo(listener, connections);
        var rows = Enumerable.Range(1, requests).Select(number =>
            $"{1000 + number},jdoe,Borrowing,Loan,{(number % 3 == 0 ? "In Transit to Pickup Location" : "Awaiting Customer Contact")},2026-03-02T14:00:00,Title {number}");
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n" + string.Join('\n', rows));
    }

    private async Task<SweepResult> SweepAsync()
    {
        using var host = HostProcess.Start(library, "sweep", "--once", "--json");
        return Report(await host.EndAsync());
    }

    private static SweepResult Report((int Code, string Output) ended)
    {
        Assert.True(ended.Code is 0 or 1, $"Exit code {ended.Code}: {ended.Output}");
        return JsonSerializer.Deserialize<SweepResult>(ended.Output, JsonSerializerOptions.Web)!;
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
