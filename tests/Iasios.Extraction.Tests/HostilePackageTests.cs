using System.Buffers.Binary;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class HostilePackageTests
{
    private const string Paragraph = "<w:p><w:r><w:t>Staff clean their hands.</w:t></w:r></w:p>";

    [Fact]
    public async Task A_part_that_unpacks_to_too_much_is_too_large()
    {
        var bomb = Package.Word(new string(' ', 9_000_000));

        Assert.InRange(bomb.Length, 0, 100_000);
        await AssertRefusedAsync(ReadingOutcome.TooLarge, bomb, new() { MaxPartBytes = 8_000_000 });
    }

    [Fact]
    public async Task Parts_that_together_unpack_to_too_much_are_too_large()
    {
        var package = Package.Word(Paragraph + new string(' ', 6_000));

        await AssertRefusedAsync(ReadingOutcome.TooLarge, package, new() { MaxPartBytes = 10_000, MaxUnpackedBytes = 5_000 });
    }

    [Fact]
    public async Task More_text_than_the_limit_is_too_large() =>
        await AssertRefusedAsync(ReadingOutcome.TooLarge, Package.Word(string.Concat(Enumerable.Repeat(Paragraph, 100))), new() { MaxCharacters = 1_000 });

    [Fact]
    public async Task A_package_of_too_many_parts_is_too_large() =>
        await AssertRefusedAsync(ReadingOutcome.TooLarge, Package.Zip(Enumerable.Range(0, 5_001).Select(number => ($"part{number}", ""))));

    [Fact]
    public async Task A_directory_of_more_entries_than_it_admits_to_is_too_large()
    {
        var package = Package.Zip(Enumerable.Range(0, 6_000).Select(number => ($"part{number}", "")));
        BinaryPrimitives.WriteUInt32LittleEndian(package.AsSpan(package.Length - 14), 0x00010001);

        await AssertRefusedAsync(ReadingOutcome.TooLarge, package);
    }

    [Fact]
    public async Task An_attribute_larger_than_an_element_may_be_is_too_large() =>
        await AssertRefusedAsync(ReadingOutcome.TooLarge, Package.Word($"<w:p w:a=\"{new string('a', 1_200_000)}\"/>"));

    [Fact]
    public async Task Ever_new_names_are_too_large() =>
        await AssertRefusedAsync(ReadingOutcome.TooLarge, Package.Word(string.Concat(Enumerable.Range(0, 21_000).Select(number => $"<x{number}/>"))));

    [Fact]
    public async Task A_long_text_in_one_run_is_read_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("hands", 50_000));
        var reading = await EvidenceFile.ReadAsync(Package.Word($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));

        Assert.Equal(50_000, reading.Pages.Sum(page => page.Text.Split(' ', '\n').Count(word => word == "hands")));
    }

    [Fact]
    public async Task Deep_nesting_is_refused_without_taking_the_process_down()
    {
        const int Depth = 90_000;
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", Depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", Depth));

        await AssertRefusedAsync(ReadingOutcome.Unreadable, Package.Word(nested));
    }

    [Theory]
    [InlineData("""<!ENTITY e SYSTEM "file:///etc/passwd">""")]
    [InlineData("""<!ENTITY e "ha"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">""")]
    public async Task Entities_are_refused(string entity)
    {
        var xml = $"""<!DOCTYPE w:document [{entity}]><w:document xmlns:w="{Package.WordNamespace}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>""";

        await AssertRefusedAsync(ReadingOutcome.Unreadable, Package.WordDocument(xml));
    }

    [Fact]
    public async Task A_package_that_lies_about_its_sizes_is_unreadable()
    {
        var package = Package.Word(string.Concat(Enumerable.Repeat(Paragraph, 1_000)));
        ClaimTinySizes(package);

        await AssertRefusedAsync(ReadingOutcome.Unreadable, package);
    }

    [Fact]
    public async Task A_package_cut_off_in_its_middle_is_unreadable()
    {
        var package = Package.Word(Paragraph);

        await AssertRefusedAsync(ReadingOutcome.Unreadable, package[..(package.Length / 2)]);
    }

    [Fact]
    public async Task A_package_without_the_part_it_begins_with_is_unreadable() =>
        await AssertRefusedAsync(ReadingOutcome.Unreadable, Package.Zip(Package.Root("word/document.xml")));

    [Fact]
    public async Task A_part_that_is_not_well_formed_is_unreadable() =>
        await AssertRefusedAsync(ReadingOutcome.Unreadable, Package.Word("<w:p><w:r>"));

    private static async Task AssertRefusedAsync(ReadingOutcome outcome, byte[] package, ReadingLimits? limits = null)
    {
        var reading = await EvidenceFile.ReadAsync(package, limits);

        Assert.Equal(outcome, reading.Outcome);
        Assert.NotNull(reading.Reason);
        Assert.Empty(reading.Pages);
    }

    // Overwrites the unpacked size in every entry of the package's directory.
    private static void ClaimTinySizes(byte[] package)
    {
        var entry = "PK\u0001\u0002"u8;
        for (var at = package.AsSpan().IndexOf(entry); at >= 0;)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(package.AsSpan(at + 24), 10);
            var next = package.AsSpan(at + 4).IndexOf(entry);
            at = next < 0 ? next : at + 4 + next;
        }
    }
}
