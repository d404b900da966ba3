using Microsoft.Playwright;

namespace Iasios.Dashboard.Tests;

[Collection(nameof(Product))]
public sealed class AccessibilityTests(Product product)
{
    // Every text must stand out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3).
    private const string FaintTexts = """
        () => {
          const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
          const numbers = colour => colour.match(/[\d.]+/g).map(Number);
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = numbers(getComputedStyle(e).backgroundColor);
              if (colour.length === 3 || colour[3] > 0) return colour;
            }
            return [255, 255, 255];
          };
          return [...document.body.querySelectorAll('*')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .filter(e => {
              const [a, b] = [light(numbers(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
              return (a + 0.05) / (b + 0.05) < 4.5;
            })
            .map(e => e.outerHTML.slice(0, 120));
        }
        """;

    // Links and fields in no line of text must be at least 24 by 24 pixels, or stand apart (WCAG 2.2, 2.5.8).
    private const string SmallTargets = """
        () => [...document.querySelectorAll('table.matrix a, nav a, input, button')]
          .filter(e => { const box = e.getBoundingClientRect(); return box.height > 0 && (box.width < 24 || box.height < 24); })
          .map(e => e.outerHTML.slice(0, 120))
        """;

    private const string Structure = """
        () => {
          const problems = [];
          const all = selector => [...document.querySelectorAll(selector)];
          if (document.documentElement.lang !== 'en-GB') problems.push('lang');
          if (!document.title.trim()) problems.push('title');
          for (const one of ['h1', 'main', 'header', 'footer']) if (all(one).length !== 1) problems.push(`${all(one).length} ${one}`);
          const levels = all('h1,h2,h3,h4,h5,h6').map(h => Number(h.tagName[1]));
          levels.forEach((level, i) => { if (level > (levels[i - 1] ?? 0) + 1) problems.push(`heading ${i} jumps to ${level}`); });
          const ids = all('[id]').map(e => e.id);
          if (new Set(ids).size !== ids.length) problems.push('an id is there twice');
          for (const th of all('th')) if (!['row', 'col'].includes(th.scope)) problems.push('th without scope');
          for (const table of all('table')) if (!table.caption) problems.push('table without caption');
          for (const nav of all('nav')) if (!nav.ariaLabel) problems.push('nav without name');
          for (const link of all('a')) if (!link.textContent.trim()) problems.push('link without name');
          for (const input of all('input')) if (!input.labels.length) problems.push('field without label');
          for (const part of all('[aria-labelledby]')) if (!document.getElementById(part.getAttribute('aria-labelledby'))) problems.push('name missing');
          for (const link of all('a[href^="#"]')) if (!document.querySelector(link.getAttribute('href'))) problems.push('link to nowhere');
          if (all('[style], [onclick], script, iframe').length) problems.push('style, script or frame in the page');
          return problems;
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Every_page_is_well_formed_legible_and_fits_the_window(int width)
    {
        await using var visit = await Visit.SignedInAsync(product, width);

        foreach (var open in Pages(visit))
        {
            await open();
            var page = visit.Page;
            Assert.Empty(await page.EvaluateAsync<string[]>(Structure));
            Assert.Empty(await page.EvaluateAsync<string[]>(FaintTexts));
            Assert.Empty(await page.EvaluateAsync<string[]>(SmallTargets));
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{page.Url} is wider than {width} pixels.");
        }

        Assert.Empty(visit.Complaints);
        Assert.All(visit.Requests, request => Assert.Equal(product.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_skips_to_the_content()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await visit.Page.Locator(":focus").InnerTextAsync());
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#main", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_no_navigation_and_the_text_is_black_on_white()
    {
        await using var visit = await Visit.SignedInAsync(product);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await visit.Page.GetByRole(AriaRole.Navigation).First.IsVisibleAsync());
        Assert.Equal(["rgb(0, 0, 0)"], await visit.Page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('main *')].map(e => getComputedStyle(e).color))]"));
        Assert.Equal("6b", await visit.Page.GetByText("6b", new() { Exact = true }).First.InnerTextAsync());
    }

    private static IEnumerable<Func<Task>> Pages(Visit visit)
    {
        yield return () => Task.CompletedTask;
        yield return () => visit.Page.GotoAsync($"/api/dashboard/{Product.Facility}/codes/8c");
        yield return () => visit.Page.GotoAsync($"/api/dashboard/{Product.Facility}/codes/6b");
        yield return () => visit.FollowAsync(Documents.LogPath);
        yield return () => visit.FollowAsync("Read the whole text");
        yield return () => visit.FollowAsync("Documents");
        yield return () => visit.FollowAsync("policies/broken.pdf");
        yield return () => visit.Page.GotoAsync("/api/dashboard");
    }
}
