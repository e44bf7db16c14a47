using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Web;
using IllAddins.Tests.Requests;
using IllAddins.Tests.Web;
using Microsoft.Extensions.Logging;

namespace IllAddins.Tests.Addins.Settings;

public sealed class AddinSettingsTests : IAsyncLifetime, IDisposable
{
    private readonly Dictionary<string, string> file = [];
    private readonly LogLines log = new() { Least = LogLevel.Information };
    private TestRecord record = null!;
    private AddinSettings settings = null!;

    public async Task InitializeAsync()
    {
        record = await TestRecord.NewAsync();
        settings = New();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        record.Dispose();
        log.Dispose();
    }

    [Fact]
    public void What_nobody_entered_is_the_default() =>
        Assert.Equal([null, "3", "0.05", "true", "Plain", null], SomeSettings.All.Select(setting => settings.Value("Sms", setting, null)));

    [Fact]
    public async Task A_sites_own_value_comes_before_that_of_all_and_that_before_the_file()
    {
        file["Addins:Sms:GatewayAddress"] = "https://file";
        Assert.Equal("https://file", settings.Value("Sms", SomeSettings.Address, "LAW"));

        await ChangeAsync(null, ("GatewayAddress", "https://all"));
        await ChangeAsync("LAW", ("GatewayAddress", "https://law"));

        Assert.Equal(("https://all", "https://law", "https://all"), (
            settings.Value("Sms", SomeSettings.Address, null), settings.Value("Sms", SomeSettings.Address, "LAW"), settings.Value("Sms", SomeSettings.Address, "MAIN")));
        Assert.Null(settings.Value("Other", SomeSettings.Address, "LAW"));
        await ChangeAsync("LAW", ("GatewayAddress", null));
        Assert.Equal("https://all", settings.Value("Sms", SomeSettings.Address, "LAW"));
    }

    [Theory]
    [InlineData("Tries", "0", "Found '0', expected a whole number from 1 to 9.")]
    [InlineData("Tries", "2.5", "Found '2.5', expected a whole number from 1 to 9.")]
    [InlineData("Price", "0.0001", "Found '0.0001', expected a number with at most 3 digits after the point from 0 to 2.")]
    [InlineData("Price", "a lot", "Found 'a lot', expected a number with at most 3 digits after the point from 0 to 2.")]
    [InlineData("Polite", "maybe", "Found 'maybe', expected true or false.")]
    [InlineData("Tone", "Rude", "Found 'Rude', expected one of: Plain, Warm.")]
    [InlineData("Token", "", "Found nothing, expected a secret. Enter it, or remove the one that is kept.")]
    [InlineData("Token", "a\nb", "Found a text with a line break or another control character, expected one line. Remove it.")]
    [InlineData("GatewayAddress", "http://x", "Found 'http://x', expected an address that begins with https://.")]
    [InlineData("Toke", "x", "Sms has no setting 'Toke'. It has: GatewayAddress, Tries, Price, Polite, Tone, Token.")]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_of_the_order_is_kept(string name, string value, string problem)
    {
        var problems = await ChangeAsync(null, name == "Tries" ? ("Tone", "Warm") : ("Tries", "4"), (name, value));

        Assert.Equal(problem, Assert.Single(problems).Value);
        Assert.Equal("0", record.Value("SELECT COUNT(*) FROM AddinSettings"));
    }

    [Fact]
    public async Task A_setting_of_all_sites_has_no_value_for_one()
    {
        Assert.Equal("This setting has one value for all sites. Set it for all.", Assert.Single(await ChangeAsync("LAW", ("Tries", "4"))).Value);
        await ChangeAsync(null, ("Tries", "4"));
        Assert.Equal("4", settings.Value("Sms", SomeSettings.Tries, "LAW"));
    }

    [Fact]
    public async Task A_secret_is_stored_encrypted_read_by_another_process_and_never_logged()
    {
        Assert.Empty(await ChangeAsync(null, ("Token", "hush-4711")));

        Assert.Equal("hush-4711", New().Value("Sms", SomeSettings.Token, null));
        Assert.DoesNotContain("4711", record.Value("SELECT Value FROM AddinSettings"), StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("4711", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("ann changed the setting Token of Sms for all sites.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_whose_key_is_gone_reads_as_none_and_says_what_to_do()
    {
        await ChangeAsync(null, ("Token", "hush-4711"));
        Directory.Delete(Path.Combine(record.Folder, "keys"), recursive: true);

        Assert.Null(New().Value("Sms", SomeSettings.Token, null));
        Assert.Equal(
            "The key that it was encrypted with is no longer in the data folder's folder 'keys'. Enter it again, or restore the folder.",
            New().Standing("Sms", SomeSettings.Token, null).Trouble);
    }

    [Fact]
    public async Task What_another_version_of_the_addin_took_gives_way_to_the_default_and_is_told()
    {
        await ChangeAsync(null, ("Tries", "8"));
        var narrower = SomeSettings.Tries with { Most = 5 };

        Assert.Equal("3", settings.Value("Sms", narrower, null));
        Assert.Equal("Found '8', expected a whole number from 1 to 5. The default holds until it is corrected.", settings.Standing("Sms", narrower, null).Trouble);
    }

    [Fact]
    public async Task A_check_that_throws_keeps_nothing_and_names_the_addin()
    {
        var broken = SomeSettings.Address with { Problem = _ => throw new InvalidOperationException("No check today.") };

        var problems = await new SettingChanges(settings, new AddinLimits(), record.Clock).ApplyAsync(Order(null, [broken], ("GatewayAddress", "x")), CancellationToken.None);

        Assert.Equal("Nothing was kept: Sms failed in the check of its setting 'GatewayAddress': InvalidOperationException: No check today.", Assert.Single(problems).Value);
    }

    [Fact]
    public void A_setting_that_is_described_badly_is_refused()
    {
        var registrations = new AddinRegistrations("Sms", TakenNames.None);

        Assert.Equal(
            "Sms registers the setting 'Gateway:Address'. Its name is a letter, then letters and digits, at most 60, e.g. 'GatewayAddress'.",
            Assert.Throws<InvalidOperationException>(() => registrations.Add(SomeSettings.Address with { Name = "Gateway:Address" })).Message);
        Assert.Equal(
            "Sms registers the setting 'Tries' whose Default 3 is not between Least 5 and Most 9. Correct them.",
            Assert.Throws<InvalidOperationException>(() => registrations.Add(SomeSettings.Tries with { Least = 5 })).Message);
        registrations.Add(SomeSettings.Tries);
        Assert.Equal(
            "Sms registers two settings named 'tries'. Each setting of an add-in needs a name of its own; rename one.",
            Assert.Throws<InvalidOperationException>(() => registrations.Add(SomeSettings.Tries with { Name = "tries" })).Message);
    }

    private AddinSettings New() => new(record.Database, StoredKeys.Seal(record.Folder), key => file.GetValueOrDefault(key), record.Clock, log.CreateLogger("settings"));

    private Task<IReadOnlyDictionary<string, string>> ChangeAsync(string? site, params (string Name, string? Value)[] entered) =>
        new SettingChanges(settings, new AddinLimits(), record.Clock).ApplyAsync(Order(site, SomeSettings.All, entered), CancellationToken.None);

    private static SettingOrder Order(string? site, IReadOnlyList<AddinSetting> known, params (string Name, string? Value)[] entered) => new()
    {
        Addin = "Sms",
        Known = [.. known.Select(setting => new Contributed<AddinSetting>("Sms", setting))],
        Site = site,
        Entered = entered.ToDictionary(change => change.Name, change => change.Value),
        By = "ann",
    };
}
