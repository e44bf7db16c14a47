namespace IllAddins.Host.Web;

/// <summary>A dialog as the page's script gets it.</summary>
public sealed record ShownForm
{
    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The words of the button.</summary>
    public required string Submit { get; init; }

    /// <summary>Empty where there is a form to fill.</summary>
    public required string Refusal { get; init; }

    public required IReadOnlyList<ShownField> Fields { get; init; }

    public static ShownForm Of(CommandForm form, string commandTitle) => new()
    {
        Title = form.Title,
        Text = form.Text,
        Submit = form.Submit.Length > 0 ? form.Submit : commandTitle,
        Refusal = form.Refusal,
        Fields = [.. form.Fields.Select(field => new ShownField
        {
            Name = field.Name,
            Title = field.Title,
            Kind = field.Kind.ToString(),
            Value = field.Value,
            Choices = field.Choices,
            Required = field.Required,
            Help = field.Help,
            MaxLength = FormCheck.Longest(field),
            AsksAgain = field.AsksAgain,
        })],
    };
}

/// <summary>A field of a dialog as the script gets it.</summary>
public sealed record ShownField
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The name of a <see cref="FormFieldKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Value { get; init; }

    public required IReadOnlyList<FormChoice> Choices { get; init; }

    public required bool Required { get; init; }

    public required string Help { get; init; }

    /// <summary>Signs, more than 0.</summary>
    public required int MaxLength { get; init; }

    public required bool AsksAgain { get; init; }
}
