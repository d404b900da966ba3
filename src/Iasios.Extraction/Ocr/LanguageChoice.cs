using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Which languages the next page is read with: one or two at first, then the one that the pages turn out to be in.</summary>
/// <param name="wanted">The likeliest first.</param>
/// <param name="installed">Tesseract's names of those whose data this machine has; at least one.</param>
internal sealed class LanguageChoice(IReadOnlyList<DocumentLanguage> wanted, IReadOnlySet<string> installed)
{
    // A second language takes a third more time; a third one takes more and reads no better.
    private const int AtOnce = 2;

    private IReadOnlyList<string> current = First(wanted, installed);

    /// <summary>As Tesseract takes them: "deu" or "deu+eng".</summary>
    public string Current => string.Join('+', current);

    /// <summary>Languages that pages turned out to be in and whose data this machine lacks.</summary>
    public HashSet<DocumentLanguage> Lacking { get; } = [];

    /// <summary>Takes note of the language that a page turned out to be in.</summary>
    /// <returns>Whether the page was read without that language, so that it should be read again.</returns>
    public bool Learn(DocumentLanguage told)
    {
        if (TesseractLanguages.NameOf(told) is not { } name)
        {
            return false;
        }

        if (!installed.Contains(name))
        {
            Lacking.Add(told);
            return false;
        }

        var wasRead = current.Contains(name, StringComparer.Ordinal);
        current = [name];
        return !wasRead;
    }

    private static List<string> First(IReadOnlyList<DocumentLanguage> wanted, IReadOnlySet<string> installed)
    {
        var names = wanted.Select(TesseractLanguages.NameOf).OfType<string>().Where(installed.Contains).Distinct(StringComparer.Ordinal).Take(AtOnce).ToList();
        return names.Count > 0 ? names : [installed.Contains("eng") ? "eng" : installed.Order(StringComparer.Ordinal).First()];
    }
}
