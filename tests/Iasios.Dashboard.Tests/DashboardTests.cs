using Microsoft.Playwright;

namespace Iasios.Dashboard.Tests;

[Collection(nameof(Product))]
public sealed class DashboardTests(Product product)
{
    private const string Overview = $"/api/dashboard/{Product.Facility}";

    [Fact]
    public async Task The_given_link_leads_to_a_clean_address_and_a_cookie_that_scripts_cannot_read()
    {
        await using var visit = await Visit.StartAsync(product);

        await visit.Page.GotoAsync(product.Link(Product.Facility).ToString());

        Assert.Equal(new Uri(product.Address, Overview).ToString(), visit.Page.Url);
        var cookie = Assert.Single(await visit.CookiesAsync());
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
    }

    [Fact]
    public async Task The_overview_says_in_words_how_things_stand()
    {
        await using var visit = await Visit.SignedInAsync(product);
        var centre = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Accredited Centre", Exact = true });

        Assert.Equal($"Evidence of {Product.FacilityName}", await visit.HeadingAsync());
        Assert.Contains("Not ready", await centre.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("0 of 27 core sub-requirements are evidenced. 2 more are found but not confirmed by a person.", await centre.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await visit.Page.GetByText("no core requirement").CountAsync());
        Assert.Contains("not IASIOS text", await visit.Page.GetByRole(AriaRole.Region, new() { Name = "The 13 Standards" }).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_person_confirmed_never_has_a_tick()
    {
        await using var visit = await Visit.SignedInAsync(product);

        var found = visit.Page.GetByRole(AriaRole.Link, new() { Name = "6b Core: Found, not confirmed" });

        Assert.DoesNotContain("✓", await found.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Table).First.GetByText("✓").CountAsync());
    }

    [Fact]
    public async Task From_the_overview_links_lead_to_the_marked_quote_in_the_text()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.FollowAsync("6b Core: Found, not confirmed");
        Assert.StartsWith("6b ", await visit.HeadingAsync(), StringComparison.Ordinal);
        var quote = await visit.Page.GetByRole(AriaRole.Blockquote).First.InnerTextAsync();
        await visit.FollowAsync(Documents.LogPath);
        Assert.Equal(quote, await visit.Page.Locator("mark").First.InnerTextAsync());
        await visit.FollowAsync("Page 1: read this quote for 6b in the whole text");

        Assert.EndsWith("/text?page=1#quote-6b", visit.Page.Url, StringComparison.Ordinal);
        var mark = visit.Page.Locator("mark");
        Assert.Contains(quote, await mark.InnerTextAsync(), StringComparison.Ordinal);
        await mark.GetByRole(AriaRole.Link, new() { Name = "Quote for 6b", Exact = true }).ClickAsync();
        Assert.EndsWith("/codes/6b", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_document_says_is_shown_as_text_and_never_run()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.FollowAsync("6b Core: Found, not confirmed");
        await visit.FollowAsync(Documents.LogPath);
        var about = await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        await visit.FollowAsync("Read the whole text");
        var text = await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync();

        Assert.Contains(Documents.LogQuote, about, StringComparison.Ordinal);
        Assert.Contains(Documents.LogTitle, text, StringComparison.Ordinal);
        Assert.Contains(Documents.LogQuote, text, StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("script, main img").CountAsync());
        Assert.All(visit.Requests, request => Assert.Equal(product.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task A_document_that_fits_nothing_says_so()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.FollowAsync("Documents");
        await visit.FollowAsync(Documents.MenuPath);

        Assert.Contains("fits none well enough", await visit.Page.GetByRole(AriaRole.Region, new() { Name = "What it is evidence for" }).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_can_be_shown_by_their_state()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.FollowAsync("Documents");
        await visit.FollowAsync("Needs a person (1)");

        Assert.Equal(["policies/broken.pdf"], await visit.Page.GetByRole(AriaRole.Rowheader).AllInnerTextsAsync());
    }

    [Theory]
    [InlineData(Overview + "/codes/99z", 404, "There is no such page")]
    [InlineData(Overview + "/documents/aaaaaaaaaaaaaaaaaaaaaaaaaa", 404, "There is no such page")]
    [InlineData(Overview + "/documents?page=2", 404, "There is no such page")]
    [InlineData(Overview + "/nothing", 404, "There is no such page")]
    [InlineData("/api/dashboard/" + Product.OtherFacility, 404, "There is no such page")]
    [InlineData("/api/dashboard/no-such-facility", 404, "There is no such page")]
    [InlineData(Overview + "/codes/6b?page=x", 400, "This address is not right")]
    [InlineData(Overview + "/documents?processing=x", 400, "This address is not right")]
    public async Task A_wrong_address_gives_a_page_in_plain_words(string address, int status, string heading)
    {
        await using var visit = await Visit.SignedInAsync(product);

        var answer = await visit.Page.GotoAsync(address);

        Assert.Equal(status, answer!.Status);
        Assert.Equal(heading, await visit.HeadingAsync());
        Assert.Contains("default-src 'none'", await answer.HeaderValueAsync("content-security-policy") ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Overview)]
    [InlineData(Overview + "?access=wrong")]
    [InlineData("/api/dashboard")]
    [InlineData("/api/dashboard/no-such-facility/codes/6b")]
    public async Task Without_the_link_every_address_says_to_open_it(string address)
    {
        await using var visit = await Visit.StartAsync(product);

        var answer = await visit.Page.GotoAsync(address);

        Assert.Equal(401, answer!.Status);
        Assert.Equal("Open the link that you were given", await visit.HeadingAsync());
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_only_facility_or_lists_several()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.Page.GotoAsync("/api/dashboard");
        Assert.EndsWith(Overview, visit.Page.Url, StringComparison.Ordinal);
        await visit.Page.GotoAsync(product.Link(Product.OtherFacility).ToString());
        await visit.Page.GotoAsync("/api/dashboard");

        Assert.Equal([Product.FacilityName, "Another hospital"], await visit.Page.GetByRole(AriaRole.Listitem).AllInnerTextsAsync());
    }
}
