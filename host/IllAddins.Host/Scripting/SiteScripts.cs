using System.Collections.Concurrent;
using System.Diagnostics;

namespace IllAddins.Host.Scripting;

/// <summary>The scripts of all sites, asked by site; an edit on disk is what the next question meets. Safe to use from many threads.</summary>
public sealed class SiteScripts : IDisposable
{
    /// <summary>How often a file that is there and gone again is looked for anew before that is said.</summary>
    private const int Tries = 3;

    private readonly ScriptFolder folder;
    private readonly IScriptEngine engine;
    private readonly ScriptLimits limits;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, ScriptFile> files = new(StringComparer.Ordinal);

    /// <param name="scriptsFolder">Holds <c>NVTGC/notify.lua</c> and <c>default/notify.lua</c>; need not be there.</param>
    /// <param name="engine">The Lua engine that was compiled in.</param>
    /// <param name="limits">What one call may cost.</param>
    /// <param name="time">Tells how long ago a file was read; scripts do not see it.</param>
    public SiteScripts(string scriptsFolder, IScriptEngine engine, ScriptLimits limits, TimeProvider time)
    {
        folder = new ScriptFolder(scriptsFolder, time);
        (this.engine, this.limits, this.time) = (engine, limits, time);
    }

    /// <summary>Which text decides for a site now; <see cref="ScriptVersion.None"/> where none does.</summary>
    public ScriptVersion VersionFor(string nvtgc) =>
        Look(nvtgc, (_, text) => text.Version, ScriptVersion.None, why => ScriptVersion.Unreadable(why.File));

    /// <summary>Asks a function of the site's script, or of the default one where the site has none.</summary>
    /// <param name="nvtgc">The site's code; without regard to case.</param>
    /// <param name="function">The function's name, e.g. <see cref="ScriptHooks.RoutingDelay"/>.</param>
    /// <param name="argument">What the function is given.</param>
    /// <param name="clock">The moment of the question and the site's zone.</param>
    public VersionedAnswer Ask(string nvtgc, string function, ScriptTable argument, SiteClock clock) => Look(
        nvtgc,
        (file, text) => new VersionedAnswer(text.Version, file.Ask(text, function, argument, clock)),
        new VersionedAnswer(ScriptVersion.None, new ScriptAnswer.NoHook()),
        why => new VersionedAnswer(ScriptVersion.Unreadable(why.File), new ScriptAnswer.Fault(why)));

    /// <summary>Compiles every script of the folder and runs its top level; in the order of the files' names.</summary>
    public IReadOnlyList<ScriptCheck> Check() => new ScriptChecks(folder, engine, limits).Run();

    public void Dispose()
    {
        foreach (var file in files.Values)
            file.Dispose();
    }

    private T Look<T>(string nvtgc, Func<ScriptFile, ScriptText, T> found, T nothing, Func<ScriptFault, T> unclear)
    {
        for (var tried = 1; ; tried++)
        {
            switch (folder.Find(nvtgc))
            {
                case ScriptPlace.Nowhere:
                    return nothing;
                case ScriptPlace.Unclear not:
                    return unclear(not.Why);
                case ScriptPlace.At at:
                    var file = files.GetOrAdd(at.Path, path => new ScriptFile(path, at.File, engine, limits, time));
                    var text = file.Look(at.Stamp);
                    if (text is ScriptText.Gone && tried < Tries)
                        continue;
                    return found(file, text);
                default:
                    throw new UnreachableException();
            }
        }
    }
}
