using System.Net;
using System.Net.Sockets;

namespace IllAddins.Bench;

/// <summary>What another site's trouble with its mail server takes from a site's throughput: its relay works, is down, says nothing, or breaks off at one notice.</summary>
public static class BesideBench
{
    private const int Due = 10_000;
    private const int Turns = 5;

    public static async Task RunAsync(BenchOrder order, int port)
    {
        using var works = new SmtpSink();
        // Nothing but the system's queue answers: connected, and never greeted.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var poisoned = new SmtpSink(poison: "number 11050");
        (string Name, int Port)[] relays =
            [("works", works.Port), ("is down", PostfixTools.FreePort()), ("says nothing", ((IPEndPoint)silent.LocalEndpoint).Port), ("breaks off at one notice", poisoned.Port)];
        var rates = relays.ToDictionary(relay => relay.Name, _ => new List<double>());
        for (var turn = 1; turn <= Turns; turn++)
            foreach (var (name, beside) in relays)
                rates[name].Add((await DeliverOnce.ElsewhereAsync(order with { Port = port, Due = Due, Rows = 1_000, Beside = beside })).PerSecond);
        Figures.Line($"    beside a site whose relay works: {Median(rates["works"]):N0}/s");
        // Each beside its own turn's: what others do to the machine comes and goes.
        foreach (var (name, _) in relays[1..])
            Figures.Line($"{$"slowed by a site whose relay {name} (wanted below 0.10)",-58} {1 - Median([.. rates[name].Zip(rates["works"], (slowed, usual) => slowed / usual)]),10:N2}");
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
