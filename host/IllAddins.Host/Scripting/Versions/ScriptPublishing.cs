using System.Data.Common;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>Makes texts live: judges them, stores them as versions and writes their files, so that disk and database agree.</summary>
public sealed class ScriptPublishing
{
    private readonly ScriptFolder folder;
    private readonly VersionStore versions;
    private readonly ScriptJudge judge;
    private readonly Func<ScriptLibraries> folderLibraries;
    private readonly Action published;
    private readonly TimeProvider time;

    internal ScriptPublishing(ScriptFolder folder, VersionStore versions, ScriptJudge judge, Func<ScriptLibraries> folderLibraries, Action published, TimeProvider time) =>
        (this.folder, this.versions, this.judge, this.folderLibraries, this.published, this.time) = (folder, versions, judge, folderLibraries, published, time);

    /// <summary>Publishes a text.</summary>
    /// <param name="place">A site's code, or <c>default</c>.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="by">Who publishes it.</param>
    /// <param name="note">What is said of it; may be empty.</param>
    /// <exception cref="IOException">The file could not be written; nothing was published.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; nothing was published.</exception>
    public PublishOutcome Publish(string place, ReadOnlyMemory<byte> content, string by, string note)
    {
        if (ScriptFolder.Unusable(place) is { } unusable)
            return new PublishOutcome.Refused(unusable);
        // What was edited on disk until now becomes a version first, so that it is not lost; unless it is this very text.
        if (folder.Read(folder.Folders(), place, content.Length) is not ScriptText.Found onDisk || !onDisk.Source.Content.Span.SequenceEqual(content.Span))
            published();
        var source = new ScriptSource(ScriptFolder.FileOf(place), content);
        return Publish(place, source, judge.Judge(source), new Publication(by, time.GetUtcNow(), note));
    }

    /// <summary>Publishes the text of an earlier version as a new one, with its libraries as they were then; the files of the libraries, which other sites' scripts load, stay as they are.</summary>
    /// <inheritdoc cref="Publish"/>
    public PublishOutcome Restore(string place, long number, string by, string note) => versions.Version(place, number) switch
    {
        null => new PublishOutcome.Missing(),
        { Removed: true } => new PublishOutcome.Missing(),
        var stored => Restore(stored, new Publication(by, time.GetUtcNow(), note.Length == 0 ? $"version {number} restored" : $"version {number} restored: {note}")),
    };

    /// <summary>Has a parked script asked again.</summary>
    /// <param name="place">A site's code, or <c>default</c>.</param>
    /// <param name="by">Who wants it.</param>
    /// <returns>False where it is not parked.</returns>
    public bool Unpark(string place, string by)
    {
        var was = versions.Change(place, (state, within) =>
        {
            if (state is not null)
                VersionStore.Unpark(within, state, new Publication(by, time.GetUtcNow(), ""));
            return state?.ParkedAt is not null;
        });
        published();
        return was;
    }

    private PublishOutcome Restore(StoredVersion stored, Publication by)
    {
        published();
        var source = new ScriptSource(ScriptFolder.FileOf(stored.Place), stored.Content) { Libraries = versions.LibrariesOf(stored.Place, stored.Number) };
        return Publish(stored.Place, source, judge.JudgeAsIs(source), by);
    }

    private PublishOutcome Publish(string place, ScriptSource source, ScriptVerdict verdict, Publication by)
    {
        if (verdict.Fault is { } fault)
            return new PublishOutcome.Refused(fault);
        var kept = new KeptText(source.Content, verdict.Libraries, folderLibraries().MarkOf([.. verdict.Libraries.Names]));
        var outcome = versions.Change(place, (state, within) => Store(state, within, kept, place, by));
        published();
        return outcome;
    }

    private PublishOutcome Store(PlaceState? state, DbTransaction within, KeptText kept, string place, Publication by)
    {
        if (state is { HasText: true } && state.LiveHash == StoredVersion.HashOf(kept.Content.Span) && state.LiveLibraries == kept.LibraryWords)
        {
            VersionStore.Unpark(within, state, by);
            VersionStore.Accept(within, place);
            VersionStore.Sign(within, place, state.Live!.Value, by);
            folder.Write(place, kept.Content.Span);
            return new PublishOutcome.Already(state.Live!.Value, state.File);
        }

        var file = folder.Write(place, kept.Content.Span);
        return new PublishOutcome.Published(VersionStore.Publish(within, place, file, kept, by), file)
        {
            LibrariesOfTheirOwn = kept.Libraries.MarkOf([.. kept.Libraries.Names]) == kept.FolderMark ? [] : [.. kept.Libraries.Names.Select(ScriptLibraries.FileOf)],
        };
    }
}

/// <summary>What came of publishing a text.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>It decides from now on.</summary>
    public sealed record Published(long Number, string File) : PublishOutcome
    {
        /// <summary>The libraries that it was made with where those in the folder are others.</summary>
        public IReadOnlyList<string> LibrariesOfTheirOwn { get; init; } = [];
    }

    /// <summary>It is the live version's text; a parked one is asked again, and one found on disk has its publisher and note now.</summary>
    public sealed record Already(long Number, string File) : PublishOutcome;

    /// <summary>It may not decide; nothing has changed.</summary>
    public sealed record Refused(ScriptFault Why) : PublishOutcome;

    /// <summary>There is no such version, or it has no text.</summary>
    public sealed record Missing : PublishOutcome;
}
