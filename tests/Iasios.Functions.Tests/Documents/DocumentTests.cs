using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Documents;

/// <summary>Documents as JSON: the list, one, its text with the quotes marked.</summary>
[Collection(nameof(UsesProduct))]
public sealed class DocumentTests(Product product)
{
    [Fact]
    public async Task The_list_comes_in_pages_that_link_to_the_next()
    {
        var hospital = product.NewHospital();
        await Task.WhenAll(Enumerable.Range(1, 5).Select(number => hospital.HandInAsync($"{number}.txt", $"{Hospital.Menu}{number}")));
        var names = new List<string?>();
        var pages = 0;

        for (string? address = $"{hospital.DocumentsAddress}?size=2"; address is not null; pages++)
        {
            using var response = await product.App.GetAsync(address, hospital.Token);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            names.AddRange(page["documents"]!.AsArray().Select(row => (string?)row!["name"]));
            address = (string?)page["next"];
            Assert.Equal(address is null ? null : $"<{address}>; rel=\"next\"", response.Headers.TryGetValues("Link", out var link) ? link.Single() : null);
        }

        Assert.Equal(3, pages);
        Assert.Equal(["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deleted_documents_are_listed_on_request_only()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("menu.txt", Hospital.Menu);
        await hospital.RemoveAsync("menu.txt");

        var present = await hospital.GetAsync(hospital.DocumentsAddress);
        var all = await hospital.GetAsync($"{hospital.DocumentsAddress}?deleted=true");

        Assert.Empty(present["documents"]!.AsArray());
        Assert.Equal("deleted", (string?)Assert.Single(all["documents"]!.AsArray())!["processing"]);
    }

    [Theory]
    [InlineData("size=0")]
    [InlineData("size=201")]
    [InlineData("size=many")]
    [InlineData("after=nonsense")]
    public async Task A_wrong_question_about_the_list_is_a_bad_request(string query)
    {
        var hospital = product.NewHospital();

        using var response = await product.App.GetAsync($"{hospital.DocumentsAddress}?{query}", hospital.Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_document_is_shown_with_its_facts_and_what_led_to_its_tags()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policies/policy.txt", Hospital.SedationPolicy);

        var found = await hospital.DocumentAsync("policies/policy.txt");

        var document = found["document"]!;
        Assert.Equal(
            ("policies/policy.txt", "processed", "read", "policy", "2031-03-01"),
            ((string?)document["name"], (string?)document["processing"], (string?)document["outcome"], (string?)document["kind"], (string?)document["reviewDue"]));
        var tag = found["tags"]!.AsArray().Single(row => (string?)row!["code"] == "8c")!;
        Assert.Equal(("sedation-safety", "accepted"), ((string?)tag["topic"], (string?)tag["band"]));
        Assert.NotEmpty(tag["cues"]!.AsArray());
    }

    [Fact]
    public async Task The_text_is_the_documents_own_with_the_quote_marked()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        var found = await hospital.DocumentAsync("policy.txt");

        var text = await hospital.GetAsync((string)found["text"]!);

        var segments = text["segments"]!.AsArray();
        Assert.Equal(Hospital.SedationPolicy, string.Concat(segments.Select(segment => (string?)segment!["text"])).TrimEnd());
        var quote = found["tags"]!.AsArray().Single(row => (string?)row!["code"] == "8c")!["quote"]!["text"];
        Assert.Equal(
            (string?)quote,
            string.Concat(segments.Where(segment => segment!["codes"]!.AsArray().Any(code => (string?)code == "8c")).Select(segment => (string?)segment!["text"])));
    }

    [Fact]
    public async Task The_text_of_a_PDF_comes_page_by_page()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.pdf", await Sample.ReadAsync("policies/clinical-records-policy.pdf"));
        var address = $"{hospital.DocumentsAddress}/{hospital.KeyOf("policy.pdf")}/text";

        var first = await hospital.GetAsync(address);
        var second = await hospital.GetAsync((string)first["next"]!);
        var third = await hospital.GetAsync((string)second["next"]!);
        using var fourth = await product.App.GetAsync($"{address}?page=4", hospital.Token);

        Assert.Equal([1, 2, 3], first["pages"]!.AsArray().Select(page => (int)page!));
        Assert.Equal((1, 2, 3), ((int)first["page"]!, (int)second["page"]!, (int)third["page"]!));
        Assert.Null(third["next"]);
        Assert.Contains(second["segments"]!.AsArray(), segment => segment!["codes"]!.AsArray().Count > 0);
        Assert.Equal(HttpStatusCode.NotFound, fourth.StatusCode);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("no-key")]
    [InlineData("..%2F..%2Fstatus")]
    public async Task An_unknown_document_is_not_found(string id)
    {
        var hospital = product.NewHospital();

        using var document = await product.App.GetAsync($"{hospital.DocumentsAddress}/{id}", hospital.Token);
        using var text = await product.App.GetAsync($"{hospital.DocumentsAddress}/{id}/text", hospital.Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (document.StatusCode, text.StatusCode));
    }

    [Fact]
    public async Task A_document_that_could_not_be_read_has_no_text()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("broken.pdf", "%PDF-1.7 and nothing more");

        Assert.Null((await hospital.DocumentAsync("broken.pdf"))["text"]);
    }
}
