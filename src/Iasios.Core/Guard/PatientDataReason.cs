using System.Globalization;

namespace Iasios.Core.Guard;

/// <summary>Says in plain words what was found, for the person who handed the document in.</summary>
public static class PatientDataReason
{
    private const int PagesNamed = 5;

    /// <summary>Two or three sentences. They name kinds and pages, never a value.</summary>
    /// <param name="findings">At least one.</param>
    public static string Of(IReadOnlyList<PatientDataFinding> findings)
    {
        var places = findings
            .GroupBy(finding => (finding.Kind, finding.Place))
            .OrderBy(group => group.Key.Place)
            .ThenBy(group => group.Key.Kind)
            .Select(group => $"{Words(group.Key.Kind)} {Where(group.Key.Place, [.. group.Select(finding => finding.Page).Distinct().Order()])}");
        return $"This looks like patient data: {string.Join("; ", places)}. No text of it is kept and it counts for nothing. "
            + "Hand in a copy without patient data and have this one purged, or let another person release it if this is a false alarm.";
    }

    private static string Words(PatientDataKind kind) => kind switch
    {
        PatientDataKind.Name => "a name",
        PatientDataKind.Initials => "initials with a birth date",
        PatientDataKind.BirthDate => "a birth date",
        PatientDataKind.RecordNumber => "a patient or record number",
        PatientDataKind.InsuranceNumber => "an insurance or national number",
        PatientDataKind.Address => "an address or telephone number",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Where(PatientDataPlace place, IReadOnlyList<int> pages) => place switch
    {
        PatientDataPlace.FileName => "in the name of the file or folder",
        PatientDataPlace.Properties => "in the properties of the file",
        PatientDataPlace.Column => $"in a table on {Pages(pages)}",
        PatientDataPlace.Sticker => $"on a patient sticker on {Pages(pages)}",
        _ => $"on {Pages(pages)}",
    };

    private static string Pages(IReadOnlyList<int> pages)
    {
        var named = string.Join(", ", pages.Take(PagesNamed).Select(page => page.ToString(CultureInfo.InvariantCulture)));
        return $"{(pages.Count == 1 ? "page" : "pages")} {named}{(pages.Count > PagesNamed ? " and more" : "")}";
    }
}
