namespace IllAddins.Host.Requests;

/// <summary>A field of the record.</summary>
/// <param name="Name">ILLiad's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What it means, in a sentence for those who write scripts and templates.</param>
public sealed record Field(string Name, FieldKind Kind, string Description);

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    Text,
    Number,
    Flag,
    Date,
}
