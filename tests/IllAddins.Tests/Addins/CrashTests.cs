using System.Text.Json;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Addins;

/// <summary>What no host can contain, in a real process: an add-in that overflows the stack, exits or fails fast.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly Library library = new("Shifting");

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task An_add_in_that_brings_the_process_down_three_times_in_a_row_is_in_quarantine_and_the_next_process_lives()
    {
        foreach (var how in new[] { "overflow", "exit", "fail fast" })
            Assert.NotEqual(0, (await SweepAsync(how)).Code);

        var (code, output) = await SweepAsync("overflow");
        Assert.Equal((2, ""), (code, output));
        var shifting = await ShownAsync();
        Assert.Equal(("Quarantined", 3), (shifting.GetProperty("state").GetString(), shifting.GetProperty("crashes").GetInt32()));
        Assert.StartsWith("Process terminated.", shifting.GetProperty("details").GetString()!.Trim(), StringComparison.Ordinal);
        Assert.Contains("at Shifting.Shifting.DoAsync", shifting.GetProperty("details").GetString(), StringComparison.Ordinal);

        Assert.Equal(0, (await library.RunAsync("addins", "retry", "Shifting", "--by", "ann")).Code);
        Assert.Equal(0, (await SweepAsync("answer")).Code);
    }

    [Fact]
    public async Task Kills_from_outside_are_no_fault_of_the_add_in_that_was_called()
    {
        for (var kill = 0; kill < 3; kill++)
        {
            library.Settings(new { TimeZone = "UTC", Shifting = new { How = "hang" } });
            using var host = HostProcess.Start(library, "sweep", "--once", "--json");
            await host.Says("Shifting hangs.");
            Assert.True(await host.KillAsync());
        }

        library.Settings(new { TimeZone = "UTC" });
        Assert.Equal(("Running", 0), (await ShownAsync() is var shifting ? shifting.GetProperty("state").GetString() : "", shifting.GetProperty("crashes").GetInt32()));
    }

    private async Task<(int Code, string Output)> SweepAsync(string how)
    {
        library.Settings(new { TimeZone = "UTC", Shifting = new { How = how } });
        using var host = HostProcess.Start(library, "sweep", "--once", "--json");
        return await host.EndAsync();
    }

    private async Task<JsonElement> ShownAsync() => JsonDocument.Parse((await library.RunAsync("addins", "list", "--json")).Output).RootElement[0];
}
