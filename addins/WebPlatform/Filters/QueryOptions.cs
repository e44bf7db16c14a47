using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace IllAddins.WebPlatform.Filters;

/// <summary>Reads OData's <c>$filter</c>, <c>$orderby</c>, <c>$top</c> and <c>$skip</c> into a query of the record; this and its neighbour alone name the OData library.</summary>
internal static class QueryOptions
{
    private static readonly string[] Known = ["$filter", "$orderby", "$top", "$skip"];
    private static readonly string[] Elsewhere = ["$format"];
    private static readonly EdmModel Model = new();
    private static readonly EdmEntityType Transaction = new("ILLiad", "Transaction", null, isAbstract: false, isOpen: true);
    private static readonly EdmEntitySet Transactions;
    private static readonly ODataUriResolver AnyCase = new() { EnableCaseInsensitive = true };

    // The type is open: which fields there are, and what their values may be, the record knows.
    static QueryOptions()
    {
        Model.AddElement(Transaction);
        var container = new EdmEntityContainer("ILLiad", "Container");
        Model.AddElement(container);
        Transactions = container.AddEntitySet("Transactions", Transaction);
        CustomUriFunctions.AddCustomUriFunction(
            FilterReading.SubstringOf,
            new FunctionSignatureWithReturnType(EdmCoreModel.Instance.GetBoolean(false), EdmCoreModel.Instance.GetString(true), EdmCoreModel.Instance.GetString(true)));
    }

    /// <summary>Reads the options of a call; other parameters do not count.</summary>
    /// <param name="options">The query's parameters.</param>
    /// <param name="query">The query without them.</param>
    public static OptionsReading Read(IReadOnlyDictionary<string, IReadOnlyList<string>> options, RequestQuery query)
    {
        var given = options.Where(option => option.Key.StartsWith('$')).ToDictionary(option => option.Key.ToLowerInvariant(), option => option.Value);
        if (given.Keys.FirstOrDefault(name => !Known.Contains(name) && !Elsewhere.Contains(name)) is { } unknown)
            return Refused($"{unknown} is not supported. Supported are {string.Join(", ", Known)} and $format.");
        if (given.FirstOrDefault(option => option.Value.Count > 1).Key is { } twice)
            return Refused($"{twice} stands there twice. Give it once.");
        var texts = given.Where(option => Known.Contains(option.Key) && option.Value is [{ Length: > 0 }])
            .ToDictionary(option => option.Key, option => option.Key is "$filter" or "$orderby" ? V3Literals.AsTexts(option.Value[0]) : option.Value[0]);
        try
        {
            return Parse(new ODataQueryOptionParser(Model, Transaction, Transactions, texts) { Resolver = AnyCase }, query);
        }
        catch (ODataException fault)
        {
            return Refused(fault.Message);
        }
        catch (Exception fault) when (fault is InvalidCastException or ArgumentException or FormatException or OverflowException or InvalidOperationException or NullReferenceException)
        {
            // The parser's own slips at what it knows and nobody means, e.g. cast(LoanTitle,5).
            return Refused("The expression cannot be read.");
        }
    }

    private static OptionsReading Parse(ODataQueryOptionParser parser, RequestQuery query)
    {
        var reading = new FilterReading();
        var filter = parser.ParseFilter() is { } clause ? reading.Condition(clause.Expression) : null;
        var order = new List<RequestOrder>();
        for (var by = parser.ParseOrderBy(); by is not null; by = by.ThenBy)
            order.Add(new RequestOrder { Field = reading.Field(by.Expression, "$orderby") ?? "", Descending = by.Direction == OrderByDirection.Descending });
        if (order.Count > FilterReading.MostConditions)
            return Refused($"$orderby names {order.Count} fields, expected {FilterReading.MostConditions} at the most.");
        return reading.Problem is { } problem ? Refused(problem) : new OptionsReading.Read(query with
        {
            Filter = filter,
            OrderBy = order,
            Top = (int)Math.Clamp(parser.ParseTop() ?? query.Top, 0, query.Top),
            Skip = (int)Math.Min(parser.ParseSkip() ?? 0, int.MaxValue),
        });
    }

    private static OptionsReading.Refused Refused(string why) => new(why);
}

/// <summary>What OData's options were read as.</summary>
internal abstract record OptionsReading
{
    private OptionsReading()
    {
    }

    public sealed record Read(RequestQuery Query) : OptionsReading;

    /// <summary>They cannot be read, or say something that is not supported.</summary>
    public sealed record Refused(string Why) : OptionsReading;
}
