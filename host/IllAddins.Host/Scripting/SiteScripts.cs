using System.Data.Common;
using System.Diagnostics;
using IllAddins.Host.Scripting.Libraries;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Scripting;

/// <summary>The scripts of all sites, asked by site; an edit on disk decides within two seconds if it may. Safe to use from many threads.</summary>
/// <remarks>Reads and, when a file has changed, writes the database: not to be asked within an open transaction of the caller's.</remarks>
public sealed class SiteScripts : IDisposable
{
    private readonly ScriptFolder folder;
    private readonly ScriptLimits limits;
    private readonly ScriptJudge judge;
    private readonly ScriptShelf shelf;

    /// <summary>The place of the script that decides for sites without one of their own.</summary>
    public const string DefaultPlace = ScriptFolder.Default;

    /// <param name="scriptsFolder">Holds <c>NVTGC/notify.lua</c> and <c>default/notify.lua</c>; need not be there.</param>
    /// <param name="engine">The Lua engine that was compiled in.</param>
    /// <param name="limits">What one call may cost.</param>
    /// <param name="database">Has the tables of <see cref="VersionTables"/>.</param>
    /// <param name="time">Tells when files are looked at and versions made; scripts do not see it.</param>
    public SiteScripts(string scriptsFolder, IScriptEngine engine, ScriptLimits limits, DbDataSource database, TimeProvider time)
    {
        folder = new ScriptFolder(scriptsFolder);
        this.limits = limits;
        Versions = new VersionStore(database);
        Log = new ScriptLogbook(database, time);
        ScriptLibraries Libraries() => ScriptLibraries.Read(folder.Root, limits);
        judge = new ScriptJudge(engine, limits, Libraries);
        shelf = new ScriptShelf(folder, Versions, engine, limits, judge, time);
        Trials = new ScriptTrials(folder, Versions, engine, limits, judge, time);
        Publishing = new ScriptPublishing(folder, Versions, judge, Libraries, () => shelf.LookAgain(), time);
    }

    /// <summary>What was ever live.</summary>
    public VersionStore Versions { get; }

    /// <summary>What the scripts have logged.</summary>
    public ScriptLogbook Log { get; }

    /// <summary>Asks texts what they would say.</summary>
    public ScriptTrials Trials { get; }

    /// <summary>Makes texts live.</summary>
    public ScriptPublishing Publishing { get; }

    /// <summary>Which text decides for a site now; <see cref="ScriptVersion.None"/> where none does.</summary>
    public ScriptVersion VersionFor(string nvtgc) => shelf.Now().For(nvtgc) switch
    {
        ShelfPlace.At at => at.Entry.Version(),
        ShelfPlace.Nowhere => ScriptVersion.None,
        ShelfPlace.Unclear unclear => ScriptVersion.Unreadable(unclear.Why.File),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a site's decisions depend on: the version, and whether it is parked.</summary>
    public string MarkFor(string nvtgc) => shelf.Now().For(nvtgc) is ShelfPlace.At at ? at.Entry.Mark() : VersionFor(nvtgc).ToString();

    /// <summary>Looks at the files at once.</summary>
    public void LookAgain() => shelf.LookAgain();

    /// <summary>Why a place's script is not asked, with the way out; null where it is asked.</summary>
    public string? ParkedWords(string place) => shelf.Now().Find(place)?.Parked?.ToString();

    /// <summary>Asks a function of the site's script, or of the default one where the site has none.</summary>
    /// <param name="nvtgc">The site's code; without regard to case.</param>
    /// <param name="function">The function's name, e.g. <see cref="ScriptHooks.RoutingDelay"/>.</param>
    /// <param name="argument">What the function is given.</param>
    /// <param name="clock">The moment of the question and the site's zone.</param>
    public VersionedAnswer Ask(string nvtgc, string function, ScriptTable argument, SiteClock clock) => shelf.Now().For(nvtgc) switch
    {
        ShelfPlace.At at => Ask(at.Entry, nvtgc, function, argument, clock),
        ShelfPlace.Nowhere => new VersionedAnswer(ScriptVersion.None, new ScriptSaid(ScriptAnswer.NoHook.It)),
        ShelfPlace.Unclear unclear => new VersionedAnswer(ScriptVersion.Unreadable(unclear.Why.File), new ScriptSaid(new ScriptAnswer.Fault(unclear.Why))),
        _ => throw new UnreachableException(),
    };

    private VersionedAnswer Ask(ShelfEntry entry, string nvtgc, string function, ScriptTable argument, SiteClock clock)
    {
        var said = entry.Ask(function, argument, clock);
        Log.Add(nvtgc, entry.Version(), said.Log);
        return new VersionedAnswer(entry.Version(), said);
    }

    /// <summary>Asked after a site's sweeps: what admins should know of a site's script, in sentences: a text that was not made live, or files that cannot be looked at.</summary>
    public IReadOnlyList<string> Troubles(string nvtgc)
    {
        Flush();
        var view = shelf.Now();
        if (view.For(nvtgc) is not ShelfPlace.At { Entry: { Script: { } script } entry })
            return [];
        var troubles = new List<string>();
        if (view.Trouble is { } trouble)
            troubles.Add($"{trouble} Until then {script.Version} goes on deciding, as it is kept in the database.");
        if (entry.State.Refusal is { } why)
            troubles.Add($"{why}{(why.Message[^1] is '.' or '?' or '!' ? "" : ".")} {(entry.State.RefusesLibraries ? $"{script.Version} goes on with its libraries as they were. Mend the library." : $"The file is not live: {script.Version} goes on deciding. Mend the file.")}");
        return troubles;
    }

    /// <summary>Judges every script of the folder; in the order of the files' names.</summary>
    public IReadOnlyList<ScriptCheck> Check() => new ScriptChecks(folder, judge, limits).Run();

    /// <summary>Writes what was kept in memory: what the scripts have logged, and how they have fared.</summary>
    public void Flush()
    {
        Log.Flush();
        shelf.Keep();
    }

    public void Dispose()
    {
        Log.Flush();
        shelf.Dispose();
    }
}
