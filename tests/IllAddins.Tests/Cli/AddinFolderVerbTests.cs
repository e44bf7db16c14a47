using System.Text.Json;
using IllAddins.Host.Addins;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

/// <summary><c>addins verify</c> and <c>addins hash</c>, with folders that are not deployed yet.</summary>
public sealed class AddinFolderVerbTests : IDisposable
{
    private readonly Library library = new();
    private readonly AddinsOnDisk disk = new();

    public void Dispose()
    {
        library.Dispose();
        disk.Dispose();
    }

    [Fact]
    public async Task A_fit_add_in_is_called_so_without_a_line_of_its_code_being_run()
    {
        disk.Lay("ThrowsInConstructor");

        var (code, output, error) = await library.RunAsync("addins", "verify", disk.Under("ThrowsInConstructor"));

        Assert.Equal((0, ""), (code, error));
        Assert.Matches("^ThrowsInConstructor [0-9.]+ \\(contract 1\\.0, SHA-256 [0-9a-f]{64}\\): fit; its code was not run\r?\n$", output);
    }

    [Fact]
    public async Task Every_add_in_of_a_folder_is_answered_for_and_one_that_would_be_refused_is_the_exit_code()
    {
        disk.Lay("GoodAddin");
        disk.Write("This is no assembly.", "Letters", "Letters.dll");

        var (code, output, error) = await library.RunAsync("addins", "verify", disk.Folder, "--json");

        Assert.Equal((1, ""), (code, error));
        var (good, letters) = (JsonDocument.Parse(output).RootElement[0], JsonDocument.Parse(output).RootElement[1]);
        Assert.Equal(("GoodAddin", "2.3.1", JsonValueKind.Null), (good.GetProperty("name").GetString(), good.GetProperty("version").GetString(), good.GetProperty("why").ValueKind));
        Assert.StartsWith("Letters is no .NET assembly: ", letters.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_that_is_printed_is_the_one_that_is_allowed()
    {
        disk.Lay("GoodAddin");
        library.Settings(new { TimeZone = "UTC", Addins = new { Allowed = new string('0', 64) } });
        Assert.Contains("would be refused: GoodAddin is not on the list of allowed add-ins: ", (await library.RunAsync("addins", "verify", disk.Folder)).Output, StringComparison.Ordinal);

        var (code, output, _) = await library.RunAsync("addins", "hash", disk.Folder);
        Assert.Equal((0, $"{FolderSignature.Hash(disk.Under("GoodAddin"))}  GoodAddin"), (code, output.TrimEnd()));
        library.Settings(new { TimeZone = "UTC", Addins = new { Allowed = output.Split(' ')[0] } });

        Assert.Equal(0, (await library.RunAsync("addins", "verify", disk.Folder)).Code);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("hash")]
    public async Task A_folder_that_is_not_there_is_named(string verb)
    {
        var nowhere = disk.Under("Nowhere");

        var (code, output, error) = await library.RunAsync("addins", verb, nowhere);

        Assert.Equal((2, "", $"Cannot run: There is no folder {nowhere}. Name an add-in's folder, or the folder that holds them."), (code, output, error.TrimEnd()));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("hash")]
    public async Task A_folder_without_an_add_in_is_not_read_through(string verb)
    {
        disk.Write("no add-in", "Photos", "holiday.txt");

        var (code, output, error) = await library.RunAsync("addins", verb, disk.Folder);

        Assert.Equal((2, "", $"Cannot run: There is no add-in in {disk.Folder}. Name an add-in's folder, with its <Name>.dll in it, or the folder that holds them."), (code, output, error.TrimEnd()));
    }
}
