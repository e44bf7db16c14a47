using System.Text.Json;
using IllAddins.Host.Web;

namespace IllAddins.Bench;

/// <summary>The Customer Contact form with many waiting requests, and the sweeps while many are held.</summary>
public static class ScreenBench
{
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        await record.ArriveAsync(order.Due, "Awaiting Customer Contact", remainder: 8);
        await SweepFigures.PrintAsync(installation, "deciding for staff", "Notification");
        await LoadAsync(installation, "rows for staff");
        await HoldAsync(library);
        await record.ArriveAsync(order.Due, "In Transit to Pickup Location", remainder: 3);
        await SweepFigures.PrintAsync(installation, "holding for a script fault");
        await SweepFigures.PrintAsync(installation, "idle while they are held");
        await LoadAsync(installation, "rows for staff and as many held");
        Figures.PeakMemory();
    }

    // The script is seen as changed only after its file's stamp differs.
    private static Task HoldAsync(BenchLibrary library) =>
        File.WriteAllTextAsync(Path.Combine(library.Folders.Scripts, "default", "notify.lua"), "function RoutingDelay(request) return request.NoSuchField end\n");

    private static async Task LoadAsync(Host.Cli.Installation installation, string what)
    {
        var screen = installation.Addins.Screens.Single(known => known.Item.Name == "customer-contact").Item;
        var sites = await installation.Sites.AllAsync(CancellationToken.None);
        byte[] json = [];
        var (rows, shown) = (0, TimeSpan.Zero);
        for (var time = 1; time <= 2; time++)
        {
            ScreenContent? content = null;
            var load = await Figures.TimeAsync(async () => content = await screen.LoadAsync(new ScreenCall { User = "bench" }, CancellationToken.None));
            shown = await Figures.TimeAsync(() =>
            {
                json = JsonSerializer.SerializeToUtf8Bytes(ShownContent.Of(screen, content!, sites, installation.Clock.GetUtcNow()), JsonSerializerOptions.Web);
                return Task.CompletedTask;
            });
            rows = content!.Rows.Count;
            Figures.Print($"{what}, load {time}", load, rows);
        }

        Figures.Print($"{what}, as JSON", shown, rows);
        Figures.Line($"    {json.Length:N0} bytes, {json.Length / Math.Max(1, rows):N0} a row");
    }
}
