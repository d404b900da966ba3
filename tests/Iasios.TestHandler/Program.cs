using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Iasios.TestHandler;
using Microsoft.AspNetCore.Http.Features;

// A custom handler that does what the message tells it to, and writes down what it was sent.
Console.WriteLine("handler out");
Console.Error.WriteLine("handler err");
Console.Error.WriteLine("handler warn");

if (Environment.GetEnvironmentVariable("TEST_HANDLER_START_EXIT") is { } code)
{
    return int.Parse(code, CultureInfo.InvariantCulture);
}

await Task.Delay(int.Parse(Environment.GetEnvironmentVariable("TEST_HANDLER_START_DELAY_MS") ?? "0", CultureInfo.InvariantCulture));

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
    IPAddress.Loopback, int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture)));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Diary>();

var app = builder.Build();
app.MapGet("/", () => "ready");
app.MapPost("/{function}", async (string function, HttpRequest request, Diary diary, CancellationToken cancellationToken) =>
{
    var body = await new StreamReader(request.Body).ReadToEndAsync(cancellationToken);
    diary.Write(function, request, body);
    return await Behaviour.AnswerAsync(function, JsonNode.Parse(body)!["Data"]!.AsObject().First().Value!, cancellationToken);
});
app.Map("/api/echo/{**path}", async (HttpRequest request, CancellationToken cancellationToken) => new
{
    request.Method,
    Target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
    Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
    Body = await new StreamReader(request.Body).ReadToEndAsync(cancellationToken),
});
var rest = new TaskCompletionSource();
app.Map("/api/drip", async (HttpContext context) =>
{
    // The rest comes only after the first piece has been seen, which takes a way on which nothing waits for the end.
    await context.Response.WriteAsync("first", context.RequestAborted);
    await context.Response.Body.FlushAsync(context.RequestAborted);
    await rest.Task.WaitAsync(context.RequestAborted);
    await context.Response.WriteAsync("second", context.RequestAborted);
});
app.Map("/api/drip/rest", rest.SetResult);
app.Map("/api/teapot", () => Results.Redirect("/elsewhere"));
app.Map("/api/hang", (CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
await app.RunAsync();
return 3;
