using System.Data.Common;
using System.Text;
using Dapper;
using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Libraries;

namespace IllAddins.Host.Scripting.Versions;

/// <summary>The versions of all scripts and where each place stands. Every write is one transaction, so that several hosts on one database agree.</summary>
public sealed class VersionStore(DbDataSource database)
{
    private const string Columns = "Place, Number, Removed, Hash, Text, PublishedAt, PublishedBy, Note, Worked";

    private const string Places = """
        SELECT p.Place, p.File, p.Live, v.Hash AS LiveHash, v.FolderMark AS LiveFolderMark, COALESCE(v.Removed, 0) AS LiveRemoved,
            p.LastWorked, p.RefusedHash, p.RefusedFile, p.RefusedLine, p.RefusedWhy, p.RefusedAt, p.Faults, p.ParkedAt, p.ParkedFault,
            (SELECT group_concat(l.Name || ':' || l.Hash) FROM (SELECT Name, Hash FROM ScriptVersionLibraries WHERE Place = p.Place AND Number = p.Live ORDER BY Name) l) AS LiveLibraries
        FROM ScriptPlaces p LEFT JOIN ScriptVersions v ON v.Place = p.Place AND v.Number = p.Live
        """;

    /// <summary>Where every place stands that is known.</summary>
    public IReadOnlyList<PlaceState> All()
    {
        using var connection = database.OpenConnection();
        return connection.Query<PlaceState>($"{Places} ORDER BY p.Place").AsList();
    }

    /// <summary>Where a place stands; null where it is not known.</summary>
    public PlaceState? Find(string place)
    {
        using var connection = database.OpenConnection();
        return connection.QuerySingleOrDefault<PlaceState>($"{Places} WHERE p.Place = @place", new { place });
    }

    /// <summary>A place's versions, the newest first.</summary>
    public IReadOnlyList<StoredVersion> Of(string place)
    {
        using var connection = database.OpenConnection();
        var libraries = connection.Query<StoredLibrary>("SELECT Number, Name, Hash FROM ScriptVersionLibraries WHERE Place = @place ORDER BY Number, Name", new { place })
            .ToLookup(library => library.Number);
        return [.. connection.Query<StoredVersion>($"SELECT {Columns} FROM ScriptVersions WHERE Place = @place ORDER BY Number DESC", new { place })
            .Select(version => version with { Libraries = [.. libraries[version.Number]] })];
    }

    /// <summary>One version of a place; null where there is none of that number.</summary>
    public StoredVersion? Version(string place, long number)
    {
        using var connection = database.OpenConnection();
        var version = connection.QuerySingleOrDefault<StoredVersion>(
            $"SELECT {Columns} FROM ScriptVersions WHERE Place = @place AND Number = @number", new { place, number });
        return version is null ? null : version with
        {
            Libraries = connection.Query<StoredLibrary>(
                "SELECT Number, Name, Hash FROM ScriptVersionLibraries WHERE Place = @place AND Number = @number ORDER BY Name", new { place, number }).AsList(),
        };
    }

    /// <summary>The libraries of a version, as it was made with them.</summary>
    public ScriptLibraries LibrariesOf(string place, long number)
    {
        using var connection = database.OpenConnection();
        return new ScriptLibraries(connection.Query<(string Name, string Text)>(
            """
            SELECT l.Name, t.Text FROM ScriptVersionLibraries l JOIN ScriptLibraryTexts t ON t.Hash = l.Hash
            WHERE l.Place = @place AND l.Number = @number ORDER BY l.Name
            """,
            new { place, number }).Select(library => KeyValuePair.Create(library.Name, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(library.Text))));
    }

    /// <summary>Runs a change of a place while no other host can make one; what <paramref name="change"/> is given is where the place stands then.</summary>
    /// <returns>What the change answered.</returns>
    public T Change<T>(string place, Func<PlaceState?, DbTransaction, T> change)
    {
        using var connection = database.OpenConnection();
        // Takes the database's write lock at once.
        using var transaction = connection.BeginTransaction();
        var state = connection.QuerySingleOrDefault<PlaceState>($"{Places} WHERE p.Place = @place", new { place }, transaction);
        var answer = change(state, transaction);
        transaction.Commit();
        return answer;
    }

