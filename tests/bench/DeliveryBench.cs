namespace IllAddins.Bench;

/// <summary>
/// The whole way of an e-mail (due look-up, decision with the site's script, template, MIME, SMTP, durable record) beside the fastest that this machine can send at all,
/// and beside a queue as many programs keep it. Short runs in turn, as machines are shared.
/// </summary>
public static class DeliveryBench
{
    private const int ColdDue = 10_000;
    private const int Turns = 3;
    private const int ClassicDue = 1_000;
    private const int ClassicSize = 1_500;

    public static async Task RunAsync(BenchOrder order)
    {
        using var postfix = await PostfixTools.StartAsync();
        var size = await MailSizeAsync(order);
        Figures.Line($"a mail of ours has {size:N0} bytes; smtp-source sends as many");
        await ColdAsync(order, postfix, size);
        var many = await ManyAsync(order, postfix, size);
        await ClassicAsync(order, postfix, many);
        await LateAsync(order);
        await IdleAsync(order);
    }

    private static async Task<int> MailSizeAsync(BenchOrder order)
    {
        using var sink = new SmtpSink();
        await DeliverOnce.ElsewhereAsync(order, sink.Port, due: 100, rows: 100);
        return (int)(sink.Bytes / sink.Mails);
    }

    private static async Task ColdAsync(BenchOrder order, PostfixTools postfix, int size)
    {
        var shares = new List<double>();
        for (var turn = 1; turn <= Turns; turn++)
            shares.Add(await ShareAsync("cold", order, postfix, size, ColdDue));
        Figures.Line($"{"10,000 due, cold: share of the limit (wanted 0.20)",-58} {shares.Order().ElementAt(Turns / 2),10:N2}");
    }

    private static async Task<double> ManyAsync(BenchOrder order, PostfixTools postfix, int size)
    {
        var share = await ShareAsync("many", order, postfix, size, order.Due);
        Figures.Line($"{$"{order.Due:N0} due: share of the limit (wanted 0.35)",-58} {share,10:N2}");
        return share;
    }

    // The limit before and after: what others do to the machine meanwhile is in both.
    private static async Task<double> ShareAsync(string what, BenchOrder order, PostfixTools postfix, int size, int due)
    {
        var before = await postfix.LimitAsync(ColdDue * 2, size);
        var run = await DeliverOnce.ElsewhereAsync(order, postfix.Port, due, order.Rows);
        var after = await postfix.LimitAsync(ColdDue * 2, size);
        var limit = (before + after) / 2;
        Figures.Line($"    {what}: {run.PerSecond:N0}/s of {before:N0} and {after:N0}/s, {run.ProcessorSeconds * 1e6 / run.Sent:N0} us of processor time a mail, peak {run.PeakMegabytes:N0} MB (wanted below 200)");
        return run.PerSecond / limit;
    }

    private static async Task ClassicAsync(BenchOrder order, PostfixTools postfix, double many)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        await new SampleRecord(installation.Database).FillAsync(ClassicDue);
        var before = await postfix.LimitAsync(ColdDue, ClassicSize);
        var took = await Figures.TimeAsync(() => new ClassicQueue(installation.Database, postfix.Port).RunAsync(ClassicDue));
        var after = await postfix.LimitAsync(ColdDue, ClassicSize);
        var share = ClassicDue / took.TotalSeconds / ((before + after) / 2);
        Figures.Line($"    classic: {ClassicDue / took.TotalSeconds:N0}/s of {before:N0} and {after:N0}/s");
        Figures.Line($"{"times the classic queue's share (wanted 8)",-58} {many / share,10:N1}");
    }

    // After a first one that compiles what it needs.
    private static async Task IdleAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        await new SampleRecord(installation.Database).FillAsync(order.Rows);
        var site = (await installation.Sites.AllAsync(CancellationToken.None)).Single(known => known.NVTGC == "MAIN");
        var work = new DatabaseWork(installation.Database);
        await work.ListenAsync();
        var times = new List<TimeSpan>();
        for (var turn = 0; turn < 21; turn++)
        {
            work.Take();
            foreach (var sweep in installation.Addins.Sweeps)
                await sweep.Item.RunAsync(site, CancellationToken.None);
            times.Add(work.Take());
        }

        Figures.Line($"{$"nothing due over {order.Rows:N0}: ms in the database (wanted 1)",-58} {times.Order().ElementAt(times.Count / 2).TotalMilliseconds,10:N3}");
    }

    private static async Task LateAsync(BenchOrder order)
    {
        foreach (var connections in new[] { 1, 4, 16 })
        {
            using var relay = new SmtpSink(TimeSpan.FromMilliseconds(20));
            var run = await DeliverOnce.ElsewhereAsync(order, relay.Port, connections * 100, rows: 1_000, connections);
            Figures.Line($"{$"relay 20 ms late, {connections} connections: of K / (3 round trips) (wanted 0.90)",-58} {run.PerSecond * 0.06 / connections,10:N2}");
        }
    }
}
