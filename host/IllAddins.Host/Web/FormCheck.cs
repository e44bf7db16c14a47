using System.Globalization;

namespace IllAddins.Host.Web;

/// <summary>The values of a dialog against its form.</summary>
public static class FormCheck
{
    /// <summary>Signs of a field that names no limit.</summary>
    public const int LongestText = 100_000;

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
        FormFieldKind.Flag => field.Required && value != "true" ? ScreenWords.FlagRequired(field.Title) : null,
        FormFieldKind.Hidden => field.Required && value.Length == 0 ? ScreenWords.NotFromDialog : value.Length > Longest(field) ? ScreenWords.HiddenTooLong : null,
        _ when string.IsNullOrWhiteSpace(value) => field.Required ? ScreenWords.FieldRequired(field.Title) : null,
        FormFieldKind.Choice when !field.Choices.Any(choice => choice.Value == value) => ScreenWords.NotAChoice(value),
        FormFieldKind.Date when !IsTime(value, "yyyy-MM-dd") => ScreenWords.NoDate(value),
        FormFieldKind.DateTime when !IsTime(value, "yyyy-MM-ddTHH:mm") => ScreenWords.NoDateAndTime(value),
        FormFieldKind.Text or FormFieldKind.LongText when value.Length > Longest(field) => ScreenWords.TextTooLong(value.Length, Longest(field)),
        FormFieldKind.Text when value.Any(char.IsControl) => ScreenWords.OneLineOnly,
        _ => null,
    };

    private static bool IsTime(string value, string form) => DateTime.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
