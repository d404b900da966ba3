using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Tells a text that says that Standards are met from one that says what is done.</summary>
internal static partial class ClaimOnlyText
{
    private const int LongestClaim = 600;
    private const int EnoughContent = 80;
    private const int EnoughRows = 4;
    private const int LongestSentence = 600;

    /// <summary>True when the text claims that a Standard, or all of IASIOS, is met and has next to no content besides.</summary>
    public static bool Is(Layout layout)
    {
        if (layout.Words > LongestClaim)
        {
            return false;
        }

        var sentences = Enumerable.Range(0, layout.Pages.Count)
            .SelectMany(page => SentenceReader.Read(layout, page).Select(sentence => (sentence.Line, Text: layout.Pages[page].Text[sentence.Start..sentence.End])))
            .Select(sentence => (layout.Lines[sentence.Line].Kind, sentence.Text))
            .ToList();
        if (!sentences.Exists(sentence => IsClaim(sentence.Text)))
        {
            return false;
        }

        var content = sentences.Where(sentence => sentence.Kind is LineKind.Body or LineKind.Row && !IsClaim(sentence.Text) && !IsAssurance(sentence.Text)).ToList();
        return content.Count(sentence => sentence.Kind == LineKind.Row) < EnoughRows
            && content.Sum(sentence => Tokenizer.Tokenize(sentence.Text).Count) < EnoughContent;
    }

    private static bool IsClaim(string sentence) =>
        sentence.Length <= LongestSentence && Subject().IsMatch(sentence) && Verb().IsMatch(sentence);

    private static bool IsAssurance(string sentence) => sentence.Length <= LongestSentence && Assurance().IsMatch(sentence);

    [GeneratedRegex(@"\b(IASIOS|CIRSE Standards?|Standards? ?\d{1,2} ?\.?[a-z]?|sub-?requirements?|accreditation|all (applicable |relevant |core )?(requirements|standards)|\d{1,2}[a-g])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(compl(y|ies|iant|iance|ied)|conforms?|conformity|conformance|meets?|met|fulfil(l?s|led|ment)?|fulfills?|satisf(y|ies|ied)|adheres?|in (accordance|line|keeping|agreement) with|yes|implemented)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(we|hereby|our|committed|commitment|highest|excellen(t|ce)|confirm|declare|declaration|ensure|ensures|assure|proud|guarantee|state[- ]of[- ]the[- ]art|best practice|very seriously|fully|compl(y|ies|iant|iance)|signed|sincerely|to whom it may concern|undersigned)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assurance();
}
