using Iasios.Core.Guard;

namespace Iasios.Core.Tests.Guard;

/// <summary>Check digits: a right number is known, and a wrong figure in it is noticed.</summary>
public sealed class NationalNumberTests
{
    [Fact]
    public void NHS_numbers_are_checked_by_modulus_11() => IsChecked(Invented.Nhs, number => NationalNumbers.IsNhsNumber(number));

    [Fact]
    public void German_insurance_numbers_are_checked() => IsChecked(Invented.Kvnr, number => NationalNumbers.IsKvnr(number));

    [Fact]
    public void Austrian_social_insurance_numbers_are_checked() => IsChecked(Invented.Svnr.Replace(" ", "", StringComparison.Ordinal), number => NationalNumbers.IsSvnr(number));

    [Fact]
    public void Swiss_AHV_numbers_are_checked() => IsChecked(Invented.Ahv.Replace(".", "", StringComparison.Ordinal), number => NationalNumbers.IsAhv(number));

    [Fact]
    public void French_NIR_keys_are_checked() => IsChecked(Invented.Nir.Replace(" ", "", StringComparison.Ordinal), number => NationalNumbers.IsNir(number));

    [Fact]
    public void Spanish_DNI_and_NIE_letters_are_checked()
    {
        IsChecked(Invented.Dni, number => NationalNumbers.IsDniOrNie(number));
        IsChecked(Invented.Nie, number => NationalNumbers.IsDniOrNie(number));
    }

    [Fact]
    public void Italian_codici_fiscali_are_checked() => IsChecked(Invented.CodiceFiscale, number => NationalNumbers.IsCodiceFiscale(number));

    [Theory]
    [InlineData("")]
    [InlineData("0000000000")]
    [InlineData("ABCDEFGHIJ")]
    [InlineData("12345678é")]
    public void Anything_else_is_no_number(string text)
    {
        Assert.False(NationalNumbers.IsNhsNumber(text));
        Assert.False(NationalNumbers.IsKvnr(text));
        Assert.False(NationalNumbers.IsSvnr(text));
        Assert.False(NationalNumbers.IsAhv(text));
        Assert.False(NationalNumbers.IsNir(text));
        Assert.False(NationalNumbers.IsDniOrNie(text));
        Assert.False(NationalNumbers.IsCodiceFiscale(text));
    }

    // Every single wrong last figure must be noticed.
    private static void IsChecked(string number, Func<string, bool> isRight)
    {
        Assert.True(isRight(number));
        var others = char.IsDigit(number[^1]) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        Assert.All(others.Where(other => other != number[^1]), other => Assert.False(isRight(number[..^1] + other)));
    }
}
