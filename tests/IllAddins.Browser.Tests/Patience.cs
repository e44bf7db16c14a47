using System.Runtime.CompilerServices;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>How long an expectation may take to come true: a busy machine is slow, not wrong.</summary>
internal static class Patience
{
    /// <summary>As the driver of the browser counts.</summary>
    public const float Milliseconds = 30_000;

    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(Milliseconds);

    [ModuleInitializer]
    internal static void Set() => SetDefaultExpectTimeout(Milliseconds);
}
