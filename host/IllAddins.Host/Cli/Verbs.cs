using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IllAddins.Host.Addins;
using Microsoft.Extensions.Logging;

namespace IllAddins.Host.Cli;

/// <summary>What the verbs have in common: the folders, the clock, and how a verb that cannot run says so.</summary>
public sealed class Verbs(FolderOptions folders, TimeProvider clock, LoadAddin? load)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For a terminal, not for a page: names and titles stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public TimeProvider Clock => clock;

    /// <summary>The option that every verb with an answer takes.</summary>
    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON value instead of text" };

    /// <summary>Prints a value as JSON.</summary>
    public static void Print(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Makes the action of a verb that works on an installation without serving it.</summary>
    public void Set(Command command, Func<Installation, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, cancellationToken) => GuardAsync(parsed, async () =>
        {
            using var logs = Logs(LogLevel.Warning);
            await using var installation = await OpenAsync(parsed, logs, cancellationToken);
            return await run(installation, parsed, cancellationToken);
        }));

    /// <summary>Opens the installation that a call names.</summary>
    public Task<Installation> OpenAsync(ParseResult parsed, ILoggerFactory logs, CancellationToken cancellationToken) =>
        Installation.OpenAsync(folders.Of(parsed, Environment.CurrentDirectory), clock, logs, withEnvironment: true, cancellationToken, load: load);

    /// <summary>The folders that a call names, below another home.</summary>
    public HostFolders FoldersOf(ParseResult parsed, string home) => folders.Of(parsed, home);

    /// <summary>Starts the add-ins for a verb that is nothing without them.</summary>
    /// <exception cref="InvalidOperationException">There is no add-ins folder.</exception>
    public static async Task StartAddinsAsync(Installation installation, CancellationToken cancellationToken, bool safeMode = false)
    {
        if (await installation.StartAddinsAsync(cancellationToken, safeMode) is AddinScan.NoFolder none)
            throw new InvalidOperationException(none.Message);
    }

    /// <summary>Reads a whole number; the parser's own message would name a .NET type.</summary>
    public static int Number(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            result.AddError($"Found '{text}', expected a whole number for {Asked(result.Parent) ?? result.Argument.Name}.");
        return number;
    }

    /// <inheritdoc cref="Number"/>
    public static int? NumberOrNone(ArgumentResult result) => Number(result);

    /// <summary>Has a number refused that is out of its range.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The most that is taken.</param>
    /// <returns>The same option.</returns>
    public static Option<int> Within(Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            // Asked for its value, an option that holds no number throws; that it does is said by its parser.
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var found) && (found < least || found > most))
                result.AddError($"{option.Name}: found {found}, expected {least} to {most}.");
        });
        return option;
    }

    /// <summary>Turns what keeps a verb from running at all into a sentence and an exit code.</summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (KeepsFromRunning(fault))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Cannot run: {fault.Message}");
            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped before the end. What was done until then is kept; the same command goes on with the rest.");
            return ExitCode.CannotRun;
        }
    }

    /// <summary>What may keep a verb from running: files, rights, the database, settings.</summary>
    public static bool KeepsFromRunning(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or DbException or InvalidOperationException or InvalidDataException or FormatException or TimeZoneNotFoundException;

    private static string? Asked(SymbolResult? result) => (result as OptionResult)?.Option.Name;

    /// <summary>Logs on standard error, so that standard output stays the verb's answer.</summary>
    public static ILoggerFactory Logs(LogLevel least) => LoggerFactory.Create(logging => logging
        .SetMinimumLevel(least)
        // The keys lie in the data folder, whose rights guard them; there is no other key to encrypt them with.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        // It writes down every address, and those of the endpoints of add-ins may name a patron; and each step of each answer.
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        // Said by the verb itself, in a sentence.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
        .AddFilter("IllAddins.Host.Addins.AddinRoster", least > LogLevel.Information ? LogLevel.Critical : LogLevel.Information)
        .AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, least > LogLevel.Information ? null : "yyyy-MM-dd'T'HH:mm:ss'Z' "))
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
}
