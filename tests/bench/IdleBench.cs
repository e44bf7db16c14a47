namespace IllAddins.Bench;

/// <summary>What sweeps cost when nothing is due, however large the record is.</summary>
public static class IdleBench
{
    private const int Turns = 21;

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        await new SampleRecord(installation.Database).FillAsync(order.Rows);
        var site = (await installation.Sites.AllAsync(CancellationToken.None)).Single(known => known.NVTGC == "MAIN");
        await SweepAsync();
        var work = new DatabaseWork(installation.Database);
        await work.ListenAsync();
        await SweepAsync();
        var statements = await work.EndAsync();
        var (database, whole) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var turn = 0; turn < Turns; turn++)
        {
            database.Add(await work.AgainAsync(statements));
            whole.Add(await Figures.TimeAsync(SweepAsync));
        }

        Figures.Line($"    a sweep of one site asks the database {statements.Count} times and takes {Median(whole).TotalMilliseconds:N2} ms in all");
        Figures.Line($"{$"nothing due over {order.Rows:N0}: ms in the database (wanted 1)",-58} {Median(database).TotalMilliseconds,10:N3}");

        async Task SweepAsync()
        {
            foreach (var sweep in installation.Addins.Sweeps)
                await sweep.Item.RunAsync(site, CancellationToken.None);
        }
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
