using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with an endpoint that an add-in registers, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static partial class EndpointFlaw
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static string? Of(HttpEndpoint endpoint) =>
        string.IsNullOrWhiteSpace(endpoint.Name) ? "an endpoint without a name. Give it one that admins can read, e.g. 'Create a user'."
        : !Methods.Contains(endpoint.Method, StringComparer.Ordinal) ? $"the endpoint '{endpoint.Name}' for the method '{endpoint.Method}'. Expected one of {string.Join(", ", Methods)}."
        : endpoint.Path is null || !Segments().IsMatch(endpoint.Path)
            ? $"the endpoint '{endpoint.Name}' at '{endpoint.Path}'. Expected segments of letters, digits and . _ ~ -, or {{name}}, with single slashes between them, e.g. 'Transaction/{{number}}/route'."
        : endpoint.Guard is null ? $"the endpoint '{endpoint.Name}' without Guard. Say who may call it."
        : endpoint.Guard is EndpointGuard.Open && endpoint.Method != "GET" ? $"the endpoint '{endpoint.Name}', a {endpoint.Method} that everybody may call. Guard it with a key or a sign-in."
        : endpoint.AnswerAsync is null ? $"the endpoint '{endpoint.Name}' without AnswerAsync. Set it."
        : null;

    /// <summary>Whether another endpoint of the add-in has the same method and path, whatever the names in braces.</summary>
    public static string? Beside(HttpEndpoint endpoint, IReadOnlyList<HttpEndpoint> others) =>
        others.FirstOrDefault(other => other.Method == endpoint.Method && Shape(other.Path) == Shape(endpoint.Path)) is { } same
            ? $"the endpoint '{endpoint.Name}' at {endpoint.Method} {endpoint.Path}, where its endpoint '{same.Name}' is. Choose another path."
            : null;

    private static string Shape(string path) => Placeholder().Replace(path, "{}").ToUpperInvariant();

    [GeneratedRegex(@"^([A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9]*\})(/([A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9]*\}))*\z")]
    private static partial Regex Segments();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
