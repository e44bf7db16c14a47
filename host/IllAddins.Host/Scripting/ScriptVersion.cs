using System.Security.Cryptography;

namespace IllAddins.Host.Scripting;

/// <summary>Which text of a script decided; changes when its content does and at no other time.</summary>
/// <param name="File">The file below the scripts folder, e.g. <c>MAIN/notify.lua</c>; empty where there is no script.</param>
/// <param name="Mark">The first eight hexadecimal digits of the content's SHA-256, or a word in place of content that could not be read.</param>
/// <param name="Number">The version's number; 0 for a text that was never made live.</param>
public sealed record ScriptVersion(string File, string Mark, long Number = 0)
{
    // Told with every decision, so put together once.
    private readonly string words = File.Length == 0 ? "no script" : Number > 0 ? $"{File} v{Number}" : $"{File}@{Mark}";

    /// <summary>The site has no script of its own and there is no default one.</summary>
    public static ScriptVersion None { get; } = new("", "");

    /// <summary>The version of a text that was read.</summary>
    public static ScriptVersion Of(string file, ReadOnlySpan<byte> content, long number = 0) =>
        new(file, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 4)), number);

    /// <summary>The version of a file that is there and could not be read.</summary>
    public static ScriptVersion Unreadable(string file) => new(file, "unreadable");

    /// <summary>E.g. <c>MAIN/notify.lua v7</c>; <c>MAIN/notify.lua@3fa9c1d2</c> for a text that was never made live; or <c>no script</c>.</summary>
    public override string ToString() => words;
}
