using System.Globalization;
using IllAddins.Host.Scripting;
using IllAddins.Host.Scripting.Answers;
using IllAddins.Host.Scripting.Waiting;
using IllAddins.Tests.Architecture;
using IllAddins.Tests.Requests;
using NodaTime;
using Some = IllAddins.Tests.Scripting.Waiting.Some;

namespace IllAddins.Tests.Scripting.Examples;

/// <summary>Imports a made-up request for each question and asks an example about it. It arrives on Monday, 23 November 2026, at 10:00 unless the question says otherwise.</summary>
public sealed class ExampleDesk : IAsyncLifetime
{
    private const string OfUser = "User.";

    private static readonly PlaceCalendar Calendar = new(
        Some.Place("America/New_York", Some.WorkingDays) with { Courier = Some.Courier(IsoDayOfWeek.Monday, 5, "07:45", "13:00") });

    private TestRecord record = null!;
    private int number;

    public static string Folder { get; } = Path.Combine(Repository.Root, "scripts", "examples");

    public async Task InitializeAsync() => record = await TestRecord.NewAsync();

    public Task DisposeAsync()
    {
        record.Dispose();
        return Task.CompletedTask;
    }

    public static string FileOf(string example) => Path.Combine(Folder, example, "notify.lua");

    /// <summary>The answer with its reason and the end of its wait, in words.</summary>
    /// <param name="example">The example's folder.</param>
    /// <param name="hook">The function that is asked.</param>
    /// <param name="fields">Fields of the transaction and, with <c>User.</c> before it, of the user: <c>Pieces=2; User.Site=Law Library</c>.</param>
    internal async Task<string> AskAsync(string example, string hook, string fields) => await AskTextAsync(await File.ReadAllTextAsync(FileOf(example)), hook, fields);

    /// <summary>The same for any script.</summary>
    internal async Task<string> AskTextAsync(string text, string hook, string fields)
    {
        var request = await RequestAsync(fields.Split("; ").Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));
        using var script = Lua.Load(text);
        var said = script.Ask(hook, RequestTable.Of(request, Calendar), Lua.NewYork);
        return Answer(said.Answer) + (said.Reason is { } reason ? $" ({reason})" : "") + End(said.Answer, Instant.FromDateTimeOffset(request.ArrivedAt));
    }

    private async Task<IllRequest> RequestAsync(Dictionary<string, string> fields)
    {
        number++;
        var user = new Dictionary<string, string> { ["UserName"] = $"u{number}", ["NVTGC"] = "MAIN" };
        var transaction = new Dictionary<string, string>
        {
            ["TransactionNumber"] = $"{number}",
            ["Username"] = $"u{number}",
            ["ProcessType"] = "Borrowing",
            ["RequestType"] = "Loan",
            ["TransactionStatus"] = "In Transit to Pickup Location",
            ["TransactionDate"] = "2026-11-23T10:00:00",
        };
        foreach (var (field, value) in fields)
            if (field.StartsWith(OfUser, StringComparison.Ordinal))
                user[field[OfUser.Length..]] = value;
            else
                transaction[field] = value;
        Assert.Empty((await record.ImportAsync(Csv(user), Csv(transaction))).Problems);
        return Assert.Single(await record.Record.FindAsync([number], CancellationToken.None));
    }

    private static string Csv(Dictionary<string, string> row) => $"{string.Join(',', row.Keys)}\n{string.Join(',', row.Values)}\n";

    private static string Answer(ScriptAnswer answer) => answer switch
    {
        ScriptAnswer.Fault fault => fault.Why.ToString(),
        ScriptAnswer.Value { Content: null } => "nil",
        var other => AnswerWords.Of(other),
    };

    private static string End(ScriptAnswer answer, Instant arrived) => answer is not ScriptAnswer.Rest rest ? "" : Waits.End(rest.Wait, arrived, Calendar) switch
    {
        WaitEnd.At end => end.Moment.InZone(Calendar.Zone).ToString("' until 'ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        WaitEnd.Never never => " " + never.Why,
        _ => throw new InvalidOperationException(),
    };
}
