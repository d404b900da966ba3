using System.Globalization;

namespace Iasios.OcrRig;

/// <summary>Prints pages to a PDF and draws them as a perfect scanner would.</summary>
public sealed class Printer : IDisposable
{
    private readonly WorkFolder folder = new();
    private readonly string pdf;

    /// <param name="pages">What to print, one sheet each.</param>
    public Printer(IEnumerable<TruthPage> pages)
    {
        pdf = folder.File("pages.pdf");
        var html = folder.Write("pages.html", System.Text.Encoding.UTF8.GetBytes(TruthPage.Html(pages)));
        Tool.Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={folder.File("profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", html);
    }

    /// <summary>The PDF with its text, as printed.</summary>
    public byte[] Pdf => File.ReadAllBytes(pdf);

    /// <summary>A page drawn.</summary>
    /// <param name="page">From 0.</param>
    /// <param name="dpi">Dots an inch.</param>
    public GreyImage Draw(int page, int dpi)
    {
        var number = (page + 1).ToString(CultureInfo.InvariantCulture);
        Tool.Run("pdftoppm", "-gray", "-singlefile", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, pdf, folder.File("page"));
        return GreyImage.FromPgm(File.ReadAllBytes(folder.File("page.pgm")));
    }

    /// <inheritdoc />
    public void Dispose() => folder.Dispose();
}
