using System.Globalization;

namespace IllAddins.Host.Web;

/// <summary>The values of a dialog against its form.</summary>
public static class FormCheck
{
    /// <summary>Fields of one form.</summary>
    public const int MostFields = 50;

    /// <summary>Signs of a field that names no limit.</summary>
    public const int LongestText = 100_000;

    /// <summary>What keeps a form from being drawn, as the rest of <c>X answered with ...</c>; null for nothing.</summary>
    public static string? Flaw(CommandForm form) =>
        form.Title is null || form.Text is null || form.Submit is null || form.Refusal is null || form.Fields is null ? "a form that has null for a text or for its fields"
        : form.Fields.Count > MostFields ? $"a form of {form.Fields.Count} fields; {MostFields} are drawn at most"
        : form.Fields.Any(field => field is null || string.IsNullOrEmpty(field.Name) || field.Title is null || field.Value is null || field.Help is null) ? "a field without a name, or with null for a text"
        : form.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key is { } twice ? $"two fields named '{twice}'"
        : form.Fields.FirstOrDefault(field => !Enum.IsDefined(field.Kind) || field.MaxLength < 0) is { } odd ? $"the field '{odd.Name}', whose kind or length there is not"
        : form.Fields.FirstOrDefault(field => field.Choices is null || field.Choices.Any(choice => choice is null || choice.Value is null || choice.Title is null)) is { } bare ? $"the field '{bare.Name}', one of whose choices is null"
        : null;

    /// <summary>One value for each field, written as its kind says; what was not sent is empty.</summary>
    public static IReadOnlyDictionary<string, string> Values(CommandForm form, IReadOnlyDictionary<string, string> sent) =>
        form.Fields.ToDictionary(field => field.Name, field => Written(field, sent.GetValueOrDefault(field.Name, "")), StringComparer.Ordinal);

    /// <summary>What is wrong with each field's value, in words; none where the command may run.</summary>
    public static IReadOnlyDictionary<string, string> Problems(CommandForm form, IReadOnlyDictionary<string, string> values) => form.Fields
        .Select(field => (field.Name, Problem: Problem(field, values[field.Name])))
        .Where(found => found.Problem is not null)
        .ToDictionary(found => found.Name, found => found.Problem!, StringComparer.Ordinal);

    /// <summary>Signs that a field takes.</summary>
    public static int Longest(FormField field) => field.MaxLength > 0 ? field.MaxLength : LongestText;

    private static string Written(FormField field, string sent) => field.Kind switch
    {
        FormFieldKind.LongText => sent.ReplaceLineEndings("\n"),
        FormFieldKind.Text => sent.Trim(),
        FormFieldKind.Flag => sent.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false",
        _ => sent,
    };

    private static string? Problem(FormField field, string value) => field.Kind switch
    {
        FormFieldKind.Flag => field.Required && value != "true" ? $"Set '{field.Title}' to go on." : null,
        FormFieldKind.Hidden => field.Required && value.Length == 0 ? "This was not sent from its dialog. Open the dialog, then repeat." : value.Length > Longest(field) ? "That is not what the dialog was given. Open it anew, then repeat." : null,
        _ when string.IsNullOrWhiteSpace(value) => field.Required ? $"Fill in '{field.Title}'." : null,
        FormFieldKind.Choice when !field.Choices.Any(choice => choice.Value == value) => $"'{value}' cannot be chosen. Choose one from the list.",
        FormFieldKind.Date when !IsTime(value, "yyyy-MM-dd") => $"'{value}' is no date. Expected is e.g. 2026-03-02.",
        FormFieldKind.DateTime when !IsTime(value, "yyyy-MM-ddTHH:mm") => $"'{value}' is no date and time. Expected is e.g. 2026-03-02T08:30.",
        FormFieldKind.Text or FormFieldKind.LongText when value.Length > Longest(field) => $"{value.Length:N0} signs; {Longest(field):N0} at most. Shorten it.",
        FormFieldKind.Text when value.Any(char.IsControl) => "It must be one line of plain text.",
        _ => null,
    };

    private static bool IsTime(string value, string form) => DateTime.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
