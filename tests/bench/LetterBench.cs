namespace IllAddins.Bench;

/// <summary>Print Notifications for many requests at once: one PDF.</summary>
public static class LetterBench
{
    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        // As many patrons as requests: one letter each, the most that a batch can be.
        await record.FillAsync(100, users: order.Due * 10);
        await record.ArriveAsync(order.Due, "Awaiting Customer Contact", remainder: 9);
        var screen = installation.Addins.Screens.Single(known => known.Item.Name == "customer-contact").Item;
        var rows = (await screen.LoadAsync(new ScreenCall { User = "bench" }, CancellationToken.None)).Rows;
        var call = new CommandCall
        {
            User = "bench",
            Rows = [.. rows.Select(row => new SelectedRow { TransactionNumber = row.TransactionNumber, ArrivalId = row.ArrivalId })],
        };
        var print = screen.Commands.Single(command => command.Name == "print-notifications");
        Figures.PeakMemory(); // of the host with its add-ins, before the first letter
        for (var time = 1; time <= 2; time++)
        {
            CommandAnswer? answer = null;
            Figures.Print($"letters, time {time}", await Figures.TimeAsync(async () => answer = await print.RunAsync(call, CancellationToken.None)), rows.Count);
            Figures.Line($"    {answer!.Message} {answer.File?.Content.Length ?? 0:N0} bytes");
        }

        Figures.PeakMemory();
    }
}
