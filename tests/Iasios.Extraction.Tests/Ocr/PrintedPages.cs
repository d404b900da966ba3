using Iasios.Core.Text;
using Iasios.OcrRig;

namespace Iasios.Extraction.Tests.Ocr;

/// <summary>Pages that a browser printed once for all tests: a whole one in each language, and a short one that is read in no time.</summary>
public sealed class PrintedPages : IDisposable
{
    public const int Dpi = 200;

    private static readonly TruthPage ShortTruth = new(
        DocumentLanguage.En, ["# Resuscitation trolley", "The trolley is checked every morning by the nurse in charge of the suite.", "Anything missing is replaced before the first patient."]);

    private readonly Printer printer = new([.. TruthPage.Languages.Select(Truth), ShortTruth]);

    public GreyImage ShortPage => printer.Draw(TruthPage.Languages.Count, Dpi);

    public static string ShortSentence => "The trolley is checked every morning by the nurse in charge of the suite.";

    public static TruthPage Truth(DocumentLanguage language) => TruthPage.Of(language)[1];

    public GreyImage Draw(DocumentLanguage language, int dpi = Dpi) => printer.Draw(TruthPage.Languages.ToList().IndexOf(language), dpi);

    public void Dispose() => printer.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PrintedPagesGroup : ICollectionFixture<PrintedPages>
{
    public const string Name = "Printed pages";
}
