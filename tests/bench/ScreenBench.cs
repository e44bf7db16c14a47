using System.IO.Compression;
using System.Text.Json;
using IllAddins.Host.Web;

namespace IllAddins.Bench;

/// <summary>The Customer Contact form with many waiting requests, and the sweeps while many are held.</summary>
public static class ScreenBench
{
    private const int Acted = 500;

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        await record.ArriveAsync(order.Due, "Awaiting Customer Contact", remainder: 8);
        await SweepFigures.PrintAsync(installation, "deciding for staff", "Notification");
        await LoadAsync(installation, "rows for staff");
        await ActAsync(installation);
        await HoldAsync(library);
        await record.ArriveAsync(order.Due, "In Transit to Pickup Location", remainder: 3);
        await SweepFigures.PrintAsync(installation, "holding for a script fault");
        await SweepFigures.PrintAsync(installation, "idle while they are held");
        await LoadAsync(installation, "rows for staff and as many held");
        Figures.PeakMemory();
    }

    private static async Task ActAsync(Host.Cli.Installation installation)
    {
        var screen = Screen(installation);
        var rows = (await screen.LoadAsync(new ScreenCall { User = "bench" }, CancellationToken.None)).Rows;
        var call = new CommandCall
        {
            User = "bench",
            Rows = [.. rows.Take(Acted).Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
        };
        var command = screen.Commands.Single(known => known.Name == "notified-via-phone");
        var (form, answer) = (new CommandForm { Title = "" }, new CommandAnswer { Message = "" });
        Figures.Print("Notified via Phone, its dialog", await Figures.TimeAsync(async () => form = await command.AskAsync!(call, CancellationToken.None)), call.Rows.Count);
        var filled = call with { Values = form.Fields.ToDictionary(field => field.Name, field => field.Value) };
        Figures.Print("Notified via Phone, Reached", await Figures.TimeAsync(async () => answer = await command.RunAsync(filled, CancellationToken.None)), call.Rows.Count);
        Figures.Line($"    {answer.Message}");
        Figures.Print("Undo", await Figures.TimeAsync(async () => answer = await screen.UndoAsync!(new UndoCall { User = "bench", Token = answer.Undo!.Token }, CancellationToken.None)), call.Rows.Count);
    }

    // The script is seen as changed only after its file's stamp differs.
    private static Task HoldAsync(BenchLibrary library) =>
        File.WriteAllTextAsync(Path.Combine(library.Folders.Scripts, "default", "notify.lua"), "function RoutingDelay(request) return request.NoSuchField end\n");

    private static long Packed(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(json);
        return packed.Length;
    }

    private static Screen Screen(Host.Cli.Installation installation) => installation.Addins.Screens.Single(known => known.Item.Name == "customer-contact").Item;

    private static async Task LoadAsync(Host.Cli.Installation installation, string what)
    {
        var screen = Screen(installation);
        var sites = await installation.Sites.AllAsync(CancellationToken.None);
        byte[] json = [];
        var (rows, shown, written, packed) = (0, TimeSpan.Zero, TimeSpan.Zero, 0L);
        for (var time = 1; time <= 2; time++)
        {
            ScreenContent? content = null;
            var load = await Figures.TimeAsync(async () => content = await screen.LoadAsync(new ScreenCall { User = "bench" }, CancellationToken.None));
            ShownContent? drawn = null;
            shown = await Figures.TimeAsync(() => Task.FromResult(drawn = ShownContent.Of(screen, content!, sites, installation.Clock.GetUtcNow())));
            written = await Figures.TimeAsync(() => Task.FromResult(json = JsonSerializer.SerializeToUtf8Bytes(drawn!, JsonSerializerOptions.Web)));
            rows = content!.Rows.Count;
            Figures.Print($"{what}, load {time}", load, rows);
        }

        var packing = await Figures.TimeAsync(() => Task.FromResult(packed = Packed(json)));
        Figures.Print($"{what}, as shown", shown, rows);
        Figures.Print($"{what}, as JSON", written, rows);
        Figures.Print($"{what}, packed", packing, rows);
        Figures.Line($"    {json.Length:N0} bytes, {json.Length / Math.Max(1, rows):N0} a row; {packed:N0} packed");
    }
}
