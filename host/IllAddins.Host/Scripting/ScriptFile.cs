using System.Diagnostics;

namespace IllAddins.Host.Scripting;

/// <summary>One script's file: its present text, and the loaded scripts that are ready to answer.</summary>
internal sealed class ScriptFile(string path, string file, IScriptEngine engine, ScriptLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>A text that could not be loaded is tried again after this; at once when it changes.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private static readonly int MostIdle = Environment.ProcessorCount;

    private readonly Lock gate = new();
    private readonly Watched<ScriptText> watched = new(time);
    private readonly Stack<ILoadedScript> idle = [];
    private ScriptText? current;
    private ScriptFault? refused;
    private long refusedAt;

    /// <summary>The text in the file now.</summary>
    public ScriptText Look(FileStamp stamp)
    {
        lock (gate)
        {
            var seen = watched.Read(stamp, () => ScriptText.Read(path, file, limits.SourceBytes));
            if (seen.Version != current?.Version)
                Forget();
            // Of two readings with the same content the first is kept, and with it what was loaded from it.
            return current = seen.Version == current?.Version && current is ScriptText.Found ? current : seen;
        }
    }

    /// <summary>Calls a function of the text.</summary>
    public ScriptAnswer Ask(ScriptText text, string function, ScriptTable argument, SiteClock clock) => text switch
    {
        ScriptText.Unreadable unreadable => new ScriptAnswer.Fault(unreadable.Why),
        ScriptText.Gone => new ScriptAnswer.Fault(new ScriptFault(file, null, "could not be read: it came and went while it was looked at.")),
        ScriptText.Found found => Ask(found, function, argument, clock),
        _ => throw new UnreachableException(),
    };

    public void Dispose()
    {
        lock (gate)
        {
            Forget();
            // What is being asked now finds that its text is no longer the present one, and is disposed of after it.
            current = null;
        }
    }

    private ScriptAnswer Ask(ScriptText.Found text, string function, ScriptTable argument, SiteClock clock)
    {
        if (Take(text, out var fault) is not { } script)
            return new ScriptAnswer.Fault(fault!);
        try
        {
            return script.Call(function, argument, clock);
        }
        finally
        {
            GiveBack(script, text);
        }
    }

    private ILoadedScript? Take(ScriptText.Found text, out ScriptFault? fault)
    {
        lock (gate)
        {
            fault = ReferenceEquals(text, current) && time.GetElapsedTime(refusedAt) < RetryAfter ? refused : null;
            if (fault is not null)
                return null;
            if (ReferenceEquals(text, current) && idle.TryPop(out var ready))
                return ready;
        }

        switch (engine.Load(text.Source, limits))
        {
            case ScriptLoad.Loaded loaded:
                return loaded.Script;
            case ScriptLoad.Refused not:
                fault = not.Why;
                lock (gate)
                    (refused, refusedAt) = ReferenceEquals(text, current) ? (fault, time.GetTimestamp()) : (refused, refusedAt);
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private void GiveBack(ILoadedScript script, ScriptText text)
    {
        lock (gate)
        {
            if (!script.IsSpent && ReferenceEquals(text, current) && idle.Count < MostIdle)
            {
                idle.Push(script);
                return;
            }
        }

        script.Dispose();
    }

    private void Forget()
    {
        refused = null;
        while (idle.TryPop(out var script))
            script.Dispose();
    }
}
