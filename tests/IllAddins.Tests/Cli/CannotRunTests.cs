using IllAddins.Host.Cli;
using IllAddins.Tests.Road;
using Microsoft.Data.Sqlite;

namespace IllAddins.Tests.Cli;

/// <summary>Exit code 2, nothing on standard output, and a sentence that helps.</summary>
public sealed class CannotRunTests : IDisposable
{
    private readonly Library library = new();

    public void Dispose() => library.Dispose();

    [Theory]
    [InlineData("sweep", "sweep needs --once: it sweeps and ends. To keep the sweeps going, use 'run'.")]
    [InlineData("requests show abc", "Found 'abc', expected a whole number for TN.")]
    [InlineData("sites set X --default-delay soon", "Found 'soon', expected a whole number for --default-delay.")]
    [InlineData("requests route 1 ", "STATUS: found an empty text, expected a value.")]
    [InlineData("requests route 1 Sent\nNotified", "STATUS: found a line break or another control character, expected one line. Remove it.")]
    [InlineData("requests route 1 Sent --by a\tb", "--by: found a line break or another control character, expected one line. Remove it.")]
    [InlineData("users add a\nb", "NAME: found a line break or another control character, expected one line. Remove it.")]
    [InlineData("requests route 1 Sent --by ", "--by: found an empty text, expected a value.")]
    [InlineData("import --users ", "--users: found an empty text, expected a value.")]
    [InlineData("scripts rehearse --site MAIN --days soon", "Found 'soon', expected a whole number for --days.")]
    [InlineData("scripts rehearse --site MAIN --days 367", "--days: found 367, expected 0 to 366.")]
    [InlineData("scripts log --site MAIN --tail soon", "Found 'soon', expected a whole number for --tail.")]
    [InlineData("forecast --site MAIN --days 99999999999", "Found '99999999999', expected a whole number for --days.")]
    [InlineData("import", "import needs --users FILE, --transactions FILE, or both.")]
    [InlineData("users add", "Required argument 'NAME' missing for command: 'add'.")]
    [InlineData("sites", "Required command was not provided.")]
    [InlineData("sites list --scripts=", "Required argument missing for option: '--scripts")]
    [InlineData("run --urls http://127.0.0.1:5081", "The address to listen on is named with --listen, e.g. --listen http://127.0.0.1:5080; --urls is no option here.")]
    [InlineData("run --listen nonsense", "--listen: found 'nonsense', expected http://, an IP address and a port, such as http://127.0.0.1:5080.")]
    public async Task A_line_that_is_not_understood_is_told_with_help_on_standard_error(string line, string expected)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(line.Split(' '), library.Clock, output, error);

        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.StartsWith(expected, error.ToString().Trim(), StringComparison.Ordinal);
        Assert.Contains("Usage:", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://127.0.0.1:0", null)]
    [InlineData("http://[::1]:5080", null)]
    [InlineData("http://localhost:5080", null)]
    [InlineData("http://0.0.0.0:80", null)]
    [InlineData("", "--listen: found '', expected http://, an IP address and a port, such as http://127.0.0.1:5080.")]
    [InlineData("http://127.0.0.1:80x", "--listen: found 'http://127.0.0.1:80x', expected http://, an IP address and a port, such as http://127.0.0.1:5080.")]
    [InlineData("http://127.0.0.1:99999", "--listen: found 'http://127.0.0.1:99999', expected http://, an IP address and a port, such as http://127.0.0.1:5080.")]
    [InlineData("https://127.0.0.1:0", "--listen: found 'https://127.0.0.1:0', but the host speaks plain http. Listen on http://127.0.0.1:5080, and put a TLS proxy in front for other machines.")]
    [InlineData("http://localhost:0", "--listen: found 'http://localhost:0'; a free port can be taken on an IP address alone: http://127.0.0.1:0.")]
    [InlineData("http://ill.example:80", "--listen: found the name 'ill.example', expected an IP address, such as http://127.0.0.1:5080, or http://0.0.0.0:5080 for every address of this machine.")]
    public void An_address_is_checked_before_anything_starts(string address, string? problem) => Assert.Equal(problem, ListenAddress.Problem(address));

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = library.File("afile", "");

        await CannotAsync($"The data folder {file} cannot be made: it is a file. Name a folder that may be written, with --data DIR.", file);
    }

