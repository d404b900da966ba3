namespace Iasios.Dashboard.Tests;

/// <summary>What the facility of the tests has handed in: path in its folder, and text.</summary>
internal static class Documents
{
    public const string LogPath = "Räume & Geräte/log \"1\" <b>.txt";
    public const string LogTitle = "Maintenance log: <script>document.title='taken over'</script> \"angiography system\"";
    public const string LogQuote = "<img src=https://evil.example/x.png>";
    public const string MenuPath = "menu.txt";

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [LogPath] = $"""
            {LogTitle}
            Serial number 4711	Asset number B-0098

            Date	Work	Result	Engineer	Next service due
            2026-01-12	Preventive maintenance {LogQuote}	passed	T. R.	2026-07-12
            2026-03-02	Fault report: table drive, corrective maintenance {LogQuote}	repaired	T. R.
            2026-03-03	Constancy test after service {LogQuote}	within tolerance	physics	2026-04-03
            2026-07-10	Preventive maintenance and calibration {LogQuote}	passed	T. R.	2027-01-10
            """,
        ["policies/incidents.txt"] = """
            Incident reporting policy
            Version 5, effective from 1 July 2025, next review 1 July 2099

            What to report
            Every incident and near miss, whether or not harm came of it. Reports may be anonymous; nobody is blamed.
            How to report
            The reporter fills in the incident report form within 24 hours: date of incident, location, what happened, immediate action.
            What happens then
            The risk manager gives the severity of harm and tells the reporter of the outcome. A never event is notified to the director the same day. Duty of candour applies from moderate harm.
            """,
        [MenuPath] = """
            Menu of the week
            Monday: vegetable soup, bread and an apple. Tuesday: pasta with tomatoes and a salad for everybody in the house.
            """,
        ["policies/broken.pdf"] = "%PDF-1.7 and nothing else",
    };
}
