using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Delivery;

/// <summary>The account for a process that may be killed: before the final dot, and after its answer.</summary>
public sealed class SendJournalTests : IDisposable
{
    private readonly List<string> _lines = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("illaddins-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SendJournal Journal => new(id => _lines.Add($"before {id}"), (id, outcome) => _lines.Add($"after {id} {outcome.GetType().Name}"));

    [Theory]
    [InlineData("250 2.0.0 Ok", "Accepted")]
    [InlineData("451 4.3.0 Later", "TryLater")]
    [InlineData("554 5.7.1 Spam", "ServerFault")]
    public async Task An_answered_mail_has_both_lines(string words, string family)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.FinalDot, words);
        await using var transport = Some.Transport(listener, journal: Journal);

        await transport.SendAsync(Some.Mail("<1@illaddins.test>"), CancellationToken.None);

        Assert.Equal(["before 1@illaddins.test", $"after 1@illaddins.test {family}"], _lines);
    }

    [Fact]
    public async Task A_mail_of_unknown_fate_has_only_the_first_line()
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(SmtpStage.FinalDot, new SmtpAct.Cut());
        await using var transport = Some.Transport(listener, journal: Journal);

        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);

        Assert.Equal(["before 1@illaddins.test"], _lines);
    }

    [Theory]
    [InlineData(SmtpStage.Rcpt)]
    [InlineData(SmtpStage.Data)]
    public async Task A_mail_that_failed_before_its_final_dot_has_no_line(SmtpStage stage)
    {
        await using var listener = ScriptedSmtpListener.Start();
        listener.Script.At(stage, "451 4.3.0 Later");
        await using var transport = Some.Transport(listener, journal: Journal);

        await transport.SendAsync(Some.Mail(), CancellationToken.None);

        Assert.Empty(_lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(500)]
    [InlineData(50_000)]
    public async Task A_journal_that_cannot_be_written_stops_the_dot(int dottedLines)
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener, journal: new(_ => throw new IOException("No space left on device"), (_, _) => _lines.Add("after")));

        var thrown = await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(Some.Mail() with { TextBody = string.Concat(Enumerable.Repeat(".dots\n", dottedLines)) }, CancellationToken.None));
        await listener.AllConversationsEnded();

        Assert.Equal("No space left on device", thrown.Message);
        Assert.Empty(listener.Mails);
        Assert.Empty(_lines);
    }

    [Fact]
    public async Task What_the_second_line_throws_is_not_taken_for_a_lost_connection()
    {
        await using var listener = ScriptedSmtpListener.Start();
        await using var transport = Some.Transport(listener, journal: new(_ => { }, (_, _) => throw new IOException("No space left on device")));

        var thrown = await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(Some.Mail(), CancellationToken.None));

        Assert.Equal("No space left on device", thrown.Message);
        Assert.Single(listener.Mails);
    }

    [Fact]
    public async Task A_mail_that_a_kept_connection_cannot_carry_has_no_line()
    {
        await using var listener = ScriptedSmtpListener.Start(new() { Extensions = [] });
        await using var transport = Some.Transport(listener, journal: Journal);

        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);
        await transport.SendAsync(Some.Mail("2@illaddins.test", "γιάννης@library.test"), CancellationToken.None);

        Assert.Equal(["before 1@illaddins.test", "after 1@illaddins.test Accepted"], _lines);
    }

    [Fact]
    public async Task The_pickup_folder_keeps_the_same_account()
    {
        await using var transport = new PickupFolderTransport(_folder, new(
            id => _lines.Add($"before {id}, {Directory.GetFiles(_folder, "*.eml").Length} mails"),
            (id, outcome) => _lines.Add($"after {id} {outcome.GetType().Name}, {Directory.GetFiles(_folder, "*.eml").Length} mails")));

        await transport.SendAsync(Some.Mail("1@illaddins.test"), CancellationToken.None);

        Assert.Equal(["before 1@illaddins.test, 0 mails", "after 1@illaddins.test Accepted, 1 mails"], _lines);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_leaves_no_file()
    {
        await using var transport = new PickupFolderTransport(_folder, new(_ => throw new IOException("No space left on device"), (_, _) => { }));

        await Assert.ThrowsAsync<IOException>(() => transport.SendAsync(Some.Mail(), CancellationToken.None));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }
}
