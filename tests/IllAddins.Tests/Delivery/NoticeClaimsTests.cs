using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Delivery;

/// <summary>What happens between the decision that a notice is to go out and the moment in which a process takes it.</summary>
public sealed class NoticeClaimsTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private MailRoom room = null!;

    public async Task InitializeAsync()
    {
        library.Settings(new { TimeZone = "UTC", Mail = new { Host = "127.0.0.1", Port = Library.DeadPort, Security = "None" } });
        await library.ImportAsync(
            "UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress\njdoe,Jane,Doe,MAIN,Electronic,jane@example.org\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle\n"
            + string.Concat(Enumerable.Range(201, 40).Select(number => $"{number},jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Title {number}\n")));
        room = await MailRoom.OpenAsync(library);
        await room.SweepAsync();
        Assert.Equal(["40 Pending"], await StandingAsync());
    }

    public async Task DisposeAsync() => await room.DisposeAsync();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task What_has_not_changed_is_taken() => Assert.Equal(40, (await ClaimAsync("one", 99)).Count);

    [Fact]
    public async Task Nothing_is_taken_for_a_request_that_has_moved_on()
    {
        await library.RunAsync("requests", "route", "201", "Customer Notified via Phone");

        var claimed = await ClaimAsync("one", 99);

        Assert.Equal(39, claimed.Count);
        Assert.DoesNotContain(201, claimed);
        Assert.Equal(["Cancelled: not sent: the request had moved to 'Customer Notified via Phone'."], await library.QueryAsync("SELECT Status || ': ' || Note FROM EMailCopies WHERE TransactionNumber = 201"));
    }

    [Fact]
    public async Task Nothing_is_taken_for_a_request_that_left_and_came_back()
    {
        await library.RunAsync("requests", "route", "201", "Customer Notified via Phone");
        await library.RunAsync("requests", "route", "201", "Awaiting Customer Contact");

        Assert.DoesNotContain(201, await ClaimAsync("one", 99));
        Assert.Equal(["Cancelled"], await library.QueryAsync("SELECT Status FROM EMailCopies WHERE TransactionNumber = 201"));
    }

    [Theory]
    [InlineData("UPDATE EMailTemplates SET Body = 'Other words' RETURNING Name")]
    [InlineData("DELETE FROM EMailTemplates RETURNING Name")]
    public async Task Nothing_is_taken_that_a_changed_template_has_not_written_anew(string change)
    {
        await library.QueryAsync(change);

        Assert.Empty(await ClaimAsync("one", 99));
        Assert.Equal(["40 Pending"], await StandingAsync());
        // Decided by nobody: surely decided again by the next sweep.
        Assert.Equal(["40"], await library.QueryAsync("SELECT COUNT(*) FROM ContactDecisions WHERE DecidedBy = ''"));
    }

    [Theory]
    [InlineData("NotificationMethod", "Phone")]
    [InlineData("EMailAddress", "jane.doe@example.org")]
    [InlineData("Notification_RequestPickup_Email", "No")]
    public async Task Nothing_is_taken_for_a_patron_who_has_chosen_otherwise_since(string field, string value)
    {
        await room.Host.Record.UpdateUserAsync(new RecordFields { Texts = new Dictionary<string, string?> { ["UserName"] = "jdoe", [field] = value }, By = "ann" }, null, CancellationToken.None);

        Assert.Empty(await ClaimAsync("one", 99));
        Assert.Equal(["40 Pending"], await StandingAsync());
    }

    [Fact]
    public async Task Nothing_is_taken_for_a_patron_whose_address_staff_corrected_for_another_request()
    {
        await room.Host.Record.CorrectEMailAddressAsync(201, "jane.doe@example.org", "ann", null, CancellationToken.None);

        Assert.Empty(await ClaimAsync("one", 99));
        Assert.Equal(["40 Pending"], await StandingAsync());
    }

    [Fact]
    public async Task A_notice_that_is_to_be_written_anew_is_left_by_a_run_whose_clock_was_set_back_meanwhile()
    {
        await library.QueryAsync("UPDATE EMailTemplates SET Body = 'Other words' RETURNING Name");
        var began = library.Clock.GetUtcNow().AddSeconds(1);
        library.Clock.Advance(TimeSpan.FromHours(-1));

        Assert.Empty(await ClaimAsync("one", 99, began));
        Assert.Equal([StoredTime.Write(began.AddMilliseconds(1))], await library.QueryAsync("SELECT DISTINCT NextTryAt FROM EMailCopies"));
    }

    [Fact]
    public async Task Nothing_older_than_the_site_allows_is_taken()
    {
        library.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        Assert.Empty(await ClaimAsync("one", 99));
        Assert.Equal(["40 Failed"], await StandingAsync());
    }

    [Fact]
    public async Task Claimers_at_the_same_time_never_take_the_same_notice()
    {
        var taken = await Task.WhenAll(Enumerable.Range(1, 8).Select(claimer => Task.Run(async () =>
        {
            var mine = new List<int>();
            while (await ClaimAsync($"claimer {claimer}", 3) is { Count: > 0 } more)
                mine.AddRange(more);
            return mine;
        })));

        Assert.Equal(Enumerable.Range(201, 40), taken.SelectMany(mine => mine).Order());
        Assert.Equal(["40 Sending"], await StandingAsync());
    }

    private async Task<IReadOnlyList<int>> ClaimAsync(string owner, int most, DateTimeOffset? began = null)
    {
        var claims = new NoticeClaims(library.Clock, owner, new DeliveryRules());
        var claimed = await room.Host.Database.WriteAsync(
            within => Task.FromResult(claims.Next(within, "MAIN", began ?? library.Clock.GetUtcNow().AddSeconds(1), most)), CancellationToken.None);
        return [.. claimed.Select(notice => notice.TransactionNumber)];
    }

    private Task<IReadOnlyList<string>> StandingAsync() => library.QueryAsync("SELECT COUNT(*) || ' ' || Status FROM EMailCopies GROUP BY Status ORDER BY Status");
}
