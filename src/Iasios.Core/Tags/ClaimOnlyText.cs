using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Tells a text that says that Standards are met from one that says what is done, in five languages.</summary>
internal static partial class ClaimOnlyText
{
    private const int LongestClaim = 600;
    private const int LongestPraise = 350;
    private const int EnoughContent = 80;
    private const int EnoughFacts = 30;
    private const int EnoughRows = 4;
    private const int FewestAssurances = 2;
    private const int LongestSentence = 600;

    /// <summary>True when the text claims that a Standard, or all of IASIOS, is met and has next to no content besides.</summary>
    public static bool Is(Layout layout)
    {
        if (layout.Words > LongestClaim)
        {
            return false;
        }

        var sentences = Enumerable.Range(0, layout.Pages.Count)
            .SelectMany(page => SentenceReader.Read(layout, page).Select(sentence => (layout.Lines[sentence.Line].Kind, Text: layout.Pages[page].Text[sentence.Start..sentence.End])))
            .Where(sentence => sentence.Kind is LineKind.Body or LineKind.Row)
            .Select(sentence => (sentence.Kind, Text: sentence.Text.Length > LongestSentence ? "" : FoldedLine.Of(sentence.Text), Words: Tokenizer.Tokenize(sentence.Text).Count))
            .ToList();
        var claims = sentences.FindAll(sentence => Subject().IsMatch(sentence.Text) && Verb().IsMatch(sentence.Text));
        var content = sentences.Except(claims).Where(sentence => sentence.Kind == LineKind.Row || !Assurance().IsMatch(sentence.Text)).ToList();
        if (claims.Count == 0 || content.Count(sentence => sentence.Kind == LineKind.Row) >= EnoughRows)
        {
            return false;
        }

        // What is done can be counted: a text of praise gives no number, limit or interval.
        var assurances = sentences.Count(sentence => Assurance().IsMatch(sentence.Text));
        return content.Sum(sentence => sentence.Words) < EnoughContent
            || (layout.Words < LongestPraise && assurances >= FewestAssurances && content.Where(sentence => Fact().IsMatch(sentence.Text)).Sum(sentence => sentence.Words) < EnoughFacts);
    }

    [GeneratedRegex(@"\b(iasios|cirse standards?|standards? (\| )?\d{1,2} ?(\| )?[a-z]?|sub requirements?|accreditation|akkreditierung\w*|akkreditierungs\w+|accreditations?|acreditacion|accreditamento|\d{1,2}[a-g]|(all|alle|tous|toutes|todos|todas|tutti|tutte)( \w+){0,3} (requirements|standards|anforderungen|vorgaben|exigences|referentiels?|normes|requisitos|estandares|requisiti))\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(compl(y|ies|iant|iance|ied)|conforms?|conformity|conformance|meets?|met|fulfil(l?s|led|ment)?|fulfills?|satisf(y|ies|ied)|adheres?|in (accordance|line|keeping|agreement) with|yes|implemented|"
        + @"erfullen|erfullt|einhalten|eingehalten|halten|entspricht|entsprechen|konform|umgesetzt|gewahrleistet|konformitat|"
        + @"conformes?|conformite|respecte|respectent|respectons|satisfait|satisfont|satisfaisons|repond|repondent|repondons|remplit|remplissons|applique|appliquons|"
        + @"cumple|cumplen|cumplimos|cumplimiento|conformidad|satisface|satisfacemos|responde|"
        + @"conforme|conformi|conformita|rispetta|rispettano|rispettiamo|soddisfa|soddisfano|soddisfiamo|risponde|rispondono|adempie)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(we|hereby|our|committed|commitment|highest|excellen(t|ce)|confirm|declare|declaration|ensure|ensures|assure|proud|guarantee|state of the art|state \| of \| the \| art|best practice|very seriously|fully|compl(y|ies|iant|iance)|signed|sincerely|to whom it may concern|undersigned|"
        + @"wir|unsere?[nrs]?|uns|hiermit|hochste[nrs]?|exzellen\w+|bestatig\w+|erklaren|verpflicht\w+|gewahrleist\w+|vollumfanglich|vollstandig erfullt|selbstverstandlich|jederzeit|auf verlangen|"
        + @"nous|notre|nos|par la presente|excellence|attestons|certifions|declarons|engag\w+|garanti\w*|pleinement|entierement|soussigne\w*|fiers?|demande|"
        + @"nuestr[oa]s?|por la presente|excelencia|declaramos|certificamos|confirmamos|comprometid\w+|compromiso|garantiza\w*|plenamente|totalmente|abajo firmante|orgullos\w+|"
        + @"nostr[oaie]|noi|sottoscritt\w+|dichiara\w*|eccellen\w+|confermiamo|garanti\w+|pienamente|rispettiamo|vostr[oa]|orgoglio|la presente|vi aspettiamo|disponibile)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assurance();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fact();
}
