using System.Globalization;

namespace IllAddins.Bench;

/// <summary>What to measure, and how large.</summary>
public sealed record BenchOrder
{
    public const string Help = """
          --rows N   requests in the record, default 50000; the size to judge by is 1000000, the default of delivery
          --due N    requests that are due, wait or are printed, default 1000; the size to judge by is 10000, of delivery 100000, its default
          --port P   of deliver: the mail server on this machine that takes everything
          --connections K  of deliver: connections to it, default 4
          --beside P of deliver: the mail server of another site, whose 100 mails are sent at the same time; 0 for no other site
          --home DIR where the record is made and deleted again, default the system's temporary folder
        """;

    public required string Verb { get; init; }

    public int Rows { get; init; } = 50_000;

    public int Due { get; init; } = 1_000;

    public int Port { get; init; } = 25;

    public int Connections { get; init; } = 4;

    public int Beside { get; init; }

    public string Home { get; init; } = Path.GetTempPath();

    /// <summary>The order on a command line; null where it is none.</summary>
    public static BenchOrder? Read(string[] args)
    {
        if (args.Length % 2 == 0)
            return null;
        BenchOrder? order = Usual(args[0]);
        for (var at = 1; at < args.Length && order is not null; at += 2)
            order = order.With(args[at], args[at + 1]);
        return order;
    }

    // The shares that are wanted of delivery hold for its size alone.
    private static BenchOrder Usual(string verb) => verb == "delivery" ? new() { Verb = verb, Rows = 1_000_000, Due = 100_000 } : new() { Verb = verb };

    private BenchOrder? With(string option, string value) => (option, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) switch
    {
        ("--rows", true) when number > 0 => this with { Rows = number },
        ("--due", true) when number > 0 => this with { Due = number },
        ("--port", true) when number > 0 => this with { Port = number },
        ("--connections", true) when number > 0 => this with { Connections = number },
        ("--beside", true) => this with { Beside = number },
        ("--home", _) => this with { Home = value },
        _ => null,
    };
}
