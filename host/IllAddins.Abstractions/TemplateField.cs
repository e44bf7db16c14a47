namespace IllAddins;

/// <summary>A field that an add-in gives to templates, written <c>&lt;#{add-in}.{name}&gt;</c>.</summary>
public sealed record TemplateField
{
    /// <summary>Unique within the add-in: a letter, then letters and digits, e.g. <c>Shelf</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it prints, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The text for a request; null or empty prints nothing. Asked only for templates that hold the field, also in rehearsals: it changes nothing.
    /// An exception, or more than 5 seconds, hold the notice with that reason until a later sweep gets an answer.</summary>
    public required Func<IllRequest, CancellationToken, Task<string?>> ResolveAsync { get; init; }
}

/// <summary>A field that some running add-in gives to templates.</summary>
public sealed record OfferedField
{
    /// <summary>As templates write it, e.g. <c>BranchSlips.Shelf</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>What it prints, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Asks the add-in for a request's value; never throws what the add-in throws.</summary>
    public required Func<IllRequest, CancellationToken, Task<FieldReading>> ResolveAsync { get; init; }
}

/// <summary>What came of asking for a field; a closed family.</summary>
public abstract record FieldReading
{
    private FieldReading()
    {
    }

    /// <summary>The text; empty for nothing.</summary>
    public sealed record Value(string Text) : FieldReading;

    /// <summary>Why there is no value, in a sentence.</summary>
    public sealed record Failed(string Why) : FieldReading;
}
