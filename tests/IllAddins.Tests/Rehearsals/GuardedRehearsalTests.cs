using IllAddins.Host.Addins;
using IllAddins.Host.Rehearsals;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Rehearsals;

/// <summary>Forecasts and rehearsals with an add-in that misbehaves.</summary>
public sealed class GuardedRehearsalTests : IDisposable
{
    private readonly Library library = new("Misbehaving");

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("throw in a rehearsal", "InvalidOperationException: The courier's timetable is gone.")]
    [InlineData("null in a rehearsal", "InvalidOperationException: It answered null, expected 1 foresights.")]
    [InlineData("none in a rehearsal", "InvalidOperationException: It answered 0 foresights, expected 1: one for each request, in their order.")]
    public async Task A_failure_names_the_add_in_and_nothing_is_foretold_by_halves(string how, string fault)
    {
        library.Settings(new { TimeZone = "UTC", Misbehaving = new { How = how } });
        library.Script("MAIN", "function RoutingDelay(request) return 0 end");
        await library.ImportAsync(
            "UserName,FirstName,NVTGC\nann,Ann,MAIN\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,LoanTitle\n7,ann,Borrowing,Loan,In Transit to Pickup Location,Moss\n");
        var told = $"Cannot run: Misbehaving failed in rehearsal 'Half foreseen': {fault} Nothing was stored or sent. Mend or disable the add-in Misbehaving, and do this again.";

        foreach (string[] verb in new string[][] { ["forecast", "--site", "MAIN"], ["scripts", "rehearse", "--site", "MAIN"] })
        {
            var (code, output, error) = await library.RunAsync(verb);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains(told, error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_that_hangs_is_left_behind_at_its_limit()
    {
        var hanging = new Rehearsal
        {
            Name = "Way",
            Statuses = [],
            Beginnings = [],
            RunAsync = async (_, _) =>
            {
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return [];
            },
        };
        var page = new RehearsalCall { Requests = [], Ask = (_, _, _) => throw new InvalidOperationException("No script is asked here.") };

        var late = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            GuardedRehearsal.PlayAsync(new Contributed<Rehearsal>("Slow", hanging), page, TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None));

        Assert.StartsWith("Slow did not finish rehearsal 'Way' within 20 milliseconds. It ignored the cancellation and is left running.", late.Message, StringComparison.Ordinal);
    }
}
