namespace IllAddins.CustomerContact.ContactForm.Calls;

/// <summary>The fields of the dialogs about phoning.</summary>
public static class CallFields
{
    private const string NoteName = "note";
    private const string AgainName = "again";
    private const int LongestNote = 500;

    /// <summary>Staff's own words.</summary>
    public static FormField Note => new()
    {
        Name = NoteName,
        Title = "Note",
        Kind = FormFieldKind.Text,
        MaxLength = LongestNote,
        Help = "Kept in the request's history, e.g. who answered.",
    };

    /// <summary>When to try again.</summary>
    public static FormField Again => new()
    {
        Name = AgainName,
        Title = "Call again at",
        Kind = FormFieldKind.DateTime,
        Help = "Shown in the list; leave it empty for any time.",
    };

    public static string NoteIn(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(NoteName, "").Trim();

    /// <summary>Null where no time was given.</summary>
    public static DateTimeOffset? AgainIn(IReadOnlyDictionary<string, string> values, Site site) => SiteTimes.Read(site, values.GetValueOrDefault(AgainName, ""));
}
