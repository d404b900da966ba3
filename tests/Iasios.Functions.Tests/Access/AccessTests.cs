using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Access;

/// <summary>Who may see what: a facility's token opens that facility and nothing else.</summary>
[Collection(nameof(UsesProduct))]
public sealed class AccessTests(Product product)
{
    [Theory]
    [InlineData("status")]
    [InlineData("documents")]
    [InlineData("documents/aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("documents/aaaaaaaaaaaaaaaaaaaaaaaaaa/text")]
    [InlineData("anything-else")]
    public async Task Without_a_token_nothing_of_a_facility_is_shown(string address)
    {
        var hospital = product.NewHospital();

        using var response = await product.App.GetAsync($"/api/facilities/{hospital.Id}/{address}");

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("/api/dashboard")]
    [InlineData("/api/dashboard/hospital-001")]
    [InlineData("/api/dashboard/hospital-001/codes/8c")]
    [InlineData("/api/anything")]
    public async Task Without_a_token_no_other_address_is_open_either(string address)
    {
        using var response = await product.App.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData("secret-of-hospital-001-9Zk")]
    public async Task A_wrong_token_opens_nothing(string token)
    {
        using var response = await product.App.GetAsync("/api/facilities/hospital-001/status", null, ("Authorization", $"Bearer {token}"));

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
    }

    [Fact]
    public async Task Another_facility_and_an_unknown_one_look_the_same()
    {
        var hospital = product.NewHospital();
        var other = product.NewHospital();

        using var others = await product.App.GetAsync(other.StatusAddress, hospital.Token);
        using var unknown = await product.App.GetAsync("/api/facilities/no-such-hospital/status", hospital.Token);

        await IsProblemAsync(HttpStatusCode.NotFound, others);
        await IsProblemAsync(HttpStatusCode.NotFound, unknown);
        Assert.Equal(await DetailAsync(others), await DetailAsync(unknown));
    }

    [Fact]
    public async Task Another_facilitys_document_is_not_found_under_the_own_address()
    {
        var hospital = product.NewHospital();
        var other = product.NewHospital();
        await other.HandInAsync("policy.txt", Hospital.SedationPolicy);

        using var response = await product.App.GetAsync($"{hospital.DocumentsAddress}/{other.KeyOf("policy.txt")}/text", hospital.Token);

        await IsProblemAsync(HttpStatusCode.NotFound, response);
    }

    [Theory]
    [InlineData("Hospital-001")]
    [InlineData("h1")]
    [InlineData("hospital--001")]
    [InlineData("hospital_001")]
    public async Task An_address_with_an_impossible_facility_is_a_bad_request(string id)
    {
        using var response = await product.App.GetAsync($"/api/facilities/{id}/status", Hospital.TokenOf("hospital-001"));

        await IsProblemAsync(HttpStatusCode.BadRequest, response);
    }

    [Theory]
    [InlineData("access")]
    [InlineData("Access")]
    public async Task A_link_is_exchanged_for_a_cookie_at_once_and_the_cookie_opens_the_facility(string parameter)
    {
        var hospital = product.NewHospital();

        using var exchanged = await product.App.GetAsync($"{hospital.DocumentsAddress}?size=5&{parameter}={hospital.Token}");
        var cookie = Assert.Single(exchanged.Headers.GetValues("Set-Cookie"));
        using var opened = await product.App.GetAsync(exchanged.Headers.Location!.ToString(), null, ("Cookie", cookie.Split(';')[0]));

        Assert.Equal(HttpStatusCode.SeeOther, exchanged.StatusCode);
        Assert.Equal($"{hospital.DocumentsAddress}?size=5", exchanged.Headers.Location!.ToString());
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie.Split(';')[1..].Select(part => part.Trim()));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_a_link_that_was_opened_over_HTTPS_stays_on_HTTPS()
    {
        var hospital = product.NewHospital();

        using var exchanged = await product.App.GetAsync($"{hospital.StatusAddress}?access={hospital.Token}", null, ("X-Forwarded-Proto", "https"));

        Assert.Contains("secure", Assert.Single(exchanged.Headers.GetValues("Set-Cookie")).Split("; "));
    }

    [Fact]
    public async Task Cookies_of_two_facilities_open_both()
    {
        var one = product.NewHospital();
        var other = product.NewHospital();
        var cookies = $"iasios-{one.Id}={one.Token}; iasios-{other.Id}={other.Token}";

        foreach (var hospital in new[] { one, other })
        {
            using var response = await product.App.GetAsync(hospital.StatusAddress, null, ("Cookie", cookies));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_invalid_link_opens_nothing_and_sets_no_cookie()
    {
        var hospital = product.NewHospital();

        using var response = await product.App.GetAsync($"{hospital.StatusAddress}?access=wrong");

        await IsProblemAsync(HttpStatusCode.Unauthorized, response);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_answer_about_a_facility_is_kept_by_no_shared_cache()
    {
        var hospital = product.NewHospital();

        using var response = await product.App.GetAsync(hospital.StatusAddress, hospital.Token);

        Assert.True(response.Headers.CacheControl!.Private);
        Assert.True(response.Headers.CacheControl.NoCache);
    }

    private static async Task IsProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual("", await DetailAsync(response));
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"];
}
