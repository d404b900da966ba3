using Microsoft.Playwright;

namespace Iasios.Dashboard.Tests;

/// <summary>The product is started once for all tests.</summary>
[CollectionDefinition(nameof(Product))]
public sealed class OneProduct : ICollectionFixture<Product>;

/// <summary>A person at a browser without script.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) => Requests.Add(new Uri(request.Url));
        page.Console += (_, message) => Complaints.Add(message.Text);
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Everything that the browser asked for.</summary>
    public List<Uri> Requests { get; } = [];

    /// <summary>What the browser wrote to its console.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visit> StartAsync(Product product, int width = 1280)
    {
        var fresh = await product.Browser.NewContextAsync(new()
        {
            BaseURL = product.Address.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        fresh.SetDefaultTimeout(5000);
        return new(fresh, await fresh.NewPageAsync());
    }

    /// <summary>A visit that began with the facility's link.</summary>
    public static async Task<Visit> SignedInAsync(Product product, int width = 1280)
    {
        var visit = await StartAsync(product, width);
        await visit.Page.GotoAsync(product.Link(Product.Facility).ToString());
        return visit;
    }

    public Task<IReadOnlyList<BrowserContextCookiesResult>> CookiesAsync() => context.CookiesAsync();

    /// <summary>Follows a link by its name.</summary>
    public Task FollowAsync(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>The page's one heading of the first level.</summary>
    public Task<string> HeadingAsync() => Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
