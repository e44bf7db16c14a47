using IllAddins.Host.Cli;

namespace IllAddins.Tests.Cli;

public sealed class SettingsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("illaddins-settings-").FullName;

    private string File => Path.Combine(folder, "appsettings.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_changed_file_counts_at_the_next_reading()
    {
        Write("""{ "Mail": { "Host": "one.example" } }""");
        var settings = new SettingsFile(folder, withEnvironment: false);
        Assert.Equal("one.example", settings.Value("Mail:Host"));

        Write("""{ "Mail": { "Host": "second.example" } }""");

        Assert.Equal("second.example", settings.Value("mail:host"));
        Assert.Null(settings.Value("Mail:Port"));
    }

    [Theory]
    [InlineData("""{ "Mail": { "Hots": "smtp.example" } }""", "Mail:Hots is no setting. Did you mean Mail:Host?")]
    [InlineData("""{ "Mial": { "Host": "smtp.example" } }""", "Mial:Host is no setting. Did you mean Mail:Host?")]
    [InlineData("""{ "mail": { "sites": { "LAW": { "Usre": "x" } } } }""", "mail:sites:LAW:Usre is no setting. Did you mean mail:sites:LAW:User?")]
    [InlineData("""{ "Mail": { "Sites": { "LAW": { "FromAddress": "x" } } } }""", "Mail:Sites:LAW:FromAddress is no setting.")]
    [InlineData("""{ "Mail": { "Sites": { "LAW": "smtp.example" } } }""", "Mail:Sites:LAW is no setting.")]
    [InlineData("""{ "Mail": { "RetryMinutes": [1, 5] } }""", "Mail:RetryMinutes:0 is no setting: the value of Mail:RetryMinutes is one text, not a list or an object.")]
    [InlineData("""{ "Mail": "smtp.example" }""", "Mail is no setting.")]
    [InlineData("""{ "Addins": { "Alowed": "00" } }""", "Addins:Alowed is no setting. Did you mean Addins:Allowed?")]
    [InlineData("""{ "Addins": { "Allowed": { "Slips": "00" } } }""", "Addins:Allowed:Slips is no setting: the value of Addins:Allowed is one text, not a list or an object.")]
    [InlineData("""{ "Letters": { "Sites": { "LAW": { "Envelop": "DL" } } } }""", "Letters:Sites:LAW:Envelop is no setting. Did you mean Letters:Sites:LAW:Envelope?")]
    public void A_name_that_is_no_setting_is_not_taken_for_one_that_is_not_set(string text, string expected)
    {
        Write(text);
        Assert.Equal($"In the settings {File}, {expected} Correct it; README lists the settings.", Assert.Throws<InvalidDataException>(() => new SettingsFile(folder, withEnvironment: false)).Message);
    }

    [Fact]
    public void Sections_of_add_ins_and_of_others_are_left_to_them()
    {
        Write("""{ "Addins": { "BranchSlips": { "Printer": "x", "Sites": { "LAW": { "Printer": "y" } } } }, "Mails": { "Folder": "x" }, "Logging": { "LogLevel": { "Default": "None" } }, "TEST_KILLS": "5", "timezone": "UTC", "LETTERS": { "sites": { "x": { "code": "QR" } } } }""");
        Assert.Equal("x", new SettingsFile(folder, withEnvironment: false).Value("Addins:BranchSlips:Printer"));
    }

    [Theory]
    [InlineData("""{ "Mail": { "Sites": { "LWA": { "Host": "x" }, "law": { "Host": "y" } } } }""", "Mail:Sites:LWA (did you mean LAW?)")]
    [InlineData("""{ "Mail": { "Sites": { "GONE": { "User": "x", "Host": "y" } } }, "letters": { "sites": { "MUSIC": { "Code": "QR" } } } }""", "Letters:Sites:MUSIC, Mail:Sites:GONE")]
    public void Settings_for_a_site_that_does_not_exist_are_named(string text, string expected)
    {
        Write(text);
        Assert.Equal(
            $"In the settings {File}, no site has the code of {expected}; what stands there counts for nobody. Correct the code; see: sites list",
            new SettingsFile(folder, withEnvironment: false).Trouble(["ILL", "LAW"]),
            ignoreCase: true);
    }

    [Fact]
    public void Settings_for_sites_that_exist_are_no_trouble_and_those_that_broke_later_are()
    {
        Write("""{ "Mail": { "Host": "x", "Sites": { "law": { "Host": "y" } } } }""");
        var settings = new SettingsFile(folder, withEnvironment: false);
        Assert.Null(settings.Trouble(["ILL", "LAW"]));

        Write("{");
        Assert.StartsWith($"The settings {File} cannot be read: found no valid JSON in line 1, ", settings.Trouble(["ILL", "LAW"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Allowed_add_ins_may_be_a_list()
    {
        Write($$"""{ "Addins": { "Allowed": ["{{new string('a', 64)}}", "{{new string('b', 64)}}"] } }""");
        var settings = new SettingsFile(folder, withEnvironment: false);
        Assert.Equal($"{new string('a', 64)} {new string('b', 64)}", IllAddins.Host.Addins.AllowedAddins.Read(settings.Value)!.ToString());
    }

    [Fact]
    public void README_lists_every_setting()
    {
        var listed = Architecture.Repository.Lines("README.md").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line.Split('|')[1], "`([A-Z][A-Za-z]*(?::[A-Za-z]+)?)`")).Select(found => found.Groups[1].Value);
        Assert.Equal(KnownSettings.Names.Order(StringComparer.Ordinal), listed.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_comes_later_counts()
    {
        var settings = new SettingsFile(folder, withEnvironment: false);
        Assert.Null(settings.Value("Mail:Host"));

        Write("""{ "Mail": { "Host": "one.example" } }""");

        Assert.Equal("one.example", settings.Value("Mail:Host"));
    }

    // Read as empty, mails would go to a folder and count as sent.
    [Theory]
    [InlineData("")]
    [InlineData("""{ "Mail": { "Host": """)]
    public void A_file_that_breaks_later_is_an_error_until_it_is_mended(string broken)
    {
        Write("""{ "Mail": { "Host": "one.example" } }""");
        var settings = new SettingsFile(folder, withEnvironment: false);

        Write(broken);
        Assert.StartsWith($"The settings {File} cannot be read: found no valid JSON in line 1, ", Assert.Throws<InvalidDataException>(() => settings.Value("Mail:Host")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => settings.Value("Mail:Port"));

        Write("""{ "Mail": { "Host": "mended.example" } }""");
        Assert.Equal("mended.example", settings.Value("Mail:Host"));
    }

    [Fact]
    public void A_file_that_vanishes_is_an_error()
    {
        Write("""{ "Mail": { "Host": "one.example" } }""");
        var settings = new SettingsFile(folder, withEnvironment: false);

        System.IO.File.Delete(File);

        Assert.Equal(
            $"The settings {File} are gone; they were there at the start. Put the file back, or start again without it.",
            Assert.Throws<InvalidDataException>(() => settings.Value("Mail:Host")).Message);
    }

    private void Write(string text) => System.IO.File.WriteAllText(File, text);
}
