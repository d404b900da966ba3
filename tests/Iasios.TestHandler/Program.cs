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
app.Map("/api/duplex", async (HttpContext context) =>
{
    // Answers every piece as it comes, which works only where nothing on the way buffers.
    await context.Response.StartAsync(context.RequestAborted);
    var buffer = new byte[1024];
    for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
    {
        await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
});
app.Map("/api/teapot", () => Results.Redirect("/elsewhere"));
app.Map("/api/hang", (CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
await app.RunAsync();
return 3;
