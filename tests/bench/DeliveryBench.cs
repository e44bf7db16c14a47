namespace IllAddins.Bench;

/// <summary>
/// The whole way of an e-mail (due look-up, decision with the site's script, template, MIME, SMTP, durable record) beside the fastest that this machine can send at all,
/// and beside a queue as many programs keep it. Short runs in turn, as machines are shared.
/// </summary>
public static class DeliveryBench
{
    private const int ColdDue = 10_000;
    private const int Turns = 3;

    // Every run makes a record of its own; only what walks through it takes longer where it is larger.
    private const int MostRows = 50_000;
    private const int ClassicDue = 1_000;
    private const int ClassicSize = 1_500;

    public static async Task RunAsync(BenchOrder order)
    {
        using var postfix = await PostfixTools.StartAsync();
        var size = await MailSizeAsync(order);
        Figures.Line($"a mail of ours has {size:N0} bytes; smtp-source sends as many");
        await ColdAsync(order, postfix, size);
        var (many, whole) = await ManyAsync(order, postfix, size);
        await ClassicAsync(order, postfix, many);
        await LateAsync(order);
        await JournalCost.RunAsync(order, postfix.Port, whole);
        await BesideBench.RunAsync(order, postfix.Port);
        await IdleBench.RunAsync(order);
    }

    private static async Task<int> MailSizeAsync(BenchOrder order)
    {
        using var sink = new SmtpSink();
        await DeliverOnce.ElsewhereAsync(order with { Port = sink.Port, Due = 100, Rows = 100 });
        return (int)(sink.Bytes / sink.Mails);
    }

    private static async Task ColdAsync(BenchOrder order, PostfixTools postfix, int size)
    {
        var shares = new List<double>();
        for (var turn = 1; turn <= Turns; turn++)
            shares.Add((await ShareAsync("cold", order, postfix, size, ColdDue)).Share);
        Figures.Line($"{"10,000 due, cold: share of the limit (wanted 0.20)",-58} {shares.Order().ElementAt(Turns / 2),10:N2}");
    }

    private static async Task<(double Share, double Microseconds)> ManyAsync(BenchOrder order, PostfixTools postfix, int size)
    {
        var (share, microseconds) = await ShareAsync("many", order, postfix, size, order.Due);
        Figures.Line($"{$"{order.Due:N0} due: share of the limit (wanted 0.35)",-58} {share,10:N2}");
        return (share, microseconds);
    }

    // The limit before and after: what others do to the machine meanwhile is in both.
    private static async Task<(double Share, double Microseconds)> ShareAsync(string what, BenchOrder order, PostfixTools postfix, int size, int due)
    {
        var before = await postfix.LimitAsync(ColdDue * 2, size);
        var run = await DeliverOnce.ElsewhereAsync(order with { Port = postfix.Port, Due = due, Rows = Math.Min(order.Rows, MostRows) });
        var after = await postfix.LimitAsync(ColdDue * 2, size);
        var limit = (before + after) / 2;
        Figures.Line($"    {what}: {run.PerSecond:N0}/s of {before:N0} and {after:N0}/s, {run.ProcessorSeconds * 1e6 / run.Sent:N0} us of processor time a mail, peak {run.PeakMegabytes:N0} MB (wanted below 200)");
        return (run.PerSecond / limit, run.ProcessorSeconds * 1e6 / run.Sent);
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

    private static async Task LateAsync(BenchOrder order)
    {
        foreach (var connections in new[] { 1, 4, 16 })
        {
            using var relay = new SmtpSink(TimeSpan.FromMilliseconds(20));
            var run = await DeliverOnce.ElsewhereAsync(order with { Port = relay.Port, Due = connections * 100, Rows = 1_000, Connections = connections });
            Figures.Line($"{$"relay 20 ms late, {connections} connections: of K / (3 round trips) (wanted 0.90)",-58} {run.PerSecond * 0.06 / connections,10:N2}");
        }
    }
}
