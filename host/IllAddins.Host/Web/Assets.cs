using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IllAddins.Host.Web;

/// <summary>Scripts and styles out of the assembly. Their address carries the hash of all of them, so browsers may keep them for ever.</summary>
public sealed partial class Assets
{
    private const string Prefix = "wwwroot/";

    private readonly Dictionary<string, Asset> byName;
    private readonly string version;

    public Assets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        byName = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(name => name[Prefix.Length..], name => Read(assembly, name), StringComparer.Ordinal);
        version = Convert.ToHexStringLower(SHA256.HashData(byName.Values.SelectMany(asset => asset.Content).ToArray()), 0, 8);
    }

    /// <summary>The address of a file; modules beside each other import one another by relative names.</summary>
    public string Address(string name) => $"/assets/{version}/{name}";

    /// <summary>The modules that a module imports, and those that they import: named in the page, they are fetched at once instead of one after the other.</summary>
    public IReadOnlyList<string> Imports(string module)
    {
        var found = new List<string> { module };
        for (var at = 0; at < found.Count; at++)
            found.AddRange(byName[found[at]].Imports.Where(name => !found.Contains(name)));
        return found[1..];
    }

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{version}/{name}", (string version, string name, HttpContext context) =>
        {
            if (!byName.TryGetValue(name, out var asset))
                return Results.NotFound();
            context.Response.Headers.CacheControl = version == this.version ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(asset.Content, asset.ContentType);
        }).AllowAnonymous();

    private static Asset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new Asset(content.ToArray(), Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidOperationException($"{name}: no content type is known for '{other}'."),
        }, [.. Import().Matches(Encoding.UTF8.GetString(content.ToArray())).Select(import => import.Groups[1].Value)]);
    }

    [GeneratedRegex("""^import .* from "\./([a-z]+\.js)";$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    private sealed record Asset(byte[] Content, string ContentType, IReadOnlyList<string> Imports);
}
