using System.Runtime.CompilerServices;
using static Microsoft.Playwright.Assertions;

namespace IllAddins.Browser.Tests;

/// <summary>How long an expectation may take to come true: a busy machine is slow, not wrong.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => SetDefaultExpectTimeout(30_000);
}
