using IllAddins.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Road;

/// <summary>A database that was restored from a copy older than the mails that were sent from it.</summary>
public sealed class RestoredDatabaseTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private readonly ScriptedSmtpListener listener = ScriptedSmtpListener.Start();

    public async Task InitializeAsync()
    {
        library.MailTo(listener, connections: 1);
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\n" + string.Concat(Enumerable.Range(201, 4).Select(number => $"u{number},Jane,Doe,MAIN,Electronic,u{number}@example.org\n")),
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Concat(Enumerable.Range(201, 4).Select(number => $"{number},u{number},Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}\n")));
    }

    public Task DisposeAsync() => listener.DisposeAsync().AsTask();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task What_was_sent_after_the_copy_was_made_is_not_sent_again()
    {
        // Three meet a server that is down, so that all of them wait when the copy is made.
        listener.Script.At(SmtpStage.Greeting, "421 4.3.2 Shutting down");
        await library.SweepAsync();
        var copy = Copy();
        library.Clock.Advance(TimeSpan.FromHours(1));
        listener.Script.Clear();
        listener.Script.Next(SmtpStage.Rcpt, null, new SmtpAct.Answer("450 4.2.1 Mailbox busy"));
        listener.Script.Next(SmtpStage.FinalDot, null, new SmtpAct.Cut { Keeps = true });
        await library.SweepAsync();
        Assert.Equal(3, listener.Mails.Count);

        Restore(copy);
        listener.Script.Clear();
        await library.SweepAsync();
        library.Clock.Advance(TimeSpan.FromHours(1));
        await library.SweepAsync();

        Assert.Equal(4, listener.Mails.Select(mail => mail.Recipients.Single()).Distinct().Count());
        Assert.Equal(4, listener.Mails.Count);
        Assert.Equal(["3 Sent", "1 Unknown"], await library.QueryAsync("SELECT COUNT(*) || ' ' || Status FROM EMailCopies GROUP BY Status ORDER BY Status"));
    }

    [Fact]
    public async Task What_was_made_and_sent_after_the_copy_was_made_is_not_made_and_sent_again()
    {
        await library.RunAsync("addins", "list");
        var copy = Copy();
        await library.SweepAsync();
        Assert.Equal(4, listener.Mails.Count);

        Restore(copy);
        await library.SweepAsync();
        await library.SweepAsync();

        Assert.Equal(4, listener.Mails.Count);
        Assert.Equal(["4 Sent: accepted, as the program noted before it ended"], await library.QueryAsync("SELECT COUNT(*) || ' ' || Status || ': ' || Answer FROM EMailCopies GROUP BY Status, Answer"));
        Assert.Equal(["4 Customer Notified via E-Mail"], await library.QueryAsync("SELECT COUNT(*) || ' ' || TransactionStatus FROM Transactions GROUP BY TransactionStatus"));
    }

    [Fact]
    public async Task What_may_have_been_sent_after_the_copy_was_made_is_unknown_and_written_anew_by_staffs_word_alone()
    {
        await library.RunAsync("addins", "list");
        var copy = Copy();
        listener.Script.Next(SmtpStage.FinalDot, new SmtpAct.Cut { Keeps = true });
        await library.SweepAsync();
        Assert.Equal(4, listener.Mails.Count);

        Restore(copy);
        await library.SweepAsync();
        await library.SweepAsync();
        Assert.Equal(["3 Sent", "1 Unknown"], await library.QueryAsync("SELECT COUNT(*) || ' ' || Status FROM EMailCopies GROUP BY Status ORDER BY Status"));
        Assert.Equal(4, listener.Mails.Count);
        await library.RunAsync("notices", "resend", (await library.QueryAsync("SELECT Id FROM EMailCopies WHERE Status = 'Unknown'")).Single(), "--by", "ann");
        await library.SweepAsync();

        Assert.Equal(5, listener.Mails.Count);
        Assert.Contains("Title 20", listener.Mails[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_of_an_arrival_that_the_copy_knows_nothing_of_is_told()
    {
        await library.RunAsync("addins", "list");
        foreach (var number in Enumerable.Range(201, 4))
            await library.RunAsync("requests", "route", $"{number}", "Awaiting Post Receipt Processing");
        var copy = Copy();
        foreach (var number in Enumerable.Range(201, 4))
            await library.RunAsync("requests", "route", $"{number}", "Awaiting Customer Contact");
        await library.SweepAsync();

        Restore(copy);
        using var host = HostProcess.Start(library, "addins", "list");
        await host.EndAsync();

        Assert.Contains("The database is older than what was sent from it: was it restored from a copy? It knows nothing of the notices ill.20", host.Said, StringComparison.Ordinal);
        Assert.Contains("Mark those requests as notified once they have", host.Said, StringComparison.Ordinal);
    }

    private string Database => Path.Combine(library.Data, "illaddins.db");

    private string Copy()
    {
        var copy = library.File("copy.db", "");
        File.Delete(copy);
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM INTO '{copy}'";
        command.ExecuteNonQuery();
        return copy;
    }

    private void Restore(string copy)
    {
        foreach (var rest in Directory.GetFiles(library.Data, "illaddins.db-*"))
            File.Delete(rest);
        File.Copy(copy, Database, overwrite: true);
    }
}
