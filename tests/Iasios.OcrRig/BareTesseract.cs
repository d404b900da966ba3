using System.Globalization;
using Iasios.Core.Text;

namespace Iasios.OcrRig;

/// <summary>Tesseract as one would call it by hand, on the very picture that the document holds.</summary>
public static class BareTesseract
{
    /// <summary>The text of a picture.</summary>
    public static string Read(byte[] picture, DocumentLanguage language, int dpi) => Run(picture, language, dpi, "txt");

    /// <summary>The words with their confidence, as a table.</summary>
    public static IReadOnlyList<(string Word, double Confidence)> ReadWords(byte[] picture, DocumentLanguage language, int dpi) =>
    [
        .. from line in Run(picture, language, dpi, "tsv").Split('\n').Skip(1)
           let cells = line.Split('\t')
           where cells is ["5", ..] && !string.IsNullOrWhiteSpace(cells[11])
           select (cells[11], double.Parse(cells[10], CultureInfo.InvariantCulture) / 100),
    ];

    private static string Run(byte[] picture, DocumentLanguage language, int dpi, string format)
    {
        using var folder = new WorkFolder();
        var name = language switch { DocumentLanguage.De => "deu", DocumentLanguage.Fr => "fra", DocumentLanguage.Es => "spa", DocumentLanguage.It => "ita", _ => "eng" };
        return Tool.Run(
            "tesseract", folder.Write("page", picture), "stdout", "-l", name, "--psm", "3", "--dpi", dpi.ToString(CultureInfo.InvariantCulture), format);
    }
}
