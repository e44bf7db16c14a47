using System.Diagnostics;
using IllAddins.Host.Scripting.Libraries;
using NodaTime;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>Says of a text whether it may decide: it compiles, its top level runs, and it defines what is asked.</summary>
/// <param name="engine">Loads it.</param>
/// <param name="limits">What loading may cost.</param>
/// <param name="libraries">Reads what scripts can load with <c>require</c> now.</param>
internal sealed class ScriptJudge(IScriptEngine engine, ScriptLimits limits, Func<ScriptLibraries> libraries)
{
    private static readonly ScriptTable Nothing = new("request", new Dictionary<string, object?>());

    // No code of the script runs when a function is asked for that it does not have.
    private static readonly SiteClock NoMoment = new(DateTimeOffset.UnixEpoch, DateTimeZone.Utc);

    /// <summary>Judges a text with the libraries that lie in the folder now.</summary>
    public ScriptVerdict Judge(ScriptSource source) => JudgeAsIs(source with { Libraries = libraries() });

    /// <summary>Judges a text with the libraries that it brings.</summary>
    public ScriptVerdict JudgeAsIs(ScriptSource source)
    {
        switch (engine.Load(source, limits))
        {
            case ScriptLoad.Loaded loaded:
                using (var script = loaded.Script)
                    return Shape(source, script);
            case ScriptLoad.Refused refused:
                return new ScriptVerdict(refused.Why, [], [], ScriptLibraries.None);
            default:
                throw new UnreachableException();
        }
    }

    private static ScriptVerdict Shape(ScriptSource source, ILoadedScript script)
    {
        foreach (var hook in ScriptHooks.Names.Except(script.Functions, StringComparer.Ordinal))
            if (script.Ask(hook, Nothing, NoMoment).Answer is ScriptAnswer.Fault unfit)
                return new ScriptVerdict(unfit.Why, script.Functions, [], ScriptLibraries.None);
        var remarks = ScriptHooks.Remarks(script.Functions);
        return new ScriptVerdict(remarks.Count == 0 ? null : new ScriptFault(source.File, null, string.Join(" ", remarks)), script.Functions, remarks, source.Libraries.Only(script.Libraries));
    }
}

/// <summary>What came of judging a text.</summary>
/// <param name="Fault">Why it may not decide; null where it may.</param>
/// <param name="Functions">Its global functions, in alphabetical order.</param>
/// <param name="Remarks">What looks like a mistake in their names, in sentences.</param>
/// <param name="Libraries">Those that it loads.</param>
internal sealed record ScriptVerdict(ScriptFault? Fault, IReadOnlyList<string> Functions, IReadOnlyList<string> Remarks, ScriptLibraries Libraries);
