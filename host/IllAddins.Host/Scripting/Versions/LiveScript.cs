using System.Diagnostics;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>A version that decides: the loaded scripts that are ready to answer, and how it fares. Safe to use from many threads.</summary>
internal sealed class LiveScript(ScriptVersion version, ScriptSource source, IScriptEngine engine, ScriptLimits limits, TimeProvider time)
{
    /// <summary>A version that could not be loaded is tried again after this.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private static readonly int MostIdle = Environment.ProcessorCount;

    private readonly Lock gate = new();
    private readonly Stack<ILoadedScript> idle = [];
    private ScriptFault? refused;
    private long refusedAt;
    private bool retired;

    public ScriptVersion Version => version;

    public ScriptSource Source => source;

    /// <summary>Calls a function of the text.</summary>
    public ScriptSaid Ask(string function, ScriptTable argument, SiteClock clock)
    {
        if (Take(out var fault) is not { } script)
            return new ScriptSaid(new ScriptAnswer.Fault(fault!));
        try
        {
            return script.Ask(function, argument, clock);
        }
        finally
        {
            GiveBack(script);
        }
    }

    /// <summary>Frees what is loaded; what is being asked now is freed when it has answered.</summary>
    public void Retire()
    {
        lock (gate)
        {
            retired = true;
            while (idle.TryPop(out var script))
                script.Dispose();
        }
    }

    private ILoadedScript? Take(out ScriptFault? fault)
    {
        lock (gate)
        {
            fault = refused is not null && time.GetElapsedTime(refusedAt) < RetryAfter ? refused : null;
            if (fault is not null)
                return null;
            if (idle.TryPop(out var ready))
                return ready;
        }

        switch (engine.Load(source, limits))
        {
            case ScriptLoad.Loaded loaded:
                return loaded.Script;
            case ScriptLoad.Refused not:
                fault = not.Why;
                lock (gate)
                    (refused, refusedAt) = (fault, time.GetTimestamp());
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private void GiveBack(ILoadedScript script)
    {
        lock (gate)
        {
            if (!script.IsSpent && !retired && idle.Count < MostIdle)
            {
                idle.Push(script);
                return;
            }
        }

        script.Dispose();
    }
}
