namespace IllAddins.Host.Requests;

/// <summary>A field of the record.</summary>
public sealed record Field(string Name, FieldKind Kind);

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    Text,
    Number,
    Flag,
    Date,
}
