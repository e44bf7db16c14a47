using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>Whether a call is for an add-in's endpoint.</summary>
public abstract record EndpointMatch
{
    private EndpointMatch()
    {
    }

    /// <summary>The address is not an add-in's.</summary>
    public sealed record Elsewhere : EndpointMatch;

    /// <summary>The add-in whose path it is has nothing there.</summary>
    public sealed record Nothing : EndpointMatch;

    /// <summary>There is something, for other methods.</summary>
    public sealed record OtherMethod(IReadOnlyList<string> Methods) : EndpointMatch;

    /// <summary>An endpoint, the path below the prefix, and what stands in the place of the names in braces.</summary>
    public sealed record Found(Contributed<HttpEndpoint> Endpoint, string Path, IReadOnlyDictionary<string, string> Values) : EndpointMatch;

    /// <summary>Finds the endpoint of a call.</summary>
    /// <param name="method">In capitals.</param>
    /// <param name="path">As the server decoded it: all but escaped slashes.</param>
    /// <param name="served">What the add-ins serve now.</param>
    public static EndpointMatch Of(string method, string path, IReadOnlyList<ServedEndpoints> served)
    {
        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").Select(part => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase))];
        if (served.FirstOrDefault(addin => Same(addin.Prefix, parts[0])) is { } owner)
            return Of(method, owner, parts[1..], new Nothing());
        return Same(PathPrefixes.OfAll, parts[0]) && parts.Length > 1 && served.FirstOrDefault(addin => Same(addin.Addin, parts[1])) is { } named
            ? Of(method, named, parts[2..], new Elsewhere())
            : new Elsewhere();
    }

    private static EndpointMatch Of(string method, ServedEndpoints served, string[] parts, EndpointMatch otherwise)
    {
        var fitting = served.Endpoints.Select(endpoint => (Endpoint: endpoint, Path: endpoint.Path.Split('/'))).Where(known => Fits(known.Path, parts)).ToList();
        // A segment that is named goes before a name in braces, the first segment before the second.
        var best = fitting.Where(known => known.Endpoint.Method == (method == "HEAD" ? "GET" : method))
            .OrderBy(known => string.Concat(known.Path.Select(part => IsName(part) ? '1' : '0')), StringComparer.Ordinal).FirstOrDefault();
        if (best.Endpoint is not null)
            return new Found(served.Contribute(best.Endpoint), string.Join('/', parts), ValuesIn(best.Path, parts));
        return fitting.Count > 0 ? new OtherMethod([.. fitting.Select(known => known.Endpoint.Method).Distinct().Order(StringComparer.Ordinal)]) : otherwise;
    }

    private static bool Fits(string[] path, string[] parts) =>
        path.Length == parts.Length && path.Zip(parts).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : Same(pair.First, pair.Second));

    private static Dictionary<string, string> ValuesIn(string[] path, string[] parts) =>
        path.Zip(parts).Where(pair => IsName(pair.First)).ToDictionary(pair => pair.First[1..^1], pair => pair.Second, StringComparer.OrdinalIgnoreCase);

    private static bool IsName(string segment) => segment[0] == '{';

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
