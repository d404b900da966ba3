using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Quarantine;

/// <summary>A person's orders about a document, as they go over the wire.</summary>
internal static class Orders
{
    public const string Patient = """
        Sedation record
        Patient name: Edna Whitlock
        Date of birth: 12/03/1951
        Before sedation the airway is assessed and the ASA grade noted. Midazolam is titrated in steps of 1 mg.
        Oxygen saturation, capnography and blood pressure are watched during sedation and written on the monitoring chart.
        """;

    public static JsonObject Release(bool notUploader = true) =>
        new() { ["reason"] = "The form is an invented teaching case.", ["by"] = "Karin Lang", ["notUploader"] = notUploader };

    public static JsonObject Purge() => new() { ["reason"] = "A real patient's form.", ["by"] = "Karin Lang" };

    public static async Task<string> ETagAsync(this Hospital hospital, App app, string path)
    {
        using var response = await app.GetAsync($"{hospital.DocumentsAddress}/{hospital.KeyOf(path)}", hospital.Token);
        return response.Headers.ETag!.ToString();
    }

    public static async Task<(HttpStatusCode Status, JsonNode? Body)> OrderAsync(
        this Hospital hospital, App app, string path, string verb, JsonObject body, string? etag, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{hospital.DocumentsAddress}/{hospital.KeyOf(path)}/{verb}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? hospital.Token);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        using var response = await app.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
    }
}
