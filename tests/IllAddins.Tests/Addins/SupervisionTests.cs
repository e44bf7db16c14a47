using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IllAddins.Host.Cli;
using IllAddins.Tests.Fixtures;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Addins;

/// <summary><c>run --supervised</c>, with real processes.</summary>
[TakesLong]
public sealed class SupervisionTests : IDisposable
{
    private readonly Library library = new("Shifting");

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_host_that_crashes_is_started_again_on_its_port_until_the_add_in_that_brings_it_down_is_in_quarantine()
    {
        Shifting("exit", "segfault", "overflow");
        var listen = $"http://127.0.0.1:{Library.FreePort()}";
        using var parent = HostProcess.Start(library, "run", "--supervised", "--listen", listen);
        await parent.Says("ended with exit code 7 without having been told to. It starts again in 1 s.");
        await parent.Says("ended with exit code 139 without having been told to. It starts again in 2 s.");
        await parent.Says("ended with exit code 134 without having been told to. It starts again in 4 s.");
        await parent.Says("Application started.", after: "Shifting is in quarantine: the host's process crashed 3 times in a row");

        var shown = JsonDocument.Parse((await library.RunAsync("addins", "list", "--json")).Output).RootElement[0];
        Assert.Equal(("Quarantined", 3), (shown.GetProperty("state").GetString(), shown.GetProperty("crashes").GetInt32()));
        using var client = new HttpClient { BaseAddress = new Uri(listen) };
        Assert.Equal("ok", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        parent.Terminate();

        Assert.Equal(0, (await parent.EndAsync()).Code);
        Assert.Equal(3, parent.Said.Split("It starts again in").Length - 1);
        Assert.Empty(Directory.GetFiles(Running));
    }

    [Fact]
    public async Task A_host_that_is_killed_is_started_again_and_ends_by_itself_where_its_parent_is_killed()
    {
        Shifting("wait", "hang");
        using var parent = HostProcess.Start(library, "run", "--supervised", "--listen", "http://127.0.0.1:0");
        await parent.Says("Shifting waits.");
        using (var first = Process.GetProcessById(HostId()))
        {
            first.Kill();
            await parent.Says($"The host (process {first.Id}) ended with exit code 137 without having been told to. It starts again in 1 s.");
        }

        await parent.Says("Shifting hangs.");
        using var second = Process.GetProcessById(HostId());
        Assert.True(await parent.KillAsync());
        await second.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));

        Assert.Empty(Directory.GetFiles(Running));
    }

    [Fact]
    public async Task A_host_that_cannot_run_at_all_is_not_started_again()
    {
        library.Settings(new { TimeZone = "Mars/Phobos" });
        using var parent = HostProcess.Start(library, "run", "--supervised");

        Assert.Equal(2, (await parent.EndAsync()).Code);
        Assert.StartsWith("Cannot run: The setting TimeZone is 'Mars/Phobos'", parent.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("It starts again", parent.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_waits_double_up_to_two_minutes_and_begin_anew_after_a_host_that_lived_for_long()
    {
        var time = new SteppedTime();
        using var said = new StringWriter();
        using var stop = new CancellationTokenSource();
        using var gate = new Gate();
        var ended = new Supervision(library.Data, time, said).RunAsync(gate.Waiting(), stop.Token);
        for (var crash = 1; crash <= 9; crash++)
        {
            time.Pass(TimeSpan.FromMinutes(crash == 9 ? 11 : 9));
            await gate.OpenAsync();
            await time.WoundAsync(crash);
            time.Pass(TimeSpan.FromMinutes(crash == 9 ? 0 : 2));
        }

        await stop.CancelAsync();

        Assert.Equal(0, await ended);
        Assert.Equal(["1", "2", "4", "8", "16", "32", "64", "120", "1"], said.ToString().Split("again in ").Skip(1).Select(rest => rest.Split(' ')[0]));
    }

    [Fact]
    public async Task A_host_that_does_not_stop_when_it_is_told_to_is_killed()
    {
        var time = new SteppedTime();
        using var said = new StringWriter();
        using var stop = new CancellationTokenSource();
        using var gate = new Gate();
        var ended = new Supervision(library.Data, time, said).RunAsync(gate.Waiting(), stop.Token);
        await gate.EnteredAsync();

        await stop.CancelAsync();
        await time.WoundAsync(1);
        time.Pass(Supervision.StopLimit);

        Assert.Equal(128 + 9, await ended);
        Assert.Contains("did not stop within 55 s, and is killed.", said.ToString(), StringComparison.Ordinal);
    }

    private string Running => Path.Combine(library.Data, "running");

    // What it does in one sweep after the other.
    private void Shifting(params string[] how) => File.WriteAllLines(Path.Combine(library.Data, "shifting.txt"), how);

    // The parent has no traces there, the host has.
    private int HostId() => int.Parse(Path.GetFileName(Assert.Single(Directory.GetFiles(Running, "*.calls"))).Split('-')[0], CultureInfo.InvariantCulture);

    /// <summary>A program that waits until the test lets it end with exit code 7, and does not look at its input.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("illaddins-gate-").FullName;

        public Gate()
        {
            using var made = Process.Start("mkfifo", [Path.Combine(folder, "in"), Path.Combine(folder, "out")]);
            made.WaitForExit();
        }

        public ProcessStartInfo Waiting() => new("sh", ["-c", $"echo > '{folder}/in'; read line < '{folder}/out'; exit 7"]);

        /// <summary>Done when the program waits.</summary>
        public Task<string> EnteredAsync() => File.ReadAllTextAsync(Path.Combine(folder, "in"));

        /// <summary>Lets it end.</summary>
        public async Task OpenAsync()
        {
            await EnteredAsync();
            await File.WriteAllTextAsync(Path.Combine(folder, "out"), "\n");
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
