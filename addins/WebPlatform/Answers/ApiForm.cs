using System.Diagnostics;
using System.Globalization;

namespace IllAddins.WebPlatform.Answers;

/// <summary>The form in which a caller wants the answer.</summary>
internal abstract class ApiForm
{
    private static readonly ApiForm Json = new JsonForm();
    private static readonly ApiForm Xml = new XmlForm();

    protected abstract string ContentType { get; }

    /// <summary>JSON, unless the caller prefers XML: by <c>$format</c>, else by the header Accept, whose parameters (<c>version=1</c>) do not count.</summary>
    public static ApiForm Of(EndpointCall call)
    {
        var wanted = call.Query.TryGetValue("$format", out var format) && format is [{ } named, ..] ? named : call.Headers.GetValueOrDefault("Accept") ?? "";
        var best = wanted.Split(',').Select(Read).Where(range => range.Form is not null).OrderByDescending(range => range.Quality).FirstOrDefault();
        return best.Form ?? Json;
    }

    public EndpointAnswer Write(ApiAnswer answer)
    {
        var (status, body) = answer switch
        {
            ApiAnswer.One one => (200, One(one.Record)),
            ApiAnswer.Many many => (200, Many(many.Kind, many.Records)),
            ApiAnswer.NotFound missing => (404, Error(missing.Message, new Dictionary<string, string>())),
            ApiAnswer.Invalid invalid => (400, Error(invalid.Message, invalid.Fields)),
            ApiAnswer.Conflict conflict => (409, Error(conflict.Message, new Dictionary<string, string>())),
            _ => throw new UnreachableException(),
        };
        return new EndpointAnswer { Status = status, ContentType = ContentType, Body = body };
    }

    protected abstract byte[] One(ApiRecord record);

    protected abstract byte[] Many(string kind, IReadOnlyList<ApiRecord> records);

    protected abstract byte[] Error(string message, IReadOnlyDictionary<string, string> fields);

    private static (ApiForm? Form, double Quality) Read(string range)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        ApiForm? form = parts[0].ToUpperInvariant() switch
        {
            "APPLICATION/XML" or "TEXT/XML" or "XML" => Xml,
            "APPLICATION/JSON" or "TEXT/JSON" or "JSON" or "*/*" or "APPLICATION/*" => Json,
            _ => null,
        };
        var weight = parts.Skip(1).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase))?[2..];
        return (form, double.TryParse(weight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 1);
    }
}
