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
