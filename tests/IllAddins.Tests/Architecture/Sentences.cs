using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IllAddins.Tests.Architecture;

/// <summary>The texts in C# that read as words for people: two words or more, or one beside a value.</summary>
/// <remarks>Left out is what nobody reads on a screen: exceptions, log lines, the audit, SQL, attributes.</remarks>
public static partial class Sentences
{
    /// <summary>Each text with its values as {}, in the order of the source.</summary>
    public static IEnumerable<string> In(string source) =>
        from node in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
        let text = TextOf(node)
        where text is not null && (Reads(text) || IsTitle(node, text)) && !node.Ancestors().Any(IsForNoReader)
        select text;

    /// <summary>True for two words or more, or one beside a value, that no machine reads.</summary>
    public static bool Reads(string text) => Words().IsMatch(text) && !Machine().IsMatch(text);

    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax sentence => string.Concat(sentence.Contents.Select(part => part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "{}")),
        _ => null,
    };

    // One word, where a word is shown.
    private static bool IsTitle(SyntaxNode node, string text) =>
        text.Any(char.IsLetter) && node.Ancestors().TakeWhile(around => around is not StatementSyntax and not ArgumentSyntax).OfType<AssignmentExpressionSyntax>().FirstOrDefault() is { } assignment
        && Shown().IsMatch(assignment.Left.ToString());

    private static bool IsForNoReader(SyntaxNode around) => around switch
    {
        AttributeSyntax or ThrowExpressionSyntax or ThrowStatementSyntax => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString() is var type && (type == "AuditEntry" || type.EndsWith("Exception", StringComparison.Ordinal)),
        InvocationExpressionSyntax call => Log().IsMatch(call.Expression.ToString()),
        _ => false,
    };

    [GeneratedRegex(@"[A-Za-z]{2,}['""\])]?[,.;:]? ['""(\[]?([A-Za-z]|\{\})|\{\}['""\])]?[,.;:]? ['""(\[]?[A-Za-z]{2}")]
    private static partial Regex Words();

    // SQL and its lists of columns, forms of a date, values of HTTP's headers, JSON.
    [GeneratedRegex(@"^\s*--|^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|PRAGMA|WHERE|AND|ORDER BY|LEFT JOIN|\{\} (SELECT|WHERE|ORDER|AND|FROM))\b|\b(ORDER BY|CREATE TABLE|CASE WHEN)\b|\bIN \(|= @|^[A-Z]\w+(,\s+[A-Z]\w+){2,}\s*$|^[dMyHhmstF:\-./' ]+$|^[\w/-]+; |-src '|^\{""")]
    private static partial Regex Machine();

    [GeneratedRegex("^(Title|Help|Submit|Text|Message|Question|Section|Menu|NeedsSelection|Notice|Refusal|Why)$")]
    private static partial Regex Shown();

    [GeneratedRegex(@"(^|\.)Log(Trace|Debug|Information|Warning|Error|Critical)$")]
    private static partial Regex Log();
}
