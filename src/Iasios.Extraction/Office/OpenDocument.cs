namespace Iasios.Extraction.Office;

/// <summary>What the formats of OpenDocument have in common.</summary>
internal static class OpenDocument
{
    public const string Text = "odt";
    public const string Workbook = "ods";
    public const string Presentation = "odp";
    public const string Content = "content.xml";

    private const string Family = "application/vnd.oasis.opendocument.";

    public static string FormatOf(string? mediaType) => mediaType switch
    {
        $"{Family}text" or $"{Family}text-template" => Text,
        $"{Family}spreadsheet" or $"{Family}spreadsheet-template" => Workbook,
        $"{Family}presentation" or $"{Family}presentation-template" => Presentation,
        _ => OfficeReader.Zip,
    };

    /// <summary>Whether a password is needed: the package lists how each of its parts was encrypted.</summary>
    public static bool IsEncrypted(OfficePackage package)
    {
        using var xml = package.Open("META-INF/manifest.xml");
        while (xml?.Read() == true)
        {
            if (xml.StartsAt("encryption-data"))
            {
                return true;
            }
        }

        return false;
    }

    public static PartXml OpenContent(OfficePackage package) => package.Open(Content) ?? throw new InvalidDataException("The content is missing.");
}
