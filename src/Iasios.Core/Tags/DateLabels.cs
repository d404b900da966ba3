using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// The labels before a document's own dates. Words between a label and a date, as in "next review meeting: 3 March",
/// break the bond, and so does "last" before a label.
/// </summary>
internal static partial class DateLabels
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 5000;

    private const string Start = @"(?<![a-z-])(?<!(last|previous|prior|past|since)[ -])";
    private const string Bond = @"(\s*(date|due|is|on|by|before|was))*\s*(\([a-z /.-]{1,20}\))?\s*[:\t–=-]*\s*";
    private const string Date = "(?<date>" + WrittenDate.Pattern + ")";
    private const string Document = @"\b(this|the) (document|policy|procedure|protocol|sop|guideline|agreement|plan|checklist|form|standard|version|programme|contract)\b[^.\n]{0,60}?\b";
    private const string SecondDate = "(?<date>(" + WrittenDate.Pattern + "))";

    private const string NextReview =
        "(next (scheduled |planned |regular |formal |document |policy )?(review|revision)|date of (the )?next (review|revision)|review (is )?due|due for (review|revision)|to be reviewed|review (by|before|no later than|deadline)|reviewed? no later than|revision due|re-?review)";

    private const string PlainReview = "((document |policy |scheduled |planned )?review date|date (for|of) review|revision date due)";
    private const string ValidUntil = "(valid (until|till|to|through|up to)|validity( until| to| ends?)?|in force until|expir(es|y|ation)( date)?|date of expir(y|ation)|(agreement|contract|licence|license|term|permit)s? (ends|expires|terminates)|end of (the )?(term|contract|agreement)|(contract|agreement) end)";
    private const string InForce = "(effective( from| date)?|in (force|use|operation) (from|since|as of)|into (force|use)|valid from|date of effect|comes? into effect|commence(s|ment)( date)?|start of (the )?(term|contract|agreement))";
    private const string Issued = "(date of issue|issue date|issued|released?( date)?|date of release|approved|approval date|date (of )?approv(ed|al)|ratified|publication date|published)";
    private const string Dated = "(version date|date of (this )?version|last (reviewed|updated|revised|review)|date of (the )?meeting|meeting date|report date|date of (the )?report|date|dated)";

    /// <summary>The end of "valid from X to Y".</summary>
    public static Regex ValidRange() => ValidRangePattern();

    /// <summary>The label of each field alone, for a value on the next line, and the label with a date; the surest first.</summary>
    public static IReadOnlyList<(Regex WithDate, Regex Alone)> ReviewDue { get; } =
        [(NextReviewPattern(), NextReviewAlone()), (ReviewSentence(), NextReviewAlone()), (PlainReviewPattern(), PlainReviewAlone())];

    public static IReadOnlyList<(Regex WithDate, Regex Alone)> Validity { get; } = [(ValidRangePattern(), ValidAlone()), (ValidPattern(), ValidAlone())];

    public static IReadOnlyList<(Regex WithDate, Regex Alone)> Effective { get; } =
        [(InForcePattern(), InForceAlone()), (IssuedPattern(), IssuedAlone()), (DatedPattern(), DatedAlone())];

    [GeneratedRegex(Start + NextReview + Bond + Date, Options, Timeout)]
    private static partial Regex NextReviewPattern();

    [GeneratedRegex("^" + NextReview + @"( date| due| by| on)*\s*:?$", Options, Timeout)]
    private static partial Regex NextReviewAlone();

    [GeneratedRegex(Document + @"review(ed)?\b[^.\n]{0,30}?\b(by|on|before|in|until)( the end of)? " + Date, Options, Timeout)]
    private static partial Regex ReviewSentence();

    [GeneratedRegex(Start + PlainReview + Bond + Date, Options, Timeout)]
    private static partial Regex PlainReviewPattern();

    [GeneratedRegex("^" + PlainReview + @"\s*:?$", Options, Timeout)]
    private static partial Regex PlainReviewAlone();

    [GeneratedRegex(Start + @"(valid|validity|period of validity|term|in force|runs|effective)( is| period)?\s*:?\s*(from )?" + WrittenDate.Pattern + @"\s*(to|until|till|through|–|-|and (ends|expires) on)\s*" + SecondDate, Options, Timeout)]
    private static partial Regex ValidRangePattern();

    [GeneratedRegex(Start + ValidUntil + Bond + Date, Options, Timeout)]
    private static partial Regex ValidPattern();

    [GeneratedRegex("^" + ValidUntil + @"\s*:?$", Options, Timeout)]
    private static partial Regex ValidAlone();

    [GeneratedRegex(Start + InForce + Bond + Date, Options, Timeout)]
    private static partial Regex InForcePattern();

    [GeneratedRegex("^" + InForce + @"\s*:?$", Options, Timeout)]
    private static partial Regex InForceAlone();

    [GeneratedRegex(@"(?<![a-z-])" + Issued + Bond + Date, Options, Timeout)]
    private static partial Regex IssuedPattern();

    [GeneratedRegex("^" + Issued + @"\s*:?$", Options, Timeout)]
    private static partial Regex IssuedAlone();

    [GeneratedRegex("^" + Dated + Bond + Date, Options, Timeout)]
    private static partial Regex DatedPattern();

    [GeneratedRegex("^" + Dated + @"\s*:?$", Options, Timeout)]
    private static partial Regex DatedAlone();
}
