using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Guard;
using Iasios.Core.Text;

namespace Iasios.Core.Tests.Guard;

/// <summary>What holds of the guard whatever it is given.</summary>
public sealed class GuardPropertyTests
{
    private static readonly string[] Scraps =
    [
        "Patient name", "Name", ":", " ", "  ", "\t", "\n", "|", ";", "Huber Maria", "M.K.", "geb.", "12.03.1961", "12.03.", "née le", "nata a", "*", "(", "MRN", "0048291375", "NHS", "DNI", "{", "\uD800", "é", "é", "....",
        "Dr.", "patient", "HCC", "Beispiel", "3 May", "1er mars 1961", "n.º", "-", ",", "SVNR", "756.9217.3580.2", "BNCLCU61C52F205",
    ];

    [Fact]
    public void Any_text_is_judged_without_a_fault() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), text =>
        PatientDataGuard.Check([new PageText(1, text)], text, [text]).All(finding => Enum.IsDefined(finding.Kind))));

    [Fact]
    public void A_filled_form_is_seen_wherever_it_stands() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), lines =>
    {
        var before = string.Join('\n', Enumerable.Repeat("The table is cleaned every evening.", lines.Get));
        return PatientDataGuard.Check([new PageText(1, $"{before}\n\nPatient name: Edna Whitlock\nDate of birth: 12/03/1951\n\n{before}")], "a.txt", []).Count == 2;
    }));

    private static Arbitrary<string> Texts() =>
        Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""), Gen.Elements(Scraps).ListOf().Select(string.Concat)).ToArbitrary();
}
