namespace IllAddins.Host.Scripting.MoonSharp;

/// <summary>MoonSharp, a Lua in .NET alone; what differs from the other engine is named in <see cref="EngineDifferences"/>.</summary>
public sealed class MoonSharpEngine : IScriptEngine
{
    private readonly EngineTally tally = new();

    public EngineUse Use => tally.Use;

    public string Name => "MoonSharp 2.0.0 (Lua 5.2)";

    public ScriptLoad Load(ScriptSource source, ScriptLimits limits)
    {
        if (source.Fault(limits) is { } unfit)
            return new ScriptLoad.Refused(unfit);
        if (source.Text.Span.StartsWith("MoonSharp_dump_b64::"u8))
            return new ScriptLoad.Refused(new ScriptFault(source.File, null, ScriptSource.CompiledWords));
        var script = new MoonSharpScript(new ScriptFile(source.File, source.File), source, limits, tally);
        if (script.Start(source.Text) is not { } fault)
            return new ScriptLoad.Loaded(script);
        script.Dispose();
        return new ScriptLoad.Refused(fault);
    }
}
