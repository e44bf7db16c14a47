using System.Text;
using System.Text.RegularExpressions;

namespace IllAddins.WebPlatform.Filters;

/// <summary>Rewrites what OData version 3 and ILLiad's own dates write, and the parser of version 4 refuses, as texts: the record reads them as an import does.</summary>
internal static partial class V3Literals
{
    /// <summary>E.g. <c>DueDate gt datetime'2026-03-02'</c> and <c>DueDate gt 2026-03-02T00:00:00</c> become <c>DueDate gt '2026-03-02...'</c>; what stands in quotes stays.</summary>
    public static string AsTexts(string expression)
    {
        var rewritten = new StringBuilder(expression.Length + 16);
        var at = 0;
        while (at < expression.Length)
        {
            var (length, text) = Next(expression, at);
            rewritten.Append(text);
            at += length;
        }

        return rewritten.ToString();
    }

    private static (int Length, string Text) Next(string expression, int at)
    {
        if (Quoted().Match(expression, at) is { Success: true } quoted)
            return (quoted.Length, quoted.Value);
        if (Prefixed().Match(expression, at) is { Success: true } prefixed)
            return (prefixed.Length, $"'{prefixed.Groups["moment"].Value}'");
        if (Local().Match(expression, at) is { Success: true } local)
            return (local.Length, $"'{local.Value}'");
        return Word().Match(expression, at) is { Success: true } word ? (word.Length, word.Value) : (1, expression[at].ToString());
    }

    [GeneratedRegex(@"\G'(?:[^']|'')*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\Gdatetime(?:offset)?'(?<moment>[^']*)'", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?![0-9:.Zz+-])")]
    private static partial Regex Local();

    [GeneratedRegex(@"\G[\p{L}\p{N}_.:+-]+")]
    private static partial Regex Word();
}
