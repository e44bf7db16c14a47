using System.Globalization;

namespace IllAddins.Host.Scripting;

/// <summary>Reads what scripts may cost from an installation's settings.</summary>
public static class ScriptSettings
{
    /// <summary>Above it one script could hold up a sweep for minutes.</summary>
    private const int MostTimeMs = 10_000;

    /// <summary>Each site's script may hold this much, and texts of more than 2 GB are none.</summary>
    private const int MostMemoryMB = 1_024;

    private const int MostSourceKB = 1_024;

    /// <summary>The limits that are set, and the usual ones for those that are not.</summary>
    /// <param name="setting">Tells a setting's value, or null.</param>
    /// <exception cref="InvalidDataException">A setting is no whole number in its range.</exception>
    public static ScriptLimits Limits(Func<string, string?> setting)
    {
        var usual = new ScriptLimits();
        return usual with
        {
            Time = TimeSpan.FromMilliseconds(Number(setting, "Scripts:TimeMs", (int)usual.Time.TotalMilliseconds, 10, MostTimeMs, "milliseconds")),
            MemoryBytes = Number(setting, "Scripts:MemoryMB", (int)(usual.MemoryBytes >> 20), 1, MostMemoryMB, "megabytes") * 1024L * 1024,
            SourceBytes = Number(setting, "Scripts:SourceKB", usual.SourceBytes >> 10, 1, MostSourceKB, "kilobytes") * 1024,
        };
    }

    private static int Number(Func<string, string?> setting, string key, int usual, int least, int most, string unit)
    {
        if (setting(key) is not { } text || text.Length == 0)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new InvalidDataException(
                $"The setting {key} is '{text}', expected a whole number of {unit} from {least} to {most}. Correct it in appsettings.json or ILLADDINS_{key.Replace(":", "__", StringComparison.Ordinal)}; without it {usual} counts.");
    }
}
