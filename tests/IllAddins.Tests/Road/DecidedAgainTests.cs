using System.Globalization;
using System.Text;
using Dapper;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.Tests.Road;

/// <summary>After a change of a site's script its resting requests are decided again, batch beside batch.</summary>
public sealed class DecidedAgainTests : IDisposable
{
    private const int First = 500_001;

    private static readonly TransactionStatus InTransit = new("In Transit to Pickup Location");

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Requests_of_many_batches_are_all_decided_again_and_once()
    {
        await RestAsync(4_500);
        library.Script("MAIN", "function RoutingDelay(request) return 700 end");

        var swept = await library.SweepAsync();

        Assert.Equal((0, 0), (swept.Routed, swept.Held));
        Assert.Equal(["4500 700 MAIN/notify.lua v2 Resting"], await CountsAsync("Answer || ' ' || ScriptVersion || ' ' || State"));
    }

    [Fact]
    public async Task What_another_process_did_while_a_batch_was_being_decided_stays()
    {
        await RestAsync(2_500);
        await using var room = await MailRoom.OpenAsync(library);
        var site = (await room.Host.SitesAsync(CancellationToken.None)).Single(site => site.NVTGC == "MAIN");
        var pass = new DecisionPass(room.Host, new DecisionStore(room.Host.Database), DecisionStage.Delay, [DecisionState.Resting]);
        var asked = 0;

        await pass.AgainAsync(site, [InTransit], "the new script", request => Decide(request), CancellationToken.None);

        // Carried out, and decided anew: one of each batch.
        Assert.Equal(["2494 Resting new", "3 Done carried out", "3 Resting by the other"], await CountsAsync("State || ' ' || Reason"));
        Assert.Equal(2_500, asked);

        Decided Decide(IllRequest request)
        {
            if (asked++ == 0)
                Meanwhile(room);
            var row = new DecisionRow
            {
                TransactionNumber = request.Transaction.TransactionNumber,
                ArrivalId = request.ArrivalId,
                Stage = DecisionStage.Delay,
                Site = "MAIN",
                State = DecisionState.Resting,
                Reason = "new",
                DecidedBy = "the new script",
                DecidedAt = StoredTime.Write(library.Clock.GetUtcNow()),
            };
            return _ => row;
        }
    }

    [Fact]
    public async Task A_host_killed_in_the_middle_leaves_no_request_undecided()
    {
        await RestAsync(6_000);
        library.Script("MAIN", "function RoutingDelay(request) return 700 end");

        using (var host = HostProcess.Start(library, "sweep", "--once", "--json"))
            while (!host.Exited.IsCompleted && await DecidedAsync("v2") == 0)
            {
            }

        Assert.NotEqual(0, await DecidedAsync("v2"));
        Assert.Equal(6_000, await DecidedAsync("v2") + await DecidedAsync("v1"));
        await library.SweepAsync();
        Assert.Equal(["6000 700 MAIN/notify.lua v2 Resting"], await CountsAsync("Answer || ' ' || ScriptVersion || ' ' || State"));
    }

    private async Task RestAsync(int count)
    {
        library.Script("MAIN", "function RoutingDelay(request) return 600 end");
        var requests = new StringBuilder("TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n");
        for (var at = 0; at < count; at++)
            requests.Append(CultureInfo.InvariantCulture, $"{First + at},jdoe,Borrowing,Loan,{InTransit},2026-03-02T14:30:00,Atlas {at}\n");
        await library.ImportAsync("UserName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Doe,MAIN,Electronic,jane@example.org\n", requests.ToString());
        Assert.Equal(0, (await library.SweepAsync()).Routed);
        Assert.Equal(count, await DecidedAsync("v1"));
    }

    // As another process does it: on a connection of its own, between the reading of a batch and its writing.
    private static void Meanwhile(MailRoom room)
    {
        using var connection = room.Host.Database.OpenConnection();
        connection.Execute("UPDATE ContactDecisions SET State = 'Done', Reason = 'carried out' WHERE TransactionNumber IN (500010, 501010, 502010)");
        connection.Execute("UPDATE ContactDecisions SET DecidedBy = 'the new script', Reason = 'by the other' WHERE TransactionNumber IN (500020, 501020, 502020)");
    }

    private async Task<int> DecidedAsync(string version) => int.Parse(
        (await library.QueryAsync($"SELECT COUNT(*) FROM ContactDecisions WHERE State = 'Resting' AND ScriptVersion = 'MAIN/notify.lua {version}'")).Single(), CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<string>> CountsAsync(string what) =>
        library.QueryAsync($"SELECT COUNT(*) || ' ' || {what} AS Line FROM ContactDecisions GROUP BY {what} ORDER BY COUNT(*) DESC, Line");
}
