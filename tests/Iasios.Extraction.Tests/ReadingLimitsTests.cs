using System.ComponentModel.DataAnnotations;

namespace Iasios.Extraction.Tests;

public sealed class ReadingLimitsTests
{
    [Fact]
    public void The_limits_that_come_with_the_product_are_valid() => Assert.True(IsValid(new()));

    [Fact]
    public void A_limit_that_would_read_nothing_is_refused() => Assert.False(IsValid(new() { MaxPages = 0 }));

    [Fact]
    public void A_child_without_enough_memory_to_start_is_refused() => Assert.False(IsValid(new() { ToolMemoryBytes = 1024 }));

    private static bool IsValid(ReadingLimits limits) => Validator.TryValidateObject(limits, new(limits), null, validateAllProperties: true);
}
