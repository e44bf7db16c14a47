namespace IllAddins.WebPlatform.Bodies;

/// <summary>Collects the fields of a body while it is read.</summary>
internal sealed class BodyFields
{
    private const string Preferences = "NotificationPreferences";
    private const int MostFields = 500;

    private readonly Dictionary<string, string?> texts = new(StringComparer.OrdinalIgnoreCase);
    private string? activity;

    /// <summary>Why the body cannot be taken; null while it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Whether a field holds a list of which mails a user wants.</summary>
    public static bool IsPreferences(string name) => name.Trim().StartsWith(Preferences, StringComparison.OrdinalIgnoreCase);

    public void Add(string name, string? text)
    {
        var known = name.Trim();
        if (known.Length == 0)
            Refuse("Found a field without a name.");
        else if (known.Contains('\0', StringComparison.Ordinal) || text?.Contains('\0', StringComparison.Ordinal) == true)
            Refuse("Found a NUL character, expected text without NUL characters.");
        else if (texts.Count >= MostFields)
            Refuse($"Found more than {MostFields} fields.");
        else
            texts[known] = text;
    }

    /// <summary>Takes one half of a preference; a type of notice, such as Email, belongs to the activity before it.</summary>
    public void AddPreference(string name, string? text)
    {
        if (name.Contains("ActivityType", StringComparison.OrdinalIgnoreCase))
            activity = Plain(text);
        else if (name.Contains("NotificationType", StringComparison.OrdinalIgnoreCase) && activity is not null && Plain(text) is { } type)
            Add($"Notification_{activity}_{type}", "Yes");
    }

    public void Refuse(string why) => Problem ??= why;

    public BodyReading Reading() => Problem is null ? new BodyReading.Read(new ApiBody { Texts = texts }) : new BodyReading.Unreadable(Problem);

    private static string? Plain(string? text) => text?.Trim() is { Length: > 0 and <= 50 } name && name.All(char.IsAsciiLetterOrDigit) ? name : null;
}
