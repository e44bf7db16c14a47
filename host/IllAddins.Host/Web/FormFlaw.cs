namespace IllAddins.Host.Web;

/// <summary>What keeps the form of an add-in's dialog from being drawn.</summary>
public static class FormFlaw
{
    /// <summary>Fields of one form.</summary>
    public const int MostFields = 50;

    /// <summary>What keeps a form from being drawn, as the rest of <c>X answered with ...</c>; null for nothing.</summary>
    public static string? Of(CommandForm form) =>
        form.Title is null || form.Text is null || form.Submit is null || form.Refusal is null || form.Fields is null ? "a form that has null for a text or for its fields"
        : form.Fields.Count > MostFields ? $"a form of {form.Fields.Count} fields; {MostFields} are drawn at most"
        : form.Fields.Any(field => field is null || string.IsNullOrEmpty(field.Name) || field.Title is null || field.Value is null || field.Help is null) ? "a field without a name, or with null for a text"
        : form.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key is { } twice ? $"two fields named '{twice}'"
        : form.Fields.FirstOrDefault(field => !Enum.IsDefined(field.Kind) || field.MaxLength < 0) is { } odd ? $"the field '{odd.Name}', whose kind or length there is not"
        : form.Fields.FirstOrDefault(field => field.Choices is null || field.Choices.Any(choice => choice is null || choice.Value is null || choice.Title is null)) is { } bare ? $"the field '{bare.Name}', one of whose choices is null"
        : null;
}
