using IllAddins.Host.Cli;

namespace IllAddins.Bench;

/// <summary>The sweeps over a large record: idle, routing, deciding and rendering, delivering; and how they look their rows up.</summary>
public static class SweepBench
{
    private static readonly string[] LargeTables = ["Transactions", "Tracking", "History", "Users", "ContactDecisions", "EMailCopies"];

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        using var sink = new SmtpSink();
        var (routing, rendering) = await RouteAndRenderAsync(library, order);
        library.Mail(new { Host = "127.0.0.1", sink.Port, Security = "None", FromAddress = "ill@library.example" });
        await using var installation = await library.OpenAsync();
        var (_, delivery) = await SweepFigures.PrintAsync(installation, "delivering", "Notification");
        Figures.Line($"    {sink.Mails} mails arrived");
        await SweepFigures.PrintAsync(installation, "idle afterwards");
        await CompareAsync(installation, sink, order, routing, rendering, delivery);
        await WalksAsync(library, installation, order);
        Figures.PeakMemory();
    }

    // The mail settings do not allow sending yet, so that deciding and rendering can be seen alone.
    private static async Task<(TimeSpan Routing, TimeSpan Rendering)> RouteAndRenderAsync(BenchLibrary library, BenchOrder order)
    {
        library.Mail(new { Host = "127.0.0.1", Security = "Unknown" });
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        Figures.Print("filling the record by SQL", await Figures.TimeAsync(() => record.FillAsync(order.Rows)), order.Rows);
        await SweepFigures.PrintAsync(installation, "idle, first");
        await SweepFigures.PrintAsync(installation, "idle");
        await record.ArriveAsync(order.Due, "In Transit to Pickup Location", remainder: 3);
        var (_, routing) = await SweepFigures.PrintAsync(installation, "deciding and routing", "Routing");
        var (_, rendering) = await SweepFigures.PrintAsync(installation, "deciding and rendering", "Notification");
        return (routing, rendering);
    }

    private static async Task CompareAsync(
        Installation installation, SmtpSink sink, BenchOrder order, TimeSpan routing, TimeSpan rendering, TimeSpan delivery)
    {
        var bare = new BareWrites(installation.Database);
        var grouped = await Figures.TimeAsync(() => bare.RunAsync(1, Math.Min(order.Due, order.Rows), rowsPerCommit: 500));
        var single = await Figures.TimeAsync(() => bare.RunAsync(1, Math.Min(order.Due, order.Rows), rowsPerCommit: 1));
        var mails = await Figures.TimeAsync(() => BareMails.SendAsync(sink.Port, order.Due));
        Figures.Print("bare writes, 500 to a commit", grouped, order.Due);
        Figures.Print("bare writes, one to a commit", single, order.Due);
        Figures.Print("bare mails on a socket", mails, order.Due);
        Figures.Ratio("deciding and routing / bare writes, 500 to a commit", routing, grouped);
        Figures.Ratio("deciding and rendering / bare writes, 500 to a commit", rendering, grouped);
        Figures.Ratio("delivering / (bare mails + bare writes, one to a commit)", delivery, mails + single);
    }

    // The add-in's start, requests through all stations and the screen, while every statement is listened to; then the database is asked for its plans.
    private static async Task WalksAsync(BenchLibrary library, Installation installation, BenchOrder order)
    {
        var trace = new StatementTrace(installation.Database);
        await new SampleRecord(installation.Database).ArriveAsync(Math.Min(50, order.Due), "In Transit to Pickup Location", remainder: 3);
        await trace.ListenAsync();
        await using (var another = await library.OpenAsync())
        {
            await SweepFigures.PrintAsync(another, "listened to");
            await another.Addins.Screens[0].Item.LoadAsync(new ScreenCall { User = "bench" }, CancellationToken.None);
        }

        var walks = await trace.WalksAsync(LargeTables);
        Figures.Line($"{trace.Count} different statements; of their plans {walks.Count} lines walk through a whole large table:");
        foreach (var (line, statement) in walks)
            Figures.Line($"    {line}: {statement.ReplaceLineEndings(" ")}");
    }
}
