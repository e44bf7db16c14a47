using System.Diagnostics;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.Bench;

/// <summary>What the send journal takes of the whole way of a mail: the same mails are sent over the same connections with it and without it, in turn.</summary>
public static class JournalCost
{
    private const int Turns = 5;
    private const int Lines = 4;
    private const int Mails = 8_000;

    /// <summary>Sends and prints.</summary>
    /// <param name="order">Where the journal is kept.</param>
    /// <param name="port">A sink.</param>
    /// <param name="whole">What a mail costs in all, in microseconds of processor time.</param>
    public static async Task RunAsync(BenchOrder order, int port, double whole)
    {
        var folder = Path.Combine(order.Home, $"illaddins-journal-{Guid.NewGuid():N}");
        var (with, without) = (new List<double>(), new List<double>());
        using (var journal = OutboxJournal.Open(folder))
            for (var turn = 0; turn <= Turns; turn++)
            {
                without.Add(await WorkAsync(() => SendAsync(port, SendJournal.None, _ => { })));
                with.Add(await WorkAsync(() => SendAsync(port, journal.Hooks, journal.Forget)));
            }

        Directory.Delete(folder, recursive: true);
        // The first turn compiles what it needs.
        var (kept, none) = (Median(with[1..]), Median(without[1..]));
        Figures.Line($"    sending alone takes {kept:N1} us of processor time a mail with the journal, {none:N1} without it; a mail's whole way {whole:N0}");
        Figures.Line($"{"the journal's part of a mail's whole way (wanted below 0.10)",-58} {(kept - none) / whole,10:N3}");
    }

    // Microseconds of processor time a mail.
    private static async Task<double> WorkAsync(Func<Task> send)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        await send();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalMicroseconds / Mails;
    }

    private static Task SendAsync(int port, SendJournal journal, Action<string> settled) => Task.WhenAll(Enumerable.Range(0, Lines).Select(line => Task.Run(async () =>
    {
        await using var transport = new SmtpTransport(new MailSettings { Host = "127.0.0.1", Port = port, Security = MailSecurity.None }, TimeProvider.System, journal);
        for (var number = line; number < Mails; number += Lines)
        {
            var mail = Mail(number);
            if (await transport.SendAsync(mail, CancellationToken.None) is not MailOutcome.Accepted)
                throw new InvalidOperationException("The sink did not take a mail.");
            settled(mail.MessageId);
        }
    })));

    private static OutgoingMail Mail(int number) => new()
    {
        MessageId = $"ill.{number}.1.{Guid.NewGuid():N}@library.example",
        Date = DateTimeOffset.UnixEpoch,
        FromAddress = "ill@library.example",
        ToName = "A patron",
        ToAddress = $"patron{number}@library.example",
        Subject = "Your interlibrary loan has arrived",
        TextBody = "Dear patron,\n\nthe item that you asked for waits for you.\n",
    };

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
