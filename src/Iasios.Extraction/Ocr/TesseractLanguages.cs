using System.Collections.Frozen;
using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>The names that Tesseract has for languages.</summary>
internal static class TesseractLanguages
{
    private static readonly FrozenDictionary<DocumentLanguage, string> Names = new Dictionary<DocumentLanguage, string>
    {
        [DocumentLanguage.En] = "eng",
        [DocumentLanguage.De] = "deu",
        [DocumentLanguage.Fr] = "fra",
        [DocumentLanguage.Es] = "spa",
        [DocumentLanguage.It] = "ita",
    }.ToFrozenDictionary();

    /// <summary>All that a machine should have.</summary>
    public static IEnumerable<string> All => Names.Values.Order(StringComparer.Ordinal);

    /// <summary>Null for <see cref="DocumentLanguage.Other"/>.</summary>
    public static string? NameOf(DocumentLanguage language) => Names.GetValueOrDefault(language);
}
