using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace IllAddins.Host.Web;

/// <summary>Sends the rows of screens and the assets packed: ten thousand rows are some megabytes, of which a tenth is left.</summary>
/// <remarks>Nothing else is packed: a page repeats what was asked beside the token of its forms, and the size of both packed together would betray the token.</remarks>
public static class RowCompression
{
    private static readonly string[] Packed = ["application/json", "text/javascript", "text/css"];

    public static void AddRowCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Packed;
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseRowCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => IsPacked(context.Request), packed => packed.UseResponseCompression());

    private static bool IsPacked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (request.Path.StartsWithSegments("/assets") || (request.Path.StartsWithSegments("/screens") && request.Path.Value!.EndsWith("/rows", StringComparison.OrdinalIgnoreCase)));
}
