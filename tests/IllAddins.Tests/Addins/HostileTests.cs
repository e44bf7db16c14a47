using IllAddins.Tests.Road;

namespace IllAddins.Tests.Addins;

/// <summary>Add-ins that reach for what belongs to the whole process, in a process of its own.</summary>
public sealed class HostileTests : IDisposable
{
    private static readonly (string How, string Told)[] Misdeeds =
    [
        ("turn the console", "Unruly does turn the console in endpoint."),
        ("dispose the database", "Unruly does dispose the database in endpoint."),
        ("change the culture", "Some add-in changed the culture of new threads of the whole process, to 'th-TH'; it is put back."),
        ("move", "Some add-in changed the current directory of the whole process, to '/'; it is put back."),
        ("move into a folder that goes", "Some add-in changed the current directory of the whole process, to ''; it is put back."),
        ("narrow the pool", "Some add-in changed the size of the thread pool of the whole process, to '1 to "),
        ("start a thread", "Unruly does start a thread in endpoint."),
        ("block the pool", " threads of the pool are held; it gets up to "),
    ];

    private readonly Library library = new("Shifting", "Unruly");

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task What_an_add_in_bends_in_the_process_is_put_back_and_the_others_and_the_end_of_the_host_work_all_the_same()
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Library.FreePort()}") };
        using var host = HostProcess.Start(library, "run", "--listen", client.BaseAddress.ToString().TrimEnd('/'));
        await host.Says("Application started.");

        foreach (var (how, told) in Misdeeds)
        {
            await File.WriteAllTextAsync(Path.Combine(library.Data, "unruly.txt"), $"endpoint: {how}");
            Assert.Equal("done", await client.GetStringAsync(new Uri("/addins/unruly/do", UriKind.Relative)));
            await host.Says(told);
            Assert.Equal("1.0.0", await client.GetStringAsync(new Uri("/addins/shifting/version", UriKind.Relative)));
            Assert.Equal("ok", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        }

        host.Terminate();
        Assert.Equal(0, (await host.EndAsync()).Code);
    }
}