    /// <summary>Stores a text as the place's next version and makes it live; a refusal, faults and parking of the earlier one are over.</summary>
    /// <returns>The version's number.</returns>
    internal static long Publish(DbTransaction within, string place, string file, KeptText? kept, Publication by)
    {
        var number = within.Connection!.ExecuteScalar<long>(
            "SELECT COALESCE(MAX(Number), 0) + 1 FROM ScriptVersions WHERE Place = @place", new { place }, within);
        Insert(within, place, number, kept, by);
        foreach (var (name, library) in kept?.Libraries.Texts ?? [])
            Keep(within, place, number, name, library);
        AuditTrail.Add(within.Connection!, within, Published(within, place, file, kept is null, number, by), by.At);
        within.Connection!.Execute(
            """
            INSERT INTO ScriptPlaces (Place, File, Live) VALUES (@place, @file, @number)
            ON CONFLICT (Place) DO UPDATE SET File = excluded.File,
                LastWorked = COALESCE((SELECT Number FROM ScriptVersions w WHERE w.Place = ScriptPlaces.Place AND w.Number = ScriptPlaces.Live AND w.Worked = 1), LastWorked),
                Live = excluded.Live, RefusedHash = NULL, RefusedFile = NULL, RefusedLine = NULL, RefusedWhy = NULL,
                RefusedAt = NULL, Faults = 0, ParkedAt = NULL, ParkedFault = NULL
            """,
            new { place, file, number },
            within);
        return number;
    }

    private static void Insert(DbTransaction within, string place, long number, KeptText? kept, Publication by) => within.Connection!.Execute(
        """
        INSERT INTO ScriptVersions (Place, Number, Removed, Hash, Text, PublishedAt, PublishedBy, Note, FolderMark, Sequence)
        VALUES (@place, @number, @removed, @hash, @text, @at, @by, @note, @mark, (SELECT COALESCE(MAX(Sequence), 0) + 1 FROM ScriptVersions))
        """,
        new
        {
            place,
            number,
            removed = kept is null ? 1 : 0,
            hash = kept is null ? "" : StoredVersion.HashOf(kept.Content.Span),
            text = kept is null ? "" : Encoding.UTF8.GetString(kept.Content.Span),
            at = StoredTime.Write(by.At),
            by = by.By,
            note = by.Note,
            mark = kept?.FolderMark ?? "",
        },
        within);

    private static AuditEntry Published(DbTransaction within, string place, string file, bool removed, long number, Publication by)
    {
        var was = within.Connection!.ExecuteScalar<long?>("SELECT Live FROM ScriptPlaces WHERE Place = @place", new { place }, within);
        return Act(removed ? "remove" : "publish", place, file, by) with { Was = was is { } before ? $"v{before}" : null, Became = $"v{number}" };
    }

    private static AuditEntry Act(string act, string place, string file, Publication by) => new()
    {
        By = by.By,
        Act = act,
        Subject = $"script {file}",
        Site = place == ScriptFolder.Default ? null : place,
        Detail = by.Note.Length > 0 ? by.Note : null,
    };

    /// <summary>Notes why the text in the file is not made live.</summary>
    internal static void Refuse(DbTransaction within, string place, string file, string hash, ScriptFault why, DateTimeOffset at) => within.Connection!.Execute(
        """
        INSERT INTO ScriptPlaces (Place, File, RefusedHash, RefusedFile, RefusedLine, RefusedWhy, RefusedAt) VALUES (@place, @file, @hash, @library, @line, @why, @at)
        ON CONFLICT (Place) DO UPDATE SET File = CASE WHEN ScriptPlaces.Live IS NULL THEN excluded.File ELSE ScriptPlaces.File END, RefusedHash = excluded.RefusedHash, RefusedFile = excluded.RefusedFile, RefusedLine = excluded.RefusedLine,
            RefusedWhy = excluded.RefusedWhy, RefusedAt = excluded.RefusedAt
        """,
        new { place, file, hash, library = why.File == file ? null : why.File, line = why.Line, why = why.Message, at = StoredTime.Write(at) },
        within);

