using System.Globalization;

namespace IllAddins.CustomerContact.ContactForm.Calls;

/// <summary>The fields of the dialogs about phoning.</summary>
public static class CallFields
{
    private const string NoteName = "note";
    private const string AgainName = "again";
    private const string SeenName = "seen";
    private const int LongestNote = 500;

    /// <summary>Staff's own words.</summary>
    public static FormField Note => new()
    {
        Name = NoteName,
        Title = AttemptWords.Note,
        Kind = FormFieldKind.Text,
        MaxLength = LongestNote,
        Help = AttemptWords.NoteHelp,
    };

    /// <summary>When to try again.</summary>
    /// <param name="requests">What is phoned about: the hour is one of their sites' clocks.</param>
    public static FormField Again(IReadOnlyList<IllRequest> requests) => new()
    {
        Name = AgainName,
        Title = AttemptWords.CallAgainAt,
        Kind = FormFieldKind.DateTime,
        Help = AttemptWords.CallAgainHelp(Clock([.. requests.Select(request => request.Site.TimeZone).Distinct()])),
    };

    /// <summary>The newest attempt when the dialog was opened: one that is newer is told, and not counted twice.</summary>
    /// <param name="newest">Its number now.</param>
    /// <param name="values">What the dialog holds already.</param>
    public static FormField Seen(long newest, IReadOnlyDictionary<string, string> values) => new()
    {
        Name = SeenName,
        Title = "",
        Kind = FormFieldKind.Hidden,
        Value = values.GetValueOrDefault(SeenName) ?? newest.ToString(CultureInfo.InvariantCulture),
        Required = true,
    };

    /// <summary>A number that no attempt reaches where the dialog was not asked for.</summary>
    public static long SeenIn(IReadOnlyDictionary<string, string> values) =>
        long.TryParse(values.GetValueOrDefault(SeenName), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : long.MaxValue;

    private static string Clock(IReadOnlyList<string> zones) => zones is [var zone] ? AttemptWords.ClockOf(zone) : AttemptWords.ClocksOfSites;

    public static string NoteIn(IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(NoteName, "").Trim();

    /// <summary>Null where no time was given.</summary>
    public static DateTimeOffset? AgainIn(IReadOnlyDictionary<string, string> values, Site site) => SiteTimes.Read(site, values.GetValueOrDefault(AgainName, ""));
}
