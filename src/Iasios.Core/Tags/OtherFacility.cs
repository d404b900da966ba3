using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Who the facility is, so that a document of another hospital is noticed.</summary>
/// <param name="Names">The names that its documents bear: the hospital's, its group's, short forms.</param>
public sealed record FacilityProfile(IReadOnlyList<string> Names);

/// <summary>Notices a letterhead that names another hospital. It says nothing where in doubt.</summary>
internal static partial class OtherFacility
{
    private const int HeadLines = 8;

    private static readonly HashSet<string> Generic = new(
        ("hospital hospitals university clinic clinics clinical centre center medical trust foundation institute general regional city national health service saint st of the and for "
        + "klinikum klinik kliniken universitat universitatsklinikum krankenhaus spital universitatsspital landesklinikum stadtisches medizin zentrum der die das am im an und fur ggmbh ag gmbh sankt "
        + "hopital hopitaux centre hospitalier universitaire clinique chu ch institut groupe de du des la le les et d l saint sainte "
        + "ospedale ospedali azienda ospedaliera ospedaliero sanitaria policlinico istituto universitario universitaria casa cura asst ausl asl irccs di del della dei delle e san santa presidio "
        + "universitario complejo hospitalario clinica instituto servicio salud area centro el los las y en").Split(' '),
        StringComparer.Ordinal);

    /// <summary>The other hospital's name as the letterhead has it; null when there is none, or it may be the facility's own.</summary>
    public static string? Find(Layout layout, FacilityProfile facility)
    {
        var own = facility.Names.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        if (own.Count == 0 || layout.Pages.Count == 0 || Words(layout.Pages[0].Text).Any(own.Contains))
        {
            return null;
        }

        return layout.Lines
            .TakeWhile(line => line.Page == 0)
            .Where(line => line.Kind != LineKind.Blank)
            .Take(HeadLines)
            .Select(line => Hospital().Match(line.Text))
            .Where(match => match.Success && Words(match.Value).Any())
            .Select(match => match.Value.Trim())
            .FirstOrDefault();
    }

    // The words that tell one hospital from another.
    private static IEnumerable<string> Words(string text) => Tokenizer.Tokenize(text).Select(token => token.Word).Where(word => word.Length > 2 && !Generic.Contains(word));

    // "St Brigid University Hospital", "Klinikum Lindenfurt", "Hôpital Saint-Roch", "Ospedale di Castelvermiglio".
    [GeneratedRegex(@"(\p{Lu}[\p{L}.'’-]+ )+(University )?(Hospital|Hospitals|Medical Cent(re|er)|Klinikum|Krankenhaus|Spital)\b|\b(\p{L}*[Kk]linikum|Universitätsmedizin|Krankenhaus|Spital|Ordensspital|H[oô]pital|Hôpitaux|CHU|CHRU|Centre [Hh]ospitalier|Clinique|Ospedale|Policlinico|Azienda [Oo]spedaliera|ASST|AUSL|Casa di [Cc]ura|Hospital|Complejo [Hh]ospitalario|Clínica)( (de|du|des|d['’]|la|le|les|di|del|della|dei|der|am|im|St\.?|San|Santa|Sankt|[Uu]niversit\p{L}+))*([ ’'-]?\p{Lu}[\p{L}’'-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hospital();
}
