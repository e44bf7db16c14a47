using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

public sealed class KeysVerbTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task A_key_is_printed_once_listed_without_itself_and_revoked()
    {
        await library.RunAsync("sites", "set", "MAIN", "--name", "Main Library");

        var (code, output, error) = await library.RunAsync("keys", "add", "VuFind", "--site", "main", "--per-minute", "60");
        Assert.Equal((0, "Key 1 is for VuFind at MAIN. It is shown once:\n"), (code, error.ReplaceLineEndings("\n")));
        Assert.Matches("^[A-Za-z0-9_-]{43}\r?\n$", output);

        Assert.Equal(
            (0, "  Id  Consumer                 Site     Per minute  Created          Last used        State\n   1  VuFind                   MAIN             60  2026-03-02 15:00 -                good\n", ""),
            await RunAsync("keys", "list"));
        Assert.DoesNotContain(output.Trim(), (await library.RunAsync("keys", "list", "--json")).Output, StringComparison.Ordinal);
        Assert.Equal((0, "Key 1 is revoked.\n", ""), await RunAsync("keys", "revoke", "1"));
        Assert.Equal((1, "", "There is no key 1 that is good. See: keys list\n"), await RunAsync("keys", "revoke", "1"));
        Assert.Contains("revoked 2026-03-02 15:00 by ", (await RunAsync("keys", "list")).Output, StringComparison.Ordinal);
        Assert.Equal((1, "", "There is no site 'MED'. See: sites list\n"), await RunAsync("keys", "add", "VuFind", "--site", "MED"));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (code, output, error) = await library.RunAsync(args);
        return (code, output.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }
}