    /// <summary>The file is as the live version is, or gone: nothing is refused any more.</summary>
    internal static void Accept(DbTransaction within, string place) => within.Connection!.Execute(
        "UPDATE ScriptPlaces SET RefusedHash = NULL, RefusedFile = NULL, RefusedLine = NULL, RefusedWhy = NULL, RefusedAt = NULL WHERE Place = @place", new { place }, within);

    /// <summary>Gives a version that was found on disk a publisher and a note.</summary>
    internal static void Sign(DbTransaction within, string place, long number, Publication by) => within.Connection!.Execute(
        """
        UPDATE ScriptVersions SET PublishedBy = @by, Note = @note
        WHERE Place = @place AND Number = @number AND PublishedBy = @file AND Note = ''
        """,
        new { place, number, by = by.By, note = by.Note, file = StoredVersion.FileOnDisk },
        within);

    /// <summary>Ends the parking of a place.</summary>
    internal static void Unpark(DbTransaction within, PlaceState state, Publication by)
    {
        within.Connection!.Execute("UPDATE ScriptPlaces SET Faults = 0, ParkedAt = NULL, ParkedFault = NULL WHERE Place = @Place", new { state.Place }, within);
        if (state.ParkedAt is not null)
            AuditTrail.Add(within.Connection!, within, Act("unpark", state.Place, state.File, by) with { Was = "parked", Became = "asked again" }, by.At);
    }

    /// <summary>Notes that a version is asked no more; where another one has become live meanwhile, nothing is.</summary>
    internal void Park(string place, long number, string fault, DateTimeOffset at) => Write(
        """
        UPDATE ScriptPlaces SET ParkedAt = @at, ParkedFault = @fault
        WHERE Place = @place AND Live = @number AND ParkedAt IS NULL
        """,
        new { place, number, fault, at = StoredTime.Write(at) });

    /// <summary>Keeps how a version has fared.</summary>
    internal void Keep(string place, long number, int faults, bool worked) => Write(
        """
        UPDATE ScriptPlaces SET Faults = @faults WHERE Place = @place AND Live = @number AND Faults <> @faults;
        UPDATE ScriptVersions SET Worked = 1 WHERE Place = @place AND Number = @number AND Worked = 0 AND @worked = 1;
        """,
        new { place, number, faults, worked = worked ? 1 : 0 });

    private static void Keep(DbTransaction within, string place, long number, string name, ReadOnlyMemory<byte> library) => within.Connection!.Execute(
        """
        INSERT INTO ScriptLibraryTexts (Hash, Text) VALUES (@hash, @text) ON CONFLICT (Hash) DO NOTHING;
        INSERT INTO ScriptVersionLibraries (Place, Number, Name, Hash) VALUES (@place, @number, @name, @hash);
        """,
        new { place, number, name, hash = StoredVersion.HashOf(library.Span), text = Encoding.UTF8.GetString(library.Span) },
        within);

    private void Write(string sql, object parameters)
    {
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        connection.Execute(sql, parameters, transaction);
        transaction.Commit();
    }
}

/// <summary>Who publishes a text, when, and what is said of it.</summary>
internal sealed record Publication(string By, DateTimeOffset At, string Note);

/// <summary>What is kept of a text that decides.</summary>
/// <param name="Content">The bytes of its file.</param>
/// <param name="Libraries">Those that it loads and no others.</param>
/// <param name="FolderMark">A mark of the libraries of these names as they lie in the folder now.</param>
internal sealed record KeptText(ReadOnlyMemory<byte> Content, ScriptLibraries Libraries, string FolderMark)
{
    /// <summary>As <see cref="PlaceState.LiveLibraries"/>.</summary>
    public string? LibraryWords => Libraries.Texts.Any() ? string.Join(',', Libraries.Texts.Select(one => $"{one.Key}:{StoredVersion.HashOf(one.Value.Span)}")) : null;
}
