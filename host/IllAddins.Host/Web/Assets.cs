using System.Reflection;
using System.Security.Cryptography;

namespace IllAddins.Host.Web;

/// <summary>Scripts and styles out of the assembly. Their address carries the hash of all of them, so browsers may keep them for ever.</summary>
public sealed class Assets
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
        });
    }

    private sealed record Asset(byte[] Content, string ContentType);
}
