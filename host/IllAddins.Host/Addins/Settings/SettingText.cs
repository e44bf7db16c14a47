using System.Diagnostics;
using System.Globalization;

namespace IllAddins.Host.Addins.Settings;

/// <summary>What a text says as the value of a setting.</summary>
public abstract record SettingReading
{
    private SettingReading()
    {
    }

    /// <param name="Value">In the form in which it is kept and read.</param>
    public sealed record Good(string Value) : SettingReading;

    /// <param name="Problem">What was found, what was expected, what to do; a secret is not repeated.</param>
    public sealed record Bad(string Problem) : SettingReading;
}

/// <summary>Reads what somebody entered for a setting; the check of the add-in's own comes after this.</summary>
public static class SettingText
{
    /// <summary>Characters.</summary>
    public const int LongestSecret = 4_000;

    /// <summary>The value where nobody entered any; empty for none.</summary>
    public static string Default(AddinSetting setting) => setting switch
    {
        AddinSetting.Text text => text.Default,
        AddinSetting.Number number => Digits(number, number.Default),
        AddinSetting.Flag flag => Word(flag.Default),
        AddinSetting.Choice choice => choice.Default,
        AddinSetting.Secret => "",
        _ => throw new UnreachableException(),
    };

    public static SettingReading Read(AddinSetting setting, string entered) => setting switch
    {
        AddinSetting.Text text => OneLine(entered.Trim(), text.MaxLength, AddinWords.SettingHasLines(Short(entered))),
        AddinSetting.Number number => Number(number, entered.Trim()),
        AddinSetting.Flag => Flag(entered.Trim()),
        AddinSetting.Choice choice => Choice(choice, entered.Trim()),
        AddinSetting.Secret => entered.Length == 0 ? new SettingReading.Bad(AddinWords.SecretMissing) : OneLine(entered, LongestSecret, AddinWords.SecretHasLines),
        _ => throw new UnreachableException(),
    };

    private static SettingReading OneLine(string text, int most, string severalLines) =>
        text.Length > most ? new SettingReading.Bad(AddinWords.SettingTooLong(text.Length, most))
        : text.Any(char.IsControl) ? new SettingReading.Bad(severalLines)
        : new SettingReading.Good(text);

    private static SettingReading Number(AddinSetting.Number number, string entered)
    {
        return decimal.TryParse(entered, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= number.Least && value <= number.Most && decimal.Round(value, number.Decimals) == value
                ? new SettingReading.Good(Digits(number, value))
                : new SettingReading.Bad(number.Decimals == 0
                    ? AddinWords.NoWholeNumber(Short(entered), Digits(number, number.Least), Digits(number, number.Most))
                    : AddinWords.NoNumber(Short(entered), number.Decimals, Digits(number, number.Least), Digits(number, number.Most)));
    }

    private static SettingReading Flag(string entered) => entered.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => new SettingReading.Good(Word(true)),
        "FALSE" or "NO" or "OFF" or "0" => new SettingReading.Good(Word(false)),
        _ => new SettingReading.Bad(AddinWords.NoFlag(Short(entered))),
    };

    private static SettingReading Choice(AddinSetting.Choice choice, string entered) =>
        choice.Options.FirstOrDefault(option => string.Equals(option, entered, StringComparison.OrdinalIgnoreCase)) is { } option
            ? new SettingReading.Good(option)
            : new SettingReading.Bad(AddinWords.NoOption(Short(entered), string.Join(", ", choice.Options)));

    private static string Digits(AddinSetting.Number number, decimal value) =>
        value.ToString("0." + new string('#', number.Decimals), CultureInfo.InvariantCulture);

    private static string Word(bool value) => value ? "true" : "false";

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
