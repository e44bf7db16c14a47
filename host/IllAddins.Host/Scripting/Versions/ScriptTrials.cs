using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>Finds texts to be tried beside each other, and publishes none of them by looking.</summary>
public sealed class ScriptTrials
{
    private readonly ScriptFolder folder;
    private readonly VersionStore versions;
    private readonly IScriptEngine engine;
    private readonly ScriptJudge judge;
    private readonly ScriptLimits limits;
    private readonly TimeProvider time;

    internal ScriptTrials(ScriptFolder folder, VersionStore versions, IScriptEngine engine, ScriptLimits limits, ScriptJudge judge, TimeProvider time) =>
        (this.folder, this.versions, this.engine, this.limits, this.judge, this.time) = (folder, versions, engine, limits, judge, time);

    /// <summary>What decides for a place now, as the last look left it.</summary>
    public TriedScript Live(string place)
    {
        var state = LiveState(place);
        if (state is null)
            return new TriedScript(ScriptVersion.None, ScriptAnswer.NoHook.It);
        if (!state.HasText)
            return new TriedScript(ScriptVersion.Unreadable(state.File), new ScriptAnswer.Fault(state.Refusal!));
        var stored = versions.Version(state.Place, state.Live!.Value)!;
        var script = new LiveScript(ScriptVersion.Of(state.File, stored.Content, stored.Number), new ScriptSource(state.File, stored.Content) { Libraries = versions.LibrariesOf(state.Place, stored.Number) }, engine, limits, time);
        return state.ParkedAt is null ? new TriedScript(script) : new TriedScript(script.Version, new ScriptAnswer.Fault(new ScriptFault(script.Version.ToString(), null, "is parked.")));
    }

    /// <summary>The text in the file that decides for a place, or would; where there is none, or it is not text, the live version's; null where that is missing too.</summary>
    /// <returns>The text, or the fault for which it cannot be read.</returns>
    public (ScriptSource? Source, ScriptFault? Fault) OnDisk(string place)
    {
        var folders = folder.Folders();
        foreach (var name in (string[])[place, ScriptFolder.Default])
            switch (folder.Read(folders, name, limits.SourceBytes))
            {
                case ScriptText.Found found:
                    return (found.Source, null);
                case ScriptText.Unreadable unreadable:
                    return (null, unreadable.Why);
            }

        return LiveState(place) is { HasText: true } state
            ? (new ScriptSource(state.File, versions.Version(state.Place, state.Live!.Value)!.Content), null)
            : (null, new ScriptFault(ScriptFolder.FileOf(place), null, $"is not there, and nor is {ScriptFolder.FileOf(ScriptFolder.Default)}. Name a text with --script FILE."));
    }

    /// <summary>A text that is to be tried, or why it may not decide.</summary>
    public (TriedScript? Script, ScriptFault? Fault) Draft(ScriptSource source) => judge.Judge(source).Fault is { } fault
        ? (null, fault)
        : (new TriedScript(new LiveScript(ScriptVersion.Of(source.File, source.Content.Span), source with { Libraries = ScriptLibraries.Read(folder.Root, limits) }, engine, limits, time)), null);

    private PlaceState? LiveState(string place) =>
        ((string[])[place, ScriptFolder.Default]).Select(versions.Find).FirstOrDefault(state => state is { HasText: true } or { Live: null, RefusedWhy: not null });
}
