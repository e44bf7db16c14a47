using IllAddins.Host.Cli;
using IllAddins.Tests.Addins;
using IllAddins.Tests.Road;

namespace IllAddins.Tests.Cli;

/// <summary>Verbs that an add-in of anybody's brings, as a shell sees them.</summary>
public sealed class AddinVerbTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();
    private readonly AddinsOnDisk addins = new();

    public Task InitializeAsync()
    {
        addins.Lay("GoodAddin");
        return library.ImportAsync(
            "UserName,FirstName,NVTGC,NotificationMethod,Phone\nann,Ann,MAIN,Phone,1\n",
            "TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,LoanTitle\n7,ann,Borrowing,Loan,Awaiting Customer Contact,Moss\n");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        library.Dispose();
        addins.Dispose();
    }

    [Fact]
    public async Task A_verb_gets_what_stands_on_the_line_read_and_checked()
    {
        Assert.Equal(
            (0, """
            by   whom  times  manner  again  most
            ann  Bob   -3     Loudly  yes    9

            """, ""),
            await RunAsync("good", "tell", "Bob", "-3", "--manner", "LOUDLY", "--again", "--most", "9", "--by", "ann"));
        Assert.Equal(
            (0, """
            [
              {
                "by": "ann",
                "whom": "Bob",
                "times": 1,
                "manner": null,
                "again": false,
                "most": null
              }
            ]

            """, ""),
            await RunAsync("good", "tell", "Bob", "1", "--by", "ann", "--json"));
    }

    [Theory]
    [InlineData("--manner: found 'shyly', expected one of Kindly, Loudly.", "tell", "Bob", "1", "--manner", "shyly")]
    [InlineData("Found 'x', expected a whole number for TIMES.", "tell", "Bob", "x")]
    [InlineData("Found '1.5', expected a whole number for --most.", "tell", "Bob", "1", "--most", "1.5")]
    [InlineData("Unrecognized command or argument '--by'.", "two", "--by", "ann")]
    public async Task What_a_verb_cannot_take_never_reaches_it(string complaint, params string[] line)
    {
        var (code, output, error) = await RunAsync(["good", .. line]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_tables_are_one_answer_and_no_text_steers_the_terminal()
    {
        Assert.Equal(
            (0, """
            At     2026-03-02 09:30:00 +01:00
            Label
              first line
              second [31mline

            Items
            N   Of
            7   System.String
            12

            """, ""),
            await RunAsync("good", "two"));
        Assert.Equal(
            (0, """
            {
              "box": {
                "at": "2026-03-02T09:30:00+01:00",
                "label": "first line\nsecond \u001B[31mline",
                "none": null
              },
              "items": [
                {
                  "n": 7,
                  "of": "System.String"
                },
                {
                  "n": 12
                }
              ]
            }

            """, ""),
            await RunAsync("good", "two", "--json"));
    }

    [Fact]
    public async Task A_refusal_is_told_and_a_failure_names_the_add_in()
    {
        Assert.Equal((1, "", "Not today.\n"), await RunAsync("good", "refuse"));
        Assert.Equal((1, "{\n  \"message\": \"Not today.\",\n  \"refused\": true\n}\n", "Not today.\n"), await RunAsync("good", "refuse", "--json"));
        Assert.Equal((2, "", "GoodAddin failed in verb 'good throw': InvalidOperationException: the box was empty.\n"), await RunAsync("good", "throw"));
        var (code, _, error) = await RunAsync("good", "nothing");
        Assert.Equal((2, "GoodAddin failed in verb 'good nothing': InvalidOperationException: It answered null, expected a VerbAnswer.\n"), (code, error));
    }

    [Fact]
    public async Task The_help_names_the_verbs_of_add_ins_and_the_hosts_own_count_before_them()
    {
        var help = await RunAsync("--help");
        var good = await RunAsync("good", "--help");
        var requests = await RunAsync("requests", "--help");
        var swept = await RunAsync("sweep", "--once");

        Assert.Contains("\n  good       What a good add-in can be asked.\n", help.Output, StringComparison.Ordinal);
        Assert.Equal("GoodAddin brings the verb 'sweep', and there is one of that name already: that one counts.\n", help.Error);
        Assert.Contains("\n  tell <WHOM> <TIMES>  Tells what it was given.\n", good.Output, StringComparison.Ordinal);
        Assert.Contains("\n  greet <TN>           Greets. Exit code 1 if nothing was done.\n", requests.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Swept by the add-in", swept.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_of_a_panel_is_a_verb_of_requests()
    {
        Assert.Equal((0, "ann greets 7.\n", ""), await RunAsync("requests", "greet", "7", "--by", "ann"));
        Assert.Equal((1, "", $"There is no request 8 in {library.Data}. Check the number, or name another data folder with --data.\n"), await RunAsync("requests", "greet", "8"));
    }

    [Fact]
    public async Task A_word_that_nobody_has_is_refused_and_add_ins_that_do_not_run_are_named()
    {
        addins.Write("no assembly", "Broken", "Broken.dll");

        var (code, output, error) = await RunAsync("goood");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Refused: ", error, StringComparison.Ordinal);
        Assert.Contains("Broken", error, StringComparison.Ordinal);
        Assert.Contains("Unrecognized command or argument 'goood'.", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_not_understood_makes_no_data_folder()
    {
        var nowhere = addins.Under("nowhere");

        var (code, _, error) = await RunIn(nowhere, "good", "two");

        Assert.Equal(2, code);
        Assert.EndsWith(
            $"\nVerbs of add-ins were not looked up: there is no database {Path.Combine(nowhere, "illaddins.db")} yet. Import something first, or name another folder with --data DIR.\n",
            error,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task What_keeps_the_verbs_of_add_ins_away_is_the_last_that_is_said()
    {
        library.Settings(new { Mail = new { Hots = "smtp.library.example" } });

        var (code, _, error) = await RunAsync("good");

        Assert.Equal(2, code);
        Assert.Equal(
            $"Verbs of add-ins were not looked up: In the settings {Path.Combine(library.Data, "appsettings.json")} or the environment (ILLADDINS_...), Mail:Hots is no setting. Did you mean Mail:Host? Correct it; README lists the settings.",
            error.TrimEnd('\n').Split('\n')[^1]);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunIn(library.Data, args);

    private async Task<(int Code, string Output, string Error)> RunIn(string data, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. args, "--data", data, "--scripts", library.Scripts, "--addins", addins.Folder], library.Clock, output, error);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
