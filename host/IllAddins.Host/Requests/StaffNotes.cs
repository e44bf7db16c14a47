using System.Data.Common;
using Dapper;

namespace IllAddins.Host.Requests;

/// <summary>Notes that staff write in a dialog: each is written once, however often it is sent.</summary>
public static class StaffNotes
{
    private const string NoteType = "Staff";

    /// <summary>The number of the newest note of all; 0 for none.</summary>
    public static async Task<long> NewestAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(Id) FROM Notes", cancellationToken: cancellationToken)) ?? 0;
    }

    /// <summary>Adds a note, unless its author has added the same since the dialog was opened: then it was sent twice.</summary>
    /// <param name="record">Writes it.</param>
    /// <param name="database">Where the notes stand.</param>
    /// <param name="note">What is to be added.</param>
    /// <param name="seen">The number of the newest note when the dialog was opened.</param>
    /// <param name="cancellationToken">Given up; nothing is written then.</param>
    /// <returns>Null where it was added; when it was written the first time where it stands there already.</returns>
    public static async Task<DateTimeOffset?> AddAsync(IIllRecord record, DbDataSource database, StaffNote note, long seen, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var within = await connection.BeginTransactionAsync(cancellationToken);
        var standing = connection.QueryFirstOrDefault<string>(
            """
            SELECT NoteDate FROM Notes
            WHERE TransactionNumber = @TransactionNumber AND Id > @seen AND Note = @Text AND AddedBy = @By AND NoteType = @NoteType
            ORDER BY Id LIMIT 1
            """,
            new { note.TransactionNumber, seen, note.Text, note.By, NoteType },
            within);
        if (standing is not null)
            return StoredTime.Read(standing);
        await record.AddNoteAsync(note.TransactionNumber, note.Text, NoteType, note.By, within, cancellationToken);
        await within.CommitAsync(cancellationToken);
        return null;
    }
}

/// <summary>A note of staff.</summary>
/// <param name="TransactionNumber">The request that it is about.</param>
/// <param name="Text">Not empty.</param>
/// <param name="By">The user name of its author.</param>
public sealed record StaffNote(int TransactionNumber, string Text, string By);
