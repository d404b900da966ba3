using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>A document that gives no text, and the sentences that more than one reader says.</summary>
internal static class Refusal
{
    public const string Unknown = "unknown";
    public const string PasswordNeeded = "A password is needed to open the file. Please hand it in without a password.";
    public const string SaveAs = "Please save it as PDF or DOCX and hand that in.";

    public static Reading Of(ReadingOutcome outcome, string format, string reason) => new(outcome, reason, format, PageCount: null, []);
}
