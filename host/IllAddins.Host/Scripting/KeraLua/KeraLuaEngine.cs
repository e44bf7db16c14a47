using System.Text;
using IllAddins.Host.Scripting.Offers;

namespace IllAddins.Host.Scripting.KeraLua;

/// <summary>Lua 5.4 itself, as the KeraLua package brings it for Linux, macOS and Windows.</summary>
/// <param name="offers">What add-ins offer to scripts.</param>
public sealed class KeraLuaEngine(ScriptOffers offers) : IScriptEngine
{
    /// <summary>Lua cuts a chunk's name off after this many bytes, and its messages could then not be read.</summary>
    private const int LongestChunk = 59;

    private readonly EngineTally tally = new();

    public EngineUse Use => tally.Use;

    public string Name => "KeraLua 1.4.11 (Lua 5.4)";

    public ScriptLoad Load(ScriptSource source, ScriptLimits limits)
    {
        if (source.Fault(limits) is { } unfit)
            return new ScriptLoad.Refused(unfit);
        var chunk = Encoding.UTF8.GetByteCount(source.File) <= LongestChunk ? source.File : "script";
        var state = new KeraLuaState(chunk, source, limits, offers, tally);
        var script = new KeraLuaScript(state, new ScriptFile(source.File, chunk));
        var ready = false;
        try
        {
            var fault = script.Start(source.Text.Span);
            ready = fault is null;
            return ready ? new ScriptLoad.Loaded(script) : new ScriptLoad.Refused(fault!);
        }
        finally
        {
            if (!ready)
                script.Dispose();
        }
    }
}
