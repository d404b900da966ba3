using System.Text;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>What cannot be read is shown with its reason, and covers nothing, whatever folder it lies in.</summary>
[Collection(nameof(UsesProduct))]
public sealed class UnusableDocumentTests(Product product)
{
    [Fact]
    public Task A_kind_of_picture_without_reader_is_unsupported() => IsShownAsync("8c/photo.gif", [.. "GIF89a"u8, 0, 0], "unsupported");

    [Fact]
    public Task A_damaged_picture_is_unreadable() => IsShownAsync("8c/photo.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "unreadable");

    [Fact]
    public async Task A_document_with_a_password_is_encrypted() =>
        await IsShownAsync("8c/register.pdf", await Sample.ReadAsync("Gerätebuch/implant-register-2026.pdf"), "encrypted");

    [Fact]
    public Task A_broken_file_is_unreadable() => IsShownAsync("8c/broken.pdf", "%PDF-1.7 and nothing more"u8.ToArray(), "unreadable");

    [Fact]
    public Task An_empty_file_is_unreadable() => IsShownAsync("8c/empty.txt", [], "unreadable");

    [Fact]
    public Task A_file_over_the_limit_is_too_large() =>
        IsShownAsync("8c/large.txt", Encoding.UTF8.GetBytes(Hospital.SedationPolicy.PadRight(Product.LargestFile + 1, '.')), "tooLarge");

    private async Task IsShownAsync(string path, byte[] content, string outcome)
    {
        var hospital = product.NewHospital();

        await hospital.HandInAsync(path, content);

        var status = await hospital.StatusAsync(seen => seen["documents"]!["byOutcome"]![outcome] is not null);
        var shown = Assert.Single(status["documents"]!["needPerson"]!.AsArray())!;
        Assert.Equal((path, "attention", outcome), ((string?)shown["name"], (string?)shown["processing"], (string?)shown["outcome"]));
        Assert.True(((string?)shown["reason"])!.Length > 10);
        Assert.Equal("missing", IngestionTests.State(status, "8c"));
        Assert.Empty(await hospital.TextsAsync(path));
    }
}
