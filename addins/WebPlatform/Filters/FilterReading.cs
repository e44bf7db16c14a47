using System.Globalization;
using Microsoft.OData.UriParser;

namespace IllAddins.WebPlatform.Filters;

/// <summary>Turns a parsed expression into a filter of the record; what has no such filter is named.</summary>
internal sealed class FilterReading
{
    /// <summary>OData version 3's name for contains, with its arguments the other way round.</summary>
    public const string SubstringOf = "substringof";

    public const int MostConditions = 100;

    private const string Supported = "Supported are eq, ne, gt, ge, lt, le, in, and, or, not, startswith, endswith, contains, substringof, tolower and toupper.";

    private static readonly RequestFilter Nothing = new RequestFilter.Any { Parts = [] };

    private int conditions;

    /// <summary>The first thing that is not supported; null while there is none.</summary>
    public string? Problem { get; private set; }

    public RequestFilter Condition(QueryNode node)
    {
        if (++conditions > 2 * MostConditions)
            return Refuse($"The expression has more than {MostConditions} conditions.");
        return Bare(node) switch
        {
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both => new RequestFilter.All { Parts = [Condition(both.Left), Condition(both.Right)] },
            BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either => new RequestFilter.Any { Parts = [Condition(either.Left), Condition(either.Right)] },
            BinaryOperatorNode comparison => Compare(comparison),
            UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => new RequestFilter.Not { Part = Condition(not.Operand) },
            SingleValueFunctionCallNode call => Match(call),
            InNode membership => OneOf(membership),
            ConstantNode { Value: bool always } => always ? new RequestFilter.All { Parts = [] } : Nothing,
            SingleValueOpenPropertyAccessNode flag => Compare(Field(flag, "$filter"), Comparison.Equal, true),
            var other => Refuse(Unsupported(other)),
        };
    }

    /// <summary>The name of a field; null with a <see cref="Problem"/> where it is something else.</summary>
    public string? Field(QueryNode node, string where)
    {
        if (Folded(node) is SingleValueOpenPropertyAccessNode { Source: ResourceRangeVariableReferenceNode } field)
            return field.Name;
        Problem ??= $"{where}: {Unsupported(Bare(node))}";
        return null;
    }

    private RequestFilter Compare(BinaryOperatorNode node)
    {
        if (Of(node.OperatorKind) is not { } comparison)
            return Refuse($"The operator {node.OperatorKind.ToString().ToLowerInvariant()} is not supported. {Supported}");
        var (left, right) = (Bare(node.Left), Bare(node.Right));
        if (left is ConstantNode && right is not ConstantNode)
            (left, right, comparison) = (right, left, Mirrored(comparison));
        if (right is not ConstantNode constant)
            return Refuse($"A comparison needs a field on one side and a value on the other; found {Shown(left)} and {Shown(right)}.");
        return left is SingleValueFunctionCallNode { Name: not ("tolower" or "toupper") } call && constant.Value is bool wanted
            && comparison is Comparison.Equal or Comparison.NotEqual
            ? Same(Match((SingleValueFunctionCallNode)left), wanted == (comparison == Comparison.Equal))
            : Compare(Field(left, "$filter"), comparison, constant.Value);
    }

    private static RequestFilter Compare(string? field, Comparison comparison, object? value) => field is null
        ? Nothing
        : new RequestFilter.Compare { Field = field, Comparison = comparison, Value = Value(value) };

    private static RequestFilter Same(RequestFilter filter, bool wanted) => wanted ? filter : new RequestFilter.Not { Part = filter };

    private RequestFilter Match(SingleValueFunctionCallNode call)
    {
        var arguments = call.Parameters.ToList();
        if (arguments.Count != 2 || PlaceOf(call.Name) is not { } at)
            return Refuse($"The function {call.Name} is not supported. {Supported}");
        var (field, text) = string.Equals(call.Name, SubstringOf, StringComparison.OrdinalIgnoreCase) ? (arguments[1], arguments[0]) : (arguments[0], arguments[1]);
        if (Folded(text) is not ConstantNode { Value: string wanted })
            return Refuse($"The function {call.Name} needs a field and a text.");
        return Field(field, "$filter") is { } name ? new RequestFilter.Match { Field = name, At = at, Text = wanted } : Nothing;
    }

    private RequestFilter OneOf(InNode node)
    {
        if (node.Right is not CollectionConstantNode list || list.Collection.Count > MostConditions)
            return Refuse($"in needs a field and a list of at most {MostConditions} values, e.g. RequestType in ('Loan','Article').");
        var field = Field(node.Left, "$filter");
        return new RequestFilter.Any { Parts = [.. list.Collection.Select(one => Compare(field, Comparison.Equal, one.Value))] };
    }

    private RequestFilter Refuse(string why)
    {
        Problem ??= why;
        return Nothing;
    }

    private static QueryNode Bare(QueryNode node) => node is ConvertNode convert ? Bare(convert.Source) : node;

    // Texts are compared without regard to case anyway.
    private static QueryNode Folded(QueryNode node) => Bare(node) switch
    {
        SingleValueFunctionCallNode { Name: "tolower" or "toupper" } call when call.Parameters.ToList() is [var inner] => Folded(inner),
        var other => other,
    };

    private static object? Value(object? value) => value switch
    {
        null or string or bool or int or long or DateTimeOffset => value,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Unsupported(QueryNode node) => $"{Shown(node)} is not supported here. {Supported}";

    private static string Shown(QueryNode node) => node switch
    {
        SingleValueOpenPropertyAccessNode { Source: ResourceRangeVariableReferenceNode } field => $"the field {field.Name}",
        SingleValueOpenPropertyAccessNode field => $"the path to {field.Name}",
        SingleValueFunctionCallNode call => $"the function {call.Name}",
        BinaryOperatorNode binary => $"the operator {binary.OperatorKind.ToString().ToLowerInvariant()}",
        UnaryOperatorNode unary => $"the operator {unary.OperatorKind.ToString().ToLowerInvariant()}",
        ConstantNode => "a value",
        _ => $"an expression of the kind {node.Kind}",
    };

    private static TextMatch? PlaceOf(string function) => function.ToUpperInvariant() switch
    {
        "STARTSWITH" => TextMatch.Start,
        "ENDSWITH" => TextMatch.End,
        "CONTAINS" or "SUBSTRINGOF" => TextMatch.Anywhere,
        _ => null,
    };

    private static Comparison? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => Comparison.Equal,
        BinaryOperatorKind.NotEqual => Comparison.NotEqual,
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        _ => null,
    };

    private static Comparison Mirrored(Comparison comparison) => comparison switch
    {
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        var other => other,
    };
}
