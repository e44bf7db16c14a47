using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>A site's limit holds for all processes together.</summary>
public sealed class MailSlotsTests : IDisposable
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task Processes_that_share_a_site_never_get_the_same_moment()
    {
        await using var one = await MailRoom.OpenAsync(library);
        await using var other = await MailRoom.OpenAsync(library);

        var firsts = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => TakeAsync(turn % 2 == 0 ? one : other, "MAIN", 3, Library.Monday))));
        var elsewhere = await TakeAsync(one, "LAW", 1, Library.Monday);

        Assert.Equal(Enumerable.Range(0, 20).Select(turn => Library.Monday + (turn * 3 * Each)), firsts.Order());
        Assert.Equal(Library.Monday, elsewhere);
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_not_made_up_for_and_a_clock_set_back_waits_for_nothing()
    {
        await using var room = await MailRoom.OpenAsync(library);
        await TakeAsync(room, "MAIN", 1, Library.Monday);

        Assert.Equal(Library.Monday.AddHours(1), await TakeAsync(room, "MAIN", 1, Library.Monday.AddHours(1)));
        Assert.Equal(Library.Monday.AddHours(-1), await TakeAsync(room, "MAIN", 1, Library.Monday.AddHours(-1)));
    }

    [Fact]
    public async Task Two_hosts_on_one_folder_keep_the_limit_together()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", listener.Port, Security = "None", PerMinute = 240 } });
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Concat(Enumerable.Range(201, 12).Select(number => $"{number},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}\n")));

        var started = TimeProvider.System.GetUtcNow();
        using var one = HostProcess.Start(library, "sweep", "--once", "--json");
        using var other = HostProcess.Start(library, "sweep", "--once", "--json");
        await Task.WhenAll(one.EndAsync(), other.EndAsync());

        Assert.Equal(12, listener.Mails.Count);
        // Twelve at four a second, the four of a second together: none leaves before its second, however slow the machine is.
        var last = (await library.QueryAsync("SELECT MAX(At) FROM NoticeAttempts")).Select(StoredTime.Read).Single();
        var next = (await library.QueryAsync("SELECT NextAt FROM MailSlots")).Select(StoredTime.Read).Single();
        Assert.True(next - started >= TimeSpan.FromSeconds(3), $"The next one might leave {next - started} after the start.");
        Assert.True(next - last <= TimeSpan.FromSeconds(1.5), $"The last one left {next - last} before the next one might.");
    }

    private static Task<DateTimeOffset> TakeAsync(MailRoom room, string site, int many, DateTimeOffset now) => room.Host.Database.WriteAsync(
        within => Task.FromResult(MailSlots.Take(within, site, many, Each, now)), CancellationToken.None);
}