    [Fact]
    public async Task A_database_that_is_none_is_named()
    {
        File.WriteAllText(Path.Combine(library.Data, "illaddins.db"), new string('x', 9000));

        await CannotAsync(
            $"The database {library.Data}/illaddins.db cannot be opened: SQLite Error 26: 'file is not a database'. "
            + "Restore it from a backup, give this account the right to write it, or name another folder with --data DIR.");
    }

    [Fact]
    public async Task A_database_of_a_later_release_is_left_alone()
    {
        await library.RunAsync("sites", "list");
        using (var connection = new SqliteConnection($"Data Source={library.Data}/illaddins.db;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Migrations (Owner, Number, RunAt) VALUES ('host', 99, '')";
            command.ExecuteNonQuery();
        }

        var (code, output, error) = await library.RunAsync("sites", "list");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Cannot run: The database was brought to version 99 of 'host' by a later release; this one knows ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_are_named_with_the_line()
    {
        File.WriteAllText(Path.Combine(library.Data, "appsettings.json"), "{\n  \"Mail\": {,\n}");

        await CannotAsync(
            $"The settings {library.Data}/appsettings.json cannot be read: found no valid JSON in line 2, expected an object such as {{ \"Mail\": {{ \"Host\": \"smtp.example.org\" }} }}. "
            + "Mend the file; README lists the settings.");
    }

    [Fact]
    public async Task A_time_zone_of_the_settings_that_is_none_is_named()
    {
        library.Settings(new { TimeZone = "Nowhere/None" });

        await CannotAsync("The setting TimeZone is 'Nowhere/None', expected an IANA name such as America/New_York. Correct it in appsettings.json or ILLADDINS_TimeZone.");
    }

    [Fact]
    public async Task A_sender_of_the_settings_that_is_none_is_named()
    {
        library.Settings(new { Mail = new { FromAddress = "the library" } });

        await CannotAsync("The setting Mail:FromAddress is 'the library', expected one mail address such as ill@library.example. Correct it in appsettings.json or ILLADDINS_Mail__FromAddress.");
    }

    [Theory]
    [InlineData("addins", "list")]
    [InlineData("sweep", "--once")]
    [InlineData("run")]
    public async Task Without_an_addins_folder_nothing_is_done(params string[] verb)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var nowhere = Path.Combine(library.Data, "nowhere");

        var code = await CommandLine.RunAsync([.. verb, "--data", library.Data, "--addins", nowhere], library.Clock, output, error);

        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.EndsWith(
            $"Cannot run: There is no add-ins folder '{nowhere}'; expected a folder for each add-in, such as '{nowhere}/CustomerContact/CustomerContact.dll'. "
            + "Create it, or name another folder with --addins.\n",
            error.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an iCalendar file (.ics)", "calendars", "import", "ILL")]
    [InlineData("the text of a script", "scripts", "publish", "--site", "ILL")]
    [InlineData("the text of a script", "scripts", "rehearse", "--site", "ILL", "--script")]
    [InlineData("a file whose first line is the password", "users", "add", "ann", "--password-file")]
    public async Task A_file_that_is_not_there_or_a_folder_is_named_with_what_was_expected(string what, params string[] verb)
    {
        var missing = Path.Combine(library.Data, "nothing", "there");

        Assert.Equal((2, "", $"Cannot run: There is no file {missing}; expected {what}. Check the path.\n"), await library.RunAsync([.. verb, missing]));
        Assert.Equal((2, "", $"Cannot run: {library.Data} is a folder; expected {what}. Name the file in it.\n"), await library.RunAsync([.. verb, library.Data]));
    }

    [Fact]
    public async Task The_demo_keeps_its_hands_off_a_database_that_is_there()
    {
        await library.RunAsync("sites", "list");

        var (code, output, error) = await library.RunAsync("demo");

        Assert.Equal(
            (2, "", $"Cannot run: The demo makes up users and requests, and {library.Data} holds a database already. Start it without --data, or with a new folder.\n"),
            (code, output, error));
    }

    private async Task CannotAsync(string sentence, string? data = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["sites", "list", "--json", "--data", data ?? library.Data], library.Clock, output, error);

        Assert.Equal((2, "", $"Cannot run: {sentence}\n"), (code, output.ToString(), error.ToString()));
    }
}
