using System.Globalization;

namespace IllAddins.WebPlatform.Answers;

/// <summary>Puts what the record holds into the shape of ILLiad's API.</summary>
internal static class ApiRecords
{
    // Site-local and without a zone, as ILLiad prints it: no fraction where there is none, no zeros at its end.
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss.FFF";

    public static ApiRecord Of(IllRequest request) => Of("Transaction", ApiFields.Transaction, request.Transaction.Fields, request.Site);

    public static ApiRecord Of(User user, Site site) => Of("User", ApiFields.User, user.Fields, site);

    /// <summary>A note as it was written.</summary>
    public static ApiRecord OfNote(StoredNote note, Site site) => new("Note",
    [
        new("Id", note.Id),
        new("TransactionNumber", note.TransactionNumber),
        new("NoteDate", Date(note.NoteDate, site)),
        new("Note", note.Note),
        new("AddedBy", note.AddedBy),
        new("NoteType", note.NoteType),
    ]);

    private static ApiRecord Of(string kind, IReadOnlyList<string> names, IReadOnlyDictionary<string, object?> fields, Site site)
    {
        var values = new KeyValuePair<string, object?>[names.Count];
        for (var at = 0; at < values.Length; at++)
            values[at] = new(names[at], Value(kind, names[at], fields.GetValueOrDefault(names[at]), site));
        return new ApiRecord(kind, values);
    }

    private static object? Value(string kind, string name, object? value, Site site) => value switch
    {
        DateTimeOffset moment => Date(moment, site),
        // These two are texts in ILLiad's table of requests, the others flags.
        bool flag when kind == "Transaction" && name is ("LibraryUseOnly" or "Web") => flag ? "Yes" : "No",
        _ => value,
    };

    private static string Date(DateTimeOffset moment, Site site) => site.ToLocal(moment).ToString(DateForm, CultureInfo.InvariantCulture);
}

/// <summary>A row of Notes.</summary>
internal sealed record StoredNote(int Id, int TransactionNumber, DateTimeOffset NoteDate, string Note, string AddedBy, string NoteType);
