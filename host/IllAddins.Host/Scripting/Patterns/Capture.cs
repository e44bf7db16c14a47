namespace IllAddins.Host.Scripting.Patterns;

/// <summary>What a pair of parentheses has caught.</summary>
/// <param name="Start">Where it begins, counted from 0.</param>
/// <param name="Length">How many bytes; or <see cref="Open"/>, or <see cref="Position"/>.</param>
internal readonly record struct Capture(int Start, int Length)
{
    /// <summary>The length of a capture whose closing parenthesis has not been met.</summary>
    public const int Open = -1;

    /// <summary>The length of <c>()</c>, which catches the place itself.</summary>
    public const int Position = -2;

    /// <summary>How many captures a pattern may have.</summary>
    public const int Most = 32;
}
