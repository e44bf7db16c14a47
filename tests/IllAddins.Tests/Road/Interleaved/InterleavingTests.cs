using System.Globalization;
using CsCheck;

namespace IllAddins.Tests.Road.Interleaved;

/// <summary>
/// Sweeps, acts of staff, deaths of the process and answers of the mail server, in any order. More of them:
/// <c>ILLADDINS_TEST_CASES=2000 dotnet test tests/IllAddins.Tests --filter InterleavingTests</c>; a failure is drawn again with CsCheck's seed in <c>CsCheck_Seed</c>.
/// </summary>
public sealed class InterleavingTests : IAsyncLifetime
{
    private const int UsualCases = 60;

    private Library fresh = null!;

    public async Task InitializeAsync() => fresh = await InterleavedDesk.FreshAsync();

    public Task DisposeAsync()
    {
        fresh.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Whatever_happens_in_whatever_order_every_patron_is_told_once_or_staff_see_why_not() =>
        await Step.Sequences.SampleAsync(
            HoldAsync,
            iter: Environment.GetEnvironmentVariable("ILLADDINS_TEST_CASES") is { Length: > 0 } cases ? int.Parse(cases, CultureInfo.InvariantCulture) : UsualCases,
            threads: 1,
            print: steps => string.Join("; ", steps));

    private async Task HoldAsync(List<Step> steps)
    {
        await using var desk = await InterleavedDesk.OpenAsync(fresh);
        var promises = new Promises();
        foreach (var step in steps)
        {
            await TakeAsync(desk, promises, step);
            Hold(promises.Broken(await StandingNotice.AllAsync(desk.Library), desk.Mails), step);
        }

        // Longer than all waits between attempts, and than a pause of the site's mail.
        for (var hour = 0; hour < 30; hour += 2)
        {
            desk.Rest(TimeSpan.FromHours(2));
            await desk.SweepAsync([]);
        }

        var standing = await StandingNotice.AllAsync(desk.Library);
        Hold([.. promises.Broken(standing, desk.Mails), .. Promises.Lost(standing), .. (await desk.Library.QueryAsync("PRAGMA integrity_check")).Where(found => found != "ok")], "at the end");
    }

    private static async Task TakeAsync(InterleavedDesk desk, Promises promises, Step step)
    {
        switch (step)
        {
            case Step.Sweep(var turns):
                var (before, mails) = (await StandingNotice.AllAsync(desk.Library), desk.Mails);
                await desk.SweepAsync(turns);
                Hold(Promises.Astray(before, desk.Mails.Skip(mails.Count)), step);
                break;
            case Step.Overtaken(var stage, var act, var request):
                await desk.SweepAsync(stage, () => ActAsync(act, request, true));
                break;
            case Step.Killed(var stage, var kept):
                await desk.KillAsync(stage, kept);
                break;
            case Step.Rest(var minutes):
                desk.Rest(TimeSpan.FromMinutes(minutes));
                break;
            case Step.Between(var act, var request):
                await ActAsync(act, request, false);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        async Task ActAsync(StaffAct act, int request, bool duringSweep)
        {
            var (before, mails) = (await StandingNotice.AllAsync(desk.Library), desk.Mails);
            if (await desk.ActAsync(act, request))
                promises.Done(act, InterleavedDesk.FirstNumber + request, before, mails, duringSweep);
        }
    }

    private static void Hold(IReadOnlyList<string> broken, object where) => Assert.True(broken.Count == 0, $"{where}: {string.Join(" ", broken)}");
}
