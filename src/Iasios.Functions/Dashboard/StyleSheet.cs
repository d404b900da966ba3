using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Iasios.Functions.Dashboard;

/// <summary>The one stylesheet of all pages. Its address changes with its content, so that browsers may keep it.</summary>
public static class StyleSheet
{
    /// <summary>The route that serves it.</summary>
    public const string Route = Addresses.Root + "/style.css";

    private const string Resource = "dashboard/style.css";
    private static readonly byte[] Content = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..16];

    /// <summary>The address that pages name.</summary>
    public static string Address { get; } = $"{Route}?v={Version}";

    /// <summary>Serves it; 304 when the browser has it.</summary>
    public static FileContentHttpResult Serve(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(Content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(Resource)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
