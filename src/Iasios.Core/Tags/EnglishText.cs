using System.Text;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Tells whether a text is English, from its smallest words and its letters.</summary>
internal static class EnglishText
{
    private const int FewestWords = 12;
    private const double ForeignShare = 0.06;
    private const double AccentShare = 0.06;
    private const double EnglishShare = 0.04;

    private static readonly HashSet<string> English = Words(
        "the of and to is for are be with by this that from must not or as at it was were will has have which each any all before after when if may who their than been");

    // Words that are English too ("die", "in", "no", "me", "on") are left out.
    private static readonly HashSet<string> Foreign = Words(
        "der das und ist mit dem den von zu fur auf nicht wird werden eine einer eines einem bei nach oder durch sind sowie im zur zum "
        + "le les des du et est pour par dans une sur avec aux ou sont qui ne pas ce cette au "
        + "el los las y que para del por una con se al es como su esta este "
        + "il lo gli della delle dei degli di che per con nel nella sono un alla dal e "
        + "da dos das em uma ao os nao "
        + "het een van voor niet zijn wordt naar bij ook "
        + "och som for det att med av ar till "
        + "jest nie oraz dla przez "
        + "se na pro ktere nebo ve ze "
        + "ve bir bu ile icin");

    /// <summary>False when a person must read the text because no card is written in its language. A short or wordless text passes.</summary>
    public static bool Is(IReadOnlyList<PageText> pages, IReadOnlyList<IReadOnlyList<Token>> tokens)
    {
        var (words, english, foreign, letters, strange, accented) = (0, 0, 0, 0, 0, 0);
        foreach (var token in tokens.SelectMany(page => page).Where(token => char.IsLetter(token.Word[0])))
        {
            words++;
            english += English.Contains(token.Word) ? 1 : 0;
            foreign += Foreign.Contains(token.Word) ? 1 : 0;
        }

        foreach (var rune in pages.SelectMany(page => page.Text.EnumerateRunes()).Where(Rune.IsLetter))
        {
            letters++;
            strange += rune.Value > 0x24F ? 1 : 0;
            accented += rune.Value is > 0x7F and <= 0x24F ? 1 : 0;
        }

        if (strange * 2 > letters && letters > 0)
        {
            return false;
        }

        return words < FewestWords
            || !(foreign > english && foreign >= words * ForeignShare)
            && !(accented >= words * AccentShare * 2 && english < words * EnglishShare);
    }

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
