namespace IllAddins.Tests.Scripting;

public sealed class ParkingTests : IDisposable
{
    private const string Faulty = "function RoutingDelay(request) if request.TransactionNumber > 0 then return nil + 1 end return 5 end";

    private const string Parked = "MAIN/notify.lua v2: parked since 2026-03-02 15:00 UTC after 20 faults in a row, and asked no more. The last one: "
        + "MAIN/notify.lua line 1: attempt to perform arithmetic on a nil value. Version 1 worked: scripts restore --site MAIN --version 1. "
        + "Or mend the script, or have it asked again as it is: scripts unpark --site MAIN.";

    private readonly ScriptsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Twenty_faults_in_a_row_park_a_version_and_the_last_that_worked_is_offered()
    {
        Begin();
        Fail(20);

        Assert.Equal(Parked + " by MAIN/notify.lua v2", folder.Ask("MAIN"));
        Assert.Equal(Parked + " by MAIN/notify.lua v2", Good());
        Assert.Equal("MAIN/notify.lua v2, parked", folder.Scripts.MarkFor("MAIN"));
    }

    [Fact]
    public void A_good_answer_starts_the_count_anew()
    {
        Begin();
        Fail(19);
        Assert.StartsWith("5 by", Good(), StringComparison.Ordinal);
        Fail(19);

        Assert.StartsWith("5 by", Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_counted_across_restarts_and_the_other_hosts_ask_no_more_either()
    {
        Begin();
        using var other = folder.Host();
        other.VersionFor("MAIN");
        Fail(15);
        folder.Scripts.Dispose();

        using var next = folder.Host();
        for (var i = 0; i < 5; i++)
            Assert.DoesNotContain("parked", ScriptsFolder.Ask(next, "MAIN"), StringComparison.Ordinal);
        Assert.StartsWith("MAIN/notify.lua v2: parked", ScriptsFolder.Ask(next, "MAIN"), StringComparison.Ordinal);
        folder.Wait();
        Assert.StartsWith("MAIN/notify.lua v2: parked", ScriptsFolder.Ask(other, "MAIN"), StringComparison.Ordinal);
    }

    [Fact]
    public void Unparking_asks_again_and_counts_anew()
    {
        Begin();
        Fail(20);

        Assert.True(folder.Scripts.Publishing.Unpark("MAIN", "ann"));
        Assert.False(folder.Scripts.Publishing.Unpark("MAIN", "ann"));
        Fail(19);
        Assert.StartsWith("5 by", Good(), StringComparison.Ordinal);
        Fail(20);
        Assert.StartsWith("MAIN/notify.lua v2: parked", Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_host_may_unpark()
    {
        Begin();
        Fail(20);
        using var other = folder.Host();
        Assert.StartsWith("MAIN/notify.lua v2: parked", ScriptsFolder.Ask(other, "MAIN"), StringComparison.Ordinal);
        other.Publishing.Unpark("MAIN", "ann");
        folder.Wait();

        Fail(19);
        Assert.StartsWith("5 by", Good(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_is_asked()
    {
        Begin();
        Fail(20);
        folder.Write("MAIN", "function RoutingDelay() return 8 end");
        folder.Wait();

        Assert.Equal("8 by MAIN/notify.lua v3", folder.Ask("MAIN"));
    }

    // A version that works, and then one that fails.
    private void Begin()
    {
        folder.Write("MAIN", "function RoutingDelay() return 1 end");
        folder.Ask("MAIN");
        folder.Write("MAIN", Faulty);
        folder.Wait();
        folder.Scripts.VersionFor("MAIN");
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal("MAIN/notify.lua line 1: attempt to perform arithmetic on a nil value by MAIN/notify.lua v2", folder.Ask("MAIN"));
    }

    private string Good() => folder.Ask("MAIN", Lua.Request(("TransactionNumber", 0)));
}
