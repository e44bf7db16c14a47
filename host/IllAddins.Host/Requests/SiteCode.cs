using System.Buffers;

namespace IllAddins.Host.Requests;

/// <summary>What may be the code of a site (NVTGC): it names the folder of the site's script, on every system.</summary>
public static class SiteCode
{
    private const int Longest = 20;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 _-.");

    /// <summary>The problem with a code; null where it may be used.</summary>
    /// <param name="code">Without surrounding spaces.</param>
    public static FieldProblem? Problem(string code)
    {
        var usable = code.Length is >= 1 and <= Longest
            && !code.AsSpan().ContainsAnyExcept(Allowed)
            && code[0] is not ('.' or ' ')
            && code[^1] is not ('.' or ' ');
        return usable ? null : new FieldProblem
        {
            Column = "NVTGC",
            Found = code.Length == 0 ? "nothing" : FieldProblem.Quote(code),
            Expected = "a site code that can name a folder: 1 to 20 letters (A to Z), digits, spaces, '_', '-' or '.', with no dot or space at either end",
        };
    }
}
