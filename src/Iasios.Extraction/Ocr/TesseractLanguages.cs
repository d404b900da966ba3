using System.Collections.Frozen;
using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>The names that Tesseract has for languages.</summary>
internal static class TesseractLanguages
{
    private static readonly FrozenDictionary<DocumentLanguage, (string Name, string English)> Names = new Dictionary<DocumentLanguage, (string Name, string English)>
    {
        [DocumentLanguage.En] = ("eng", "English"),
        [DocumentLanguage.De] = ("deu", "German"),
        [DocumentLanguage.Fr] = ("fra", "French"),
        [DocumentLanguage.Es] = ("spa", "Spanish"),
        [DocumentLanguage.It] = ("ita", "Italian"),
    }.ToFrozenDictionary();

    /// <summary>All that a machine should have.</summary>
    public static IEnumerable<string> All => Names.Values.Select(language => language.Name).Order(StringComparer.Ordinal);

    /// <summary>Null for <see cref="DocumentLanguage.Other"/>.</summary>
    public static string? NameOf(DocumentLanguage language) => Names.GetValueOrDefault(language).Name;

    /// <summary>What to say of a language without data, which is one of those with a name.</summary>
    public static string Lack(DocumentLanguage language) =>
        $"Tesseract lacks {Names[language].English} ({Names[language].Name}): accents and other letters of that language may be wrong.";
}
