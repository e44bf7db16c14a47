namespace IllAddins.Browser.Tests;

/// <summary>A test in a real browser; left out, with the reason, only where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = $"No Chromium or Chrome was found on this machine (looked on PATH and at {string.Join(", ", Chromium.KnownPlaces)}). Install one to run the browser tests.";
    }
}

/// <summary>Where the browser is.</summary>
public static class Chromium
{
    public static readonly IReadOnlyList<string> KnownPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    // The browser without its windows comes first: what it draws is the same, and it takes much less of the machine.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    /// <summary>The browser's file, or null.</summary>
    public static string? Path { get; } = OnPath().Concat(KnownPlaces).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select System.IO.Path.Combine(folder, name);
}
