using System.Runtime.CompilerServices;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>How long an expectation may take to come true: a busy machine is slow, not wrong.</summary>
internal static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set() => SetDefaultExpectTimeout((float)Longest.TotalMilliseconds);
}
