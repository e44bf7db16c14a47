using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting;

public sealed class ScriptSettingsTests
{
    [Fact]
    public void What_is_not_set_is_as_usual()
    {
        Assert.Equal(new ScriptLimits(), ScriptSettings.Limits(_ => null));
        Assert.Equal(new ScriptLimits(), ScriptSettings.Limits(_ => ""));
    }

    [Fact]
    public void Time_memory_and_source_can_be_set()
    {
        var set = new Dictionary<string, string> { ["Scripts:TimeMs"] = "500", ["Scripts:MemoryMB"] = "64", ["Scripts:SourceKB"] = "128" };
        var limits = ScriptSettings.Limits(set.GetValueOrDefault);
        Assert.Equal((TimeSpan.FromMilliseconds(500), 64L * 1024 * 1024, 128 * 1024), (limits.Time, limits.MemoryBytes, limits.SourceBytes));
    }

    [Theory]
    [InlineData("Scripts:TimeMs", "9", "The setting Scripts:TimeMs is '9', expected a whole number of milliseconds from 10 to 10000. Correct it in appsettings.json or ILLADDINS_Scripts__TimeMs; without it 200 counts.")]
    [InlineData("Scripts:TimeMs", "10001", "The setting Scripts:TimeMs is '10001', expected a whole number of milliseconds from 10 to 10000. Correct it in appsettings.json or ILLADDINS_Scripts__TimeMs; without it 200 counts.")]
    [InlineData("Scripts:MemoryMB", "0", "The setting Scripts:MemoryMB is '0', expected a whole number of megabytes from 1 to 1024. Correct it in appsettings.json or ILLADDINS_Scripts__MemoryMB; without it 32 counts.")]
    [InlineData("Scripts:MemoryMB", "32 MB", "The setting Scripts:MemoryMB is '32 MB', expected a whole number of megabytes from 1 to 1024. Correct it in appsettings.json or ILLADDINS_Scripts__MemoryMB; without it 32 counts.")]
    [InlineData("Scripts:SourceKB", "-1", "The setting Scripts:SourceKB is '-1', expected a whole number of kilobytes from 1 to 1024. Correct it in appsettings.json or ILLADDINS_Scripts__SourceKB; without it 64 counts.")]
    [InlineData("Scripts:SourceKB", "1.5", "The setting Scripts:SourceKB is '1.5', expected a whole number of kilobytes from 1 to 1024. Correct it in appsettings.json or ILLADDINS_Scripts__SourceKB; without it 64 counts.")]
    public void A_setting_out_of_range_is_refused_in_words(string key, string value, string expected) =>
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() => ScriptSettings.Limits(asked => asked == key ? value : null)).Message);
}
