using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace IllAddins.Host.Requests;

/// <summary>Writes a filter as an SQL condition that is true or false of every row, never NULL, and collects its parameters.</summary>
internal sealed class RequestFilterText(DateTimeZone zone)
{
    private readonly List<(string Name, object? Value)> parameters = [];

    public IReadOnlyList<(string Name, object? Value)> Parameters => parameters;

    /// <summary>The first thing that cannot be asked; null while there is none.</summary>
    public string? Problem { get; private set; }

    public string Of(RequestFilter filter) => filter switch
    {
        RequestFilter.All { Parts: [] } => "1 = 1",
        RequestFilter.Any { Parts: [] } => "1 = 0",
        RequestFilter.All all => Joined(all.Parts, " AND "),
        RequestFilter.Any any => Joined(any.Parts, " OR "),
        RequestFilter.Not not => $"NOT {Of(not.Part)}",
        RequestFilter.Compare compare => Compare(compare),
        RequestFilter.Match match => Match(match),
        _ => throw new UnreachableException(),
    };

    /// <summary>The catalogue's field of a name, or null with a <see cref="Problem"/>.</summary>
    public Field? Field(string name)
    {
        if (FieldShape.Transactions.Positions.TryGetValue(name, out var at))
            return FieldShape.Transactions.Fields[at];
        Problem ??= $"{FieldProblem.Quote(name)} is no field of a request. Expected one of ILLiad's Transactions, e.g. TransactionStatus.";
        return null;
    }

    private string Joined(IReadOnlyList<RequestFilter> parts, string with) => $"({string.Join(with, parts.Select(Of))})";

    private string Compare(RequestFilter.Compare compare)
    {
        if (Field(compare.Field) is not { } field || Read(field, compare.Value) is not { } read)
            return "";
        if (read.Stored is null)
            return Nothing($"t.{field.Name}", compare.Comparison);
        var text = field.Kind == FieldKind.Text;
        var (column, value) = (text ? $"LOWER(t.{field.Name})" : $"t.{field.Name}", text ? $"LOWER({Parameter(read.Stored)})" : Parameter(read.Stored));
        return compare.Comparison == Comparison.NotEqual
            ? $"(t.{field.Name} IS NULL OR {column} <> {value})"
            : $"(t.{field.Name} IS NOT NULL AND {column} {Sign(compare.Comparison)} {value})";
    }

    private static string Nothing(string column, Comparison comparison) => comparison switch
    {
        Comparison.Equal => $"({column} IS NULL)",
        Comparison.NotEqual => $"({column} IS NOT NULL)",
        _ => "(1 = 0)",
    };

    private string Match(RequestFilter.Match match)
    {
        if (Field(match.Field) is not { } field)
            return "";
        if (field.Kind != FieldKind.Text || match.Text.Contains('\0', StringComparison.Ordinal))
        {
            Problem ??= field.Kind == FieldKind.Text
                ? $"{field.Name}: found a NUL character, expected text without NUL characters."
                : $"{field.Name} is no text. A part of a text can only be looked for in a text field, e.g. LoanTitle.";
            return "";
        }

        var (column, value) = ($"LOWER(t.{field.Name})", $"LOWER({Parameter(match.Text)})");
        return $"(t.{field.Name} IS NOT NULL AND " + match.At switch
        {
            // Not LIKE, whose signs and longest pattern differ from database to database.
            _ when match.Text.Length == 0 => "1 = 1)",
            TextMatch.Start => $"SUBSTR({column}, 1, LENGTH({value})) = {value})",
            TextMatch.End => $"LENGTH({column}) >= LENGTH({value}) AND SUBSTR({column}, LENGTH({column}) - LENGTH({value}) + 1) = {value})",
            TextMatch.Anywhere => $"LENGTH(REPLACE({column}, {value}, '')) < LENGTH({column}))",
            _ => throw new UnreachableException(),
        };
    }

    // As an import reads the field; only numbers are compared with any number, also with 0.
    private FieldReading? Read(Field field, object? value)
    {
        var text = value switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            DateTimeOffset moment => StoredTime.Write(moment),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        if (field.Kind == FieldKind.Number && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            return new FieldReading { Stored = whole };
        var reading = FieldText.Read(field.Kind, text, zone);
        if (reading.Problem(field.Name) is not { } problem)
            return reading;
        Problem ??= problem.Words;
        return null;
    }

    private string Parameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@f{parameters.Count}");
        parameters.Add((name, value));
        return name;
    }

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        _ => throw new UnreachableException(),
    };
}
