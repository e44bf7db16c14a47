namespace IllAddins.Tests.Addins.Settings;

/// <summary>A setting of each kind.</summary>
internal static class SomeSettings
{
    public static readonly AddinSetting.Text Address = new()
    {
        Name = "GatewayAddress",
        Title = "Address of the gateway",
        Help = "Where texts are sent.",
        PerSite = true,
        Problem = value => value.StartsWith("https://", StringComparison.Ordinal) ? null : $"Found '{value}', expected an address that begins with https://.",
    };

    public static readonly AddinSetting.Number Tries = new() { Name = "Tries", Title = "Tries", Help = "How often a text is tried.", Default = 3, Least = 1, Most = 9 };

    public static readonly AddinSetting.Number Price = new() { Name = "Price", Title = "Price", Help = "Of a text, dollars.", Default = 0.05m, Least = 0, Most = 2, Decimals = 3 };

    public static readonly AddinSetting.Flag Polite = new() { Name = "Polite", Title = "Polite", Help = "Begin with a greeting.", Default = true };

    public static readonly AddinSetting.Choice Tone = new() { Name = "Tone", Title = "Tone", Help = "Of the texts.", Options = ["Plain", "Warm"], Default = "Plain" };

    public static readonly AddinSetting.Secret Token = new() { Name = "Token", Title = "Token", Help = "Of the account at the gateway." };

    public static IReadOnlyList<AddinSetting> All { get; } = [Address, Tries, Price, Polite, Tone, Token];
}
