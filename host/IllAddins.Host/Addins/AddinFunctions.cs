using System.Diagnostics;
using System.Runtime.CompilerServices;
using IllAddins.Host.Scripting.Api;
using IllAddins.Host.Scripting.Offers;

namespace IllAddins.Host.Addins;

/// <summary>The script functions of the add-ins that run, as scripts call them: within the time that the script has, and contained.</summary>
/// <param name="roster">Knows which add-ins are there, and which run.</param>
/// <param name="clock">For the limits of time.</param>
/// <param name="log">Told of failures in full.</param>
public sealed class AddinFunctions(AddinRoster roster, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan LeastLimit = TimeSpan.FromMilliseconds(1);

    // Weak: what was made of a generation's descriptions goes when nobody calls that generation any more.
    private readonly ConditionalWeakTable<ScriptFunction, ApiFunction> described = [];

    /// <summary>What scripts can call now.</summary>
    public ScriptOffers Offers => new() { Find = Find, All = All };

    private IReadOnlyList<OfferedGroup> All() =>
        [.. roster.Contributed<ScriptFunction>().GroupBy(function => function.Addin, StringComparer.Ordinal).Select(group => new OfferedGroup { Name = group.Key, Functions = [.. group.Select(Offered)] })];

    private OfferedGroup? Find(string name)
    {
        OfferedFunction[] functions = [.. roster.Contributed<ScriptFunction>().Where(function => function.Addin == name).Select(Offered)];
        if (functions.Length > 0)
            return new OfferedGroup { Name = name, Functions = functions };
        return roster.Entries.Any(entry => entry.Name == name && entry.State is not AddinState.Running)
            ? new OfferedGroup { Name = name, Functions = [], Absent = $"the add-in {name} does not run now. See: addins list" }
            : null;
    }

    private OfferedFunction Offered(Contributed<ScriptFunction> function)
    {
        var api = described.GetValue(function.Item, item => Describe(function.Addin, item));
        return new OfferedFunction { Api = api, Call = (arguments, left) => Call(function, api.Name, arguments, left) };
    }

    // A script waits on its own thread: it has no other work meanwhile.
    private OfferedAnswer Call(Contributed<ScriptFunction> function, string name, IReadOnlyList<object?> arguments, TimeSpan left)
    {
        var call = new AddinCall { Addin = function.Addin, What = CallWords.ScriptFunction(name), Limit = left > LeastLimit ? left : LeastLimit, Clock = clock };
        var outcome = function.RunAsync(call, (item, _) => Task.FromResult(Plain(item.Run(new ScriptFunctionCall { Arguments = arguments }))), CancellationToken.None).GetAwaiter().GetResult();
        switch (outcome)
        {
            case AddinOutcome<object?>.Completed completed:
                return new OfferedAnswer.Value(completed.Value);
            case AddinOutcome<object?>.Failed { StillRunning: not null } late:
                log.LogError("{Message}", late.Message);
                return new OfferedAnswer.TooSlow($"{name}: the add-in {function.Addin} did not answer within the {left.TotalMilliseconds:0} ms that were left to the script.");
            case AddinOutcome<object?>.Failed failed:
                log.LogError(failed.Exception, "{Message}", failed.Message);
                return new OfferedAnswer.Failed($"{name}: {failed.Message}");
            default:
                throw new UnreachableException();
        }
    }

    private static object? Plain(object? answer) =>
        OfferedCalls.Flaw(answer) is { } flaw ? throw new InvalidOperationException($"It answered {flaw}.") : answer;

    private static ApiFunction Describe(string addin, ScriptFunction function) => new()
    {
        Name = $"{addin}.{function.Name}",
        Description = function.Description,
        Returns = [$"{TypeOf(function.Returns)}?"],
        Parameters = [.. function.Parameters.Select(parameter => new ApiParameter { Name = parameter.Name, Type = TypeOf(parameter.Kind), Description = parameter.Description, Optional = parameter.Optional })],
    };

    private static string TypeOf(ScriptKind kind) => kind switch
    {
        ScriptKind.Text => "string",
        ScriptKind.Number => "number",
        ScriptKind.Flag => "boolean",
        _ => throw new UnreachableException(),
    };
}
