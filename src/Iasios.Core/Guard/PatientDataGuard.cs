using Iasios.Core.Text;

namespace Iasios.Core.Guard;

/// <summary>
/// Looks for patient data in a document before anything of it is kept. It would rather hold back one document too many than
/// keep one patient's data, but passes blank forms, rosters, licences, numbers of devices and lots, and marked examples.
/// </summary>
public static class PatientDataGuard
{
    /// <summary>Changes whenever the same document may be judged otherwise; documents passed by another version are looked at again.</summary>
    public const string Version = "2";

    /// <summary>Looks at one document. Any text is allowed; the work grows with its length only.</summary>
    /// <param name="pages">The pages' text.</param>
    /// <param name="path">The folders and the file's name below the facility's own folder.</param>
    /// <param name="properties">The file's properties, such as title, subject and author; may be empty.</param>
    /// <returns>What was seen and where; empty when nothing speaks for holding the document back.</returns>
    public static IReadOnlyList<PatientDataFinding> Check(IReadOnlyList<PageText> pages, string path, IReadOnlyList<string> properties)
    {
        var found = new HashSet<PatientDataFinding>();
        foreach (var page in pages)
        {
            found.UnionWith(GuardJudge.Judge(new(page.Number, page.Text)));
        }

        found.UnionWith(FileNameGuard.Find(path).Select(kind => new PatientDataFinding(kind, PatientDataPlace.FileName, 0)));
        foreach (var property in properties)
        {
            var kinds = GuardJudge.Judge(new(0, property)).Select(finding => finding.Kind).Concat(FileNameGuard.Find(property));
            found.UnionWith(kinds.Select(kind => new PatientDataFinding(kind, PatientDataPlace.Properties, 0)));
        }

        return [.. found.OrderBy(finding => finding.Page).ThenBy(finding => finding.Place).ThenBy(finding => finding.Kind)];
    }
}
