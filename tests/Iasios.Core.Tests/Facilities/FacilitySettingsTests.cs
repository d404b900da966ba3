using System.Globalization;
using System.Text;
using Iasios.Core.Facilities;

namespace Iasios.Core.Tests.Facilities;

/// <summary>A facility's settings file, as an administrator may write it.</summary>
public sealed class FacilitySettingsTests
{
    private const string Digest = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    private const string Whole = $$"""
        {
          "v": 1, // the shape of this file
          "name": " St. Anna Hospital ",
          "timeZone": "Pacific/Auckland",
          "languages": ["en", "de"],
          "contact": { "name": "Quality office", "email": "quality@st-anna.example" },
          "accreditedSince": "2024-05-01",
          "accessTokens": [{ "name": "dashboard", "sha256": "{{Digest}}" }],
        }
        """;

    [Fact]
    public void A_whole_file_is_read()
    {
        var facility = Parse(Whole);

        Assert.Equal(("st-anna", "St. Anna Hospital", "Pacific/Auckland"), (facility.Id.Value, facility.Name, facility.TimeZone.Id));
        Assert.Equal(["en", "de"], facility.Languages);
        Assert.Equal(new Contact("Quality office", "quality@st-anna.example"), facility.Contact);
        Assert.Equal(new DateOnly(2024, 5, 1), facility.AccreditedSince);
        Assert.Equal(new AccessToken("dashboard", Digest), Assert.Single(facility.AccessTokens));
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read() => Assert.Equal("St. Anna Hospital", Parse("\uFEFF" + Whole).Name);

    [Fact]
    public void Only_version_name_and_time_zone_are_needed()
    {
        var facility = Parse("""{"v":1,"name":"St. Anna","timeZone":"Europe/Vienna"}""");

        Assert.Null(facility.Contact);
        Assert.Null(facility.AccreditedSince);
        Assert.Empty(facility.AccessTokens);
        Assert.Equal(["en"], facility.Languages);
    }

    [Fact]
    public void A_contact_without_a_name_is_called_by_the_address() => Assert.Equal(
        new Contact("a@b.example", "a@b.example"),
        Parse("""{"v":1,"name":"St. Anna","timeZone":"Europe/Vienna","contact":{"email":"a@b.example"}}""").Contact);

    [Theory]
    [InlineData("", "$:")]
    [InlineData("null", "v:")]
    [InlineData("[]", "$:")]
    [InlineData("{}", "v:")]
    [InlineData("""{"v":2,"name":"A","timeZone":"Europe/Vienna"}""", "v:")]
    [InlineData("""{"v":1,"timeZone":"Europe/Vienna"}""", "name:")]
    [InlineData("""{"v":1,"name":"  ","timeZone":"Europe/Vienna"}""", "name:")]
    [InlineData("""{"v":1,"name":"A\nBcc: b@c.example","timeZone":"Europe/Vienna"}""", "name:")]
    [InlineData("""{"v":1,"name":"A"}""", "timeZone:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"Mars/Olympus"}""", "timeZone:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"../../etc/passwd"}""", "timeZone:")]
    [InlineData("""{"v":1,"name":"A","timeZone":5}""", "$.timeZone:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","accreditedSince":"2024-13-01"}""", "$.accreditedSince:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","contact":{}}""", "contact.email:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","contact":{"email":"nobody"}}""", "contact.email:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","contact":{"email":"a@b.example\nBcc: c@d.example"}}""", "contact.email:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","contact":{"email":"a,@b.example"}}""", "contact.email:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","contact":{"name":"A\r\nB","email":"a@b.example"}}""", "contact.name:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","accessTokens":[null]}""", "accessTokens.sha256:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","accessTokens":[{"name":"x"}]}""", "accessTokens.sha256:")]
    [InlineData("""{"v":1,"name":"A","timeZone":"UTC","accessTokens":[{"sha256":"the-token-itself"}]}""", "accessTokens.sha256:")]
    public void A_wrong_file_is_refused_and_the_field_is_named_without_its_value(string file, string field)
    {
        var message = Assert.Throws<FormatException>(() => Parse(file)).Message;

        Assert.StartsWith(field, message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-token-itself", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "Europe/Vienna", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "Europe/Vienna", "2026-03-29")]
    [InlineData("2026-07-01T21:59:59Z", "Europe/Vienna", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "Europe/Vienna", "2026-07-02")]
    [InlineData("2026-01-01T11:00:00Z", "Pacific/Auckland", "2026-01-02")]
    [InlineData("2026-01-01T07:59:59Z", "America/Los_Angeles", "2025-12-31")]
    public void Today_is_the_date_at_the_facility(string now, string zone, string today)
    {
        var facility = Parse($$"""{"v":1,"name":"A","timeZone":"{{zone}}"}""");

        Assert.Equal(DateOnly.Parse(today, CultureInfo.InvariantCulture), facility.Today(new StoppedClock(now)));
    }

    [Theory]
    [InlineData("st-anna", true)]
    [InlineData("abc", true)]
    [InlineData("a-1", true)]
    [InlineData("ab", false)]
    [InlineData("St-anna", false)]
    [InlineData("st--anna", false)]
    [InlineData("-anna", false)]
    [InlineData("anna-", false)]
    [InlineData("st_anna", false)]
    [InlineData("st-änna", false)]
    [InlineData("st-anna\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_id_has_lower_case_letters_digits_and_single_hyphens(string? text, bool isId) => Assert.Equal(isId, FacilityId.TryParse(text, out _));

    [Fact]
    public void An_id_has_at_most_40_characters()
    {
        Assert.True(FacilityId.TryParse(new string('a', 40), out _));
        Assert.False(FacilityId.TryParse(new string('a', 41), out _));
    }

    private static Facility Parse(string file)
    {
        Assert.True(FacilityId.TryParse("st-anna", out var id));
        return FacilitySettings.Parse(id, Encoding.UTF8.GetBytes(file));
    }

    private sealed class StoppedClock(string now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
    }
}
