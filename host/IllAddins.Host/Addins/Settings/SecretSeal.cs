namespace IllAddins.Host.Addins.Settings;

/// <summary>Encrypts secrets with keys of the data folder.</summary>
public sealed record SecretSeal
{
    public required Func<string, string> Close { get; init; }

    /// <summary>Null where the key that it was closed with is gone, or the text was changed.</summary>
    public required Func<string, string?> Open { get; init; }
}
