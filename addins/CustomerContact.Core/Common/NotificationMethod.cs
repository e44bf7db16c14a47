namespace IllAddins.CustomerContact.Core.Common;

/// <summary>How a patron wants to be told, read from the free text of <c>Users.NotificationMethod</c>.</summary>
public abstract record NotificationMethod
{
    private NotificationMethod()
    {
    }

    public sealed record Electronic : NotificationMethod;

    public sealed record Phone : NotificationMethod;

    public sealed record Mail : NotificationMethod;

    /// <summary>A text that is none of the known ones, as found.</summary>
    public sealed record Unknown(string Text) : NotificationMethod;

    /// <summary>The field is empty.</summary>
    public sealed record None : NotificationMethod;

    /// <summary>Reads the field; null and white space are <see cref="None"/>.</summary>
    public static NotificationMethod From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new None();
        if (Spelling.IsOneOf(text, "Electronic", "E-mail", "Email", "via E-mail", "via Email"))
            return new Electronic();
        if (Spelling.IsOneOf(text, "Phone", "via Phone", "Telephone", "via Telephone"))
            return new Phone();
        return Spelling.IsOneOf(text, "Mail", "via Mail", "Letter") ? new Mail() : new Unknown(text.Trim());
    }
}
