using IllAddins.CustomerContact.Delivery;

namespace IllAddins.Tests.Delivery;

public sealed class OutboxJournalTests : IDisposable
{
    private static readonly MailOutcome Accepted = new MailOutcome.Accepted(new(MailStage.FinalDot, 250, "2.0.0 Ok"), []);
    private static readonly MailOutcome TryLater = new MailOutcome.TryLater(new(MailStage.FinalDot, 451, "4.3.0 Later"));

    private readonly string folder = Directory.CreateTempSubdirectory("illaddins-journal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_dead_process_left_what_it_knew()
    {
        var dead = Dead(journal =>
        {
            journal.Before("answered");
            journal.After("answered", Accepted);
            journal.Before("refused");
            journal.After("refused", TryLater);
            journal.Before("open");
        });
        using var journal = OutboxJournal.Open(folder);

        Assert.Equal(
            [HandedOver.Accepted, HandedOver.Never, HandedOver.Unanswered, HandedOver.Never, HandedOver.NoAccount],
            [journal.Ask(dead, "answered"), journal.Ask(dead, "refused"), journal.Ask(dead, "open"), journal.Ask(dead, "claimed"), journal.Ask("another machine", "claimed")]);
    }

    [Fact]
    public void A_living_process_is_still_sending_whatever_it_wrote()
    {
        using var living = OutboxJournal.Open(folder);
        using var journal = OutboxJournal.Open(folder);
        living.Hooks.Before("1");

        Assert.Equal(HandedOver.StillSending, journal.Ask(living.Owner, "1"));
    }

    [Fact]
    public void After_the_machine_itself_went_down_a_missing_line_proves_nothing_and_a_yes_still_does()
    {
        var dead = Dead(journal =>
        {
            journal.Before("answered");
            journal.After("answered", Accepted);
        });
        var lines = File.ReadAllLines(PathOf(dead));
        lines[0] = "boot of another day";
        File.WriteAllLines(PathOf(dead), lines);
        using var journal = OutboxJournal.Open(folder);

        Assert.Equal([HandedOver.Accepted, HandedOver.Unanswered], [journal.Ask(dead, "answered"), journal.Ask(dead, "claimed")]);
    }

    [Theory]
    [InlineData("", HandedOver.Unanswered)]
    [InlineData("boot", HandedOver.Unanswered)]
    [InlineData("{boot}\nhanding 1\nansw", HandedOver.Unanswered)]
    [InlineData("{boot}\nhanding other\nhand", HandedOver.Never)]
    [InlineData("{boot}\nhan\0\0\0\0\0\0\nhanding other\n", HandedOver.Unanswered)]
    [InlineData("{boot}\nhanding 1\nanswered n\u0010 1\n", HandedOver.Unanswered)]
    [InlineData("{boot}\nsomething else\nanswered yes 1\n", HandedOver.Accepted)]
    public void A_damaged_journal_proves_nothing_but_a_yes(string text, HandedOver expected)
    {
        var dead = Dead(_ => { });
        File.WriteAllText(PathOf(dead), text.Replace("{boot}", File.ReadAllLines(PathOf(dead))[0], StringComparison.Ordinal));
        using var journal = OutboxJournal.Open(folder);

        Assert.Equal(expected, journal.Ask(dead, "1"));
    }

    [Fact]
    public async Task Only_journals_of_the_dead_that_no_notice_names_are_removed()
    {
        var (named, unnamed) = (Dead(_ => { }), Dead(_ => { }));
        using var living = OutboxJournal.Open(folder);

        await JournalFile.CleanAsync(folder, () => Names(named));

        Assert.Equal([true, false, true], [File.Exists(PathOf(named)), File.Exists(PathOf(unnamed)), File.Exists(PathOf(living.Owner))]);
    }

    [Fact]
    public async Task A_process_that_claims_and_dies_while_another_cleans_keeps_its_journal()
    {
        Dead(_ => { });
        var living = OutboxJournal.Open(folder);

        await JournalFile.CleanAsync(folder, () =>
        {
            // Read before the claim that it made in its last moment.
            living.Dispose();
            return Names();
        });

        Assert.True(File.Exists(PathOf(living.Owner)));
    }

    [Fact]
    public async Task Processes_that_start_while_others_clean_keep_the_journals_they_opened()
    {
        var cleaning = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var round = 0; round < 300; round++)
                await JournalFile.CleanAsync(folder, () => Names());
        }));
        var opening = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Enumerable.Range(0, 150).Select(_ => OutboxJournal.Open(folder)).ToList())).ToList();
        await Task.WhenAll([.. cleaning, .. opening]);

        using var journal = OutboxJournal.Open(folder);
        var opened = opening.SelectMany(task => task.Result).ToList();
        Assert.All(opened, one => Assert.Equal(HandedOver.StillSending, journal.Ask(one.Owner, "1")));
        opened.ForEach(one => one.Dispose());
    }

    [Fact]
    public void A_journal_names_the_start_of_the_machine()
    {
        using var living = OutboxJournal.Open(folder);
        living.Dispose();

        var started = File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() : "unknown";
        Assert.Equal($"boot {started}\n", File.ReadAllText(PathOf(living.Owner)));
    }

    [Fact]
    public void Sites_that_send_at_once_write_whole_lines()
    {
        var dead = Dead(journal => Parallel.For(0, 400, number =>
        {
            journal.Before($"{number}");
            if (number % 2 == 0)
                journal.After($"{number}", Accepted);
        }));
        using var journal = OutboxJournal.Open(folder);

        Assert.All(Enumerable.Range(0, 400), number => Assert.Equal(number % 2 == 0 ? HandedOver.Accepted : HandedOver.Unanswered, journal.Ask(dead, $"{number}")));
    }

    [Fact]
    public void A_process_that_lives_for_months_keeps_only_what_is_not_settled()
    {
        using var living = OutboxJournal.Open(folder);
        for (var number = 0; number < 20_000; number++)
        {
            living.Hooks.Before($"{number}@a-domain-of-some-length.illaddins.test");
            living.Hooks.After($"{number}@a-domain-of-some-length.illaddins.test", Accepted);
            living.Forget($"{number}@a-domain-of-some-length.illaddins.test");
        }
        living.Hooks.Before("open");
        living.Dispose();
        using var journal = OutboxJournal.Open(folder);

        Assert.InRange(new FileInfo(PathOf(living.Owner)).Length, 1, 1_100_000);
        Assert.Equal([HandedOver.Unanswered, HandedOver.Never], [journal.Ask(living.Owner, "open"), journal.Ask(living.Owner, "claimed")]);
    }

    [Fact]
    public void A_line_that_is_not_settled_outlives_all_that_are()
    {
        using var living = OutboxJournal.Open(folder);
        living.Hooks.Before("open");
        for (var number = 0; number < 20_000; number++)
        {
            living.Hooks.Before($"{number}@a-domain-of-some-length.illaddins.test");
            living.Hooks.After($"{number}@a-domain-of-some-length.illaddins.test", Accepted);
            living.Forget($"{number}@a-domain-of-some-length.illaddins.test");
        }
        Assert.True(living.IsLong);
        living.Dispose();
        using var journal = OutboxJournal.Open(folder);

        Assert.Equal(HandedOver.Unanswered, journal.Ask(living.Owner, "open"));
    }

    private string Dead(Action<SendJournal> life)
    {
        using var journal = OutboxJournal.Open(folder);
        life(journal.Hooks);
        return journal.Owner;
    }

    private string PathOf(string owner) => Path.Combine(folder, $"{owner}.journal");

    private static Task<IReadOnlySet<string>> Names(params string[] owners) => Task.FromResult<IReadOnlySet<string>>(owners.ToHashSet());
}
