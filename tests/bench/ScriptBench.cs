using IllAddins.Host.Addins;
using IllAddins.Host.Cli;
using IllAddins.Host.Scripting;

namespace IllAddins.Bench;

/// <summary>Decisions of a site's script about real requests, through the very call that add-ins make.</summary>
public static class ScriptBench
{
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Due);
        await record.ArriveAsync(1, "In Transit to Pickup Location", remainder: 3);
        var request = (await installation.Record.FindAsync([order.Due + 1], CancellationToken.None)).Single();
        var host = Host(installation);
        // The first two seconds read the script's file at every question, as its stamp may not tell a second edit.
        await Task.Delay(2_500);
        for (var time = 1; time <= 2; time++)
        {
            Figures.Print("request tables alone", await Repeat(order.Rows, () => RequestTable.Of(request)), order.Rows);
            Figures.Print("decisions of RoutingDelay", await Repeat(order.Rows, () => Expect(host.AskScript("RoutingDelay", request))), order.Rows);
            Figures.Print("decisions of ChooseTemplate", await Repeat(order.Rows, () => Expect(host.AskScript("ChooseTemplate", request))), order.Rows);
        }
    }

    private static AddinHost Host(Installation installation) => new("Bench", new AddinRegistrations("Bench", new TakenNames()), new HostServices
    {
        Record = installation.Record,
        Database = installation.Database,
        Sites = installation.Sites,
        Scripts = installation.Scripts,
        Clock = installation.Clock,
        Logs = installation.Logs,
        DataFolder = installation.Folders.Data,
        Setting = _ => null,
    });

    private static ScriptReply Expect(ScriptReply reply) => reply is ScriptReply.Answer ? reply : throw new InvalidOperationException($"The script gave no answer: {reply}");

    private static Task<TimeSpan> Repeat(int times, Func<object> work) => Figures.TimeAsync(() =>
    {
        for (var at = 0; at < times; at++)
            work();
        return Task.CompletedTask;
    });
}
