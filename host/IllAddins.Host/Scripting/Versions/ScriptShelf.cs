using System.Data.Common;
using System.Diagnostics;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>The scripts that decide now. Files and database are looked at when a question comes and the last look is two seconds old.</summary>
internal sealed class ScriptShelf(
    ScriptFolder folder, VersionStore versions, IScriptEngine engine, ScriptLimits limits, ScriptJudge judge, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private volatile ShelfView? view;
    private ScriptLibraries libraries = ScriptLibraries.None;
    private long lookedAt;

    /// <summary>What decides now, at most two seconds old.</summary>
    public ShelfView Now()
    {
        if (view is { } fresh && IsFresh())
            return fresh;
        // One looks; the others go on with what was seen before.
        if (view is { } last)
        {
            if (!gate.TryEnter())
                return last;
        }
        else
        {
            gate.Enter();
        }

        try
        {
            return view is { } seen && IsFresh() ? seen : Look();
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Looks at once: something was published.</summary>
    public ShelfView LookAgain()
    {
        lock (gate)
            return Look();
    }

    /// <summary>Keeps in the database how the versions have fared.</summary>
    public void Keep()
    {
        lock (gate)
            view?.Keep();
    }

    public void Dispose()
    {
        lock (gate)
        {
            view?.Keep();
            view?.Retire([]);
        }
    }

    private bool IsFresh() => time.GetElapsedTime(Interlocked.Read(ref lookedAt)) < LookEvery;

    private ShelfView Look()
    {
        view?.Keep();
        var trouble = Catch(LookAtFiles);
        var next = new ShelfView(trouble);
        foreach (var state in versions.All())
            next.Add(Entry(state));
        view?.Retire(next.Entries);
        view = next;
        Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
        return next;
    }

    private ScriptFault? LookAtFiles()
    {
        libraries = ScriptLibraries.Read(folder.Root, limits);
        var (folders, rootIsThere) = (folder.Folders(), Directory.Exists(folder.Root));
        var known = versions.All().ToDictionary(state => state.Place, StringComparer.OrdinalIgnoreCase);
        foreach (var place in folders.Concat(known.Keys).Distinct(StringComparer.OrdinalIgnoreCase))
            Look(folders, place, known.GetValueOrDefault(place), rootIsThere);
        return rootIsThere || known.Count == 0 ? null : new ScriptFault("scripts", null, $"the folder {folder.Root} does not exist. Create it, or name another one with --scripts.");
    }

    private void Look(string[] folders, string place, PlaceState? known, bool rootIsThere)
    {
        ScriptText Read() => folder.Read(folders, place, limits.SourceBytes) switch
        {
            ScriptText.Found text => text with { Source = text.Source with { Libraries = libraries } },
            var other => other,
        };

        if (PlaceStep.After(known, Read(), rootIsThere, time.GetUtcNow()) is PlaceStep.Keep)
            return;
        // Judged outside of the transaction, which others wait for.
        var verdicts = new Dictionary<string, ScriptVerdict>();
        ScriptVerdict? VerdictOf(ScriptText.Found text) => verdicts.GetValueOrDefault(StoredVersion.HashOf(text.Source.Content.Span));
        for (var done = false; !done;)
        {
            if (Read() is ScriptText.Found found && VerdictOf(found) is null)
                verdicts[StoredVersion.HashOf(found.Source.Content.Span)] = judge.JudgeAsIs(found.Source);
            // Read again while nobody else can publish: of two hosts that see an edit, the second finds that it is known.
            done = versions.Change(place, (state, within) => Take(PlaceStep.After(state, Read(), rootIsThere, time.GetUtcNow()), place, state, VerdictOf, within));
        }
    }

    /// <returns>False where the file was changed again before it was judged.</returns>
    private bool Take(PlaceStep step, string place, PlaceState? state, Func<ScriptText.Found, ScriptVerdict?> verdictOf, DbTransaction within)
    {
        var byFile = new Publication(StoredVersion.FileOnDisk, time.GetUtcNow(), "");
        switch (step)
        {
            case PlaceStep.Keep:
                break;
            case PlaceStep.Accept:
                VersionStore.Accept(within, place);
                break;
            case PlaceStep.Judge { Text: var text } when verdictOf(text) is { Fault: null, Libraries: var loaded }:
                var kept = new KeptText(text.Source.Content, loaded, loaded.MarkOf([.. loaded.Names]));
                VersionStore.Publish(within, place, text.Source.File, kept, byFile with { Note = Changed(state, kept) });
                break;
            case PlaceStep.Judge { Text: var text } when verdictOf(text) is { Fault: { } fault }:
                VersionStore.Refuse(within, place, text.Source.File, state?.HashFound(text.Source) ?? StoredVersion.HashOf(text.Source.Content.Span), fault, byFile.At);
                break;
            case PlaceStep.Judge:
                return false;
            case PlaceStep.Refuse { Why: var why }:
                VersionStore.Refuse(within, place, why.File, "", why, byFile.At);
                break;
            case PlaceStep.Remove:
                VersionStore.Publish(within, place, ScriptFolder.FileOf(place), null, byFile with { Note = "the file was deleted" });
                break;
            default:
                throw new UnreachableException();
        }

        return true;
    }

    // Where the text is as it was, its libraries are what is new.
    private static string Changed(PlaceState? state, KeptText kept)
    {
        if (state is not { HasText: true } || state.LiveHash != StoredVersion.HashOf(kept.Content.Span))
            return "";
        var before = state.LiveLibraries?.Split(',') ?? [];
        var files = (kept.LibraryWords?.Split(',') ?? []).Except(before).Concat(before.Except(kept.LibraryWords?.Split(',') ?? []))
            .Select(one => ScriptLibraries.FileOf(one[..one.IndexOf(':', StringComparison.Ordinal)])).Distinct().Order(StringComparer.Ordinal);
        return $"changed: {string.Join(", ", files)}";
    }

    private ShelfEntry Entry(PlaceState state)
    {
        var before = view?.Entries.FirstOrDefault(entry => entry.Script is not null && entry.State.Place == state.Place && entry.State.Live == state.Live);
        if (before is not null)
            return before.At(state);
        if (!state.HasText)
            return new ShelfEntry(state, null, versions, time);
        var stored = versions.Version(state.Place, state.Live!.Value)!;
        var source = new ScriptSource(state.File, stored.Content) { Libraries = versions.LibrariesOf(state.Place, stored.Number) };
        var script = new LiveScript(ScriptVersion.Of(state.File, source.Content.Span, stored.Number), source, engine, limits, time);
        return new ShelfEntry(state, script, versions, time);
    }

    private static ScriptFault? Catch(Func<ScriptFault?> look)
    {
        try
        {
            return look();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new ScriptFault("scripts", null, $"the folder of scripts could not be read: {failed.Message}");
        }
    }
}
