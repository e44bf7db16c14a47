using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with the description of a setting, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static partial class SettingFlaw
{
    private const int LongestText = 4_000;
    private const int MostDecimals = 6;

    public static string? Of(AddinSetting setting) =>
        setting.Name is null || !AName().IsMatch(setting.Name) ? $"the setting '{setting.Name}'. Its name is a letter, then letters and digits, at most 60, e.g. 'GatewayAddress'."
        : string.IsNullOrWhiteSpace(setting.Title) ? Without(setting, nameof(AddinSetting.Title))
        : string.IsNullOrWhiteSpace(setting.Help) ? Without(setting, nameof(AddinSetting.Help))
        : OfKind(setting);

    private static string? OfKind(AddinSetting setting) => setting switch
    {
        AddinSetting.Text { Default: null } => Without(setting, nameof(AddinSetting.Text.Default)),
        AddinSetting.Text { MaxLength: < 1 or > LongestText } text => $"the setting '{text.Name}' with MaxLength {text.MaxLength}. Expected 1 to {LongestText}.",
        AddinSetting.Text text when text.Default.Length > text.MaxLength => $"the setting '{text.Name}' with a default longer than its MaxLength. Shorten one or raise the other.",
        AddinSetting.Number { Decimals: < 0 or > MostDecimals } number => $"the setting '{number.Name}' with Decimals {number.Decimals}. Expected 0 to {MostDecimals}.",
        AddinSetting.Number number when number.Least > number.Most || number.Default < number.Least || number.Default > number.Most =>
            $"the setting '{number.Name}' whose Default {number.Default} is not between Least {number.Least} and Most {number.Most}. Correct them.",
        AddinSetting.Choice { Options: null or [] } => Without(setting, nameof(AddinSetting.Choice.Options)),
        AddinSetting.Choice choice when choice.Options.Any(string.IsNullOrWhiteSpace) => $"the setting '{choice.Name}' with an empty option. Name it or remove it.",
        AddinSetting.Choice choice when !choice.Options.Contains(choice.Default, StringComparer.Ordinal) =>
            $"the setting '{choice.Name}' whose Default '{choice.Default}' is none of its options. Correct it.",
        _ => null,
    };

    private static string Without(AddinSetting setting, string member) => $"the setting '{setting.Name}' without {member}. Set it.";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,59}\z")]
    private static partial Regex AName();
}
