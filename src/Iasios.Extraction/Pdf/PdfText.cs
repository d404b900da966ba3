using Iasios.Core.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>One page as pdftotext gave it.</summary>
/// <param name="Text">Its text; the confidence is the share of characters that are legible.</param>
/// <param name="Letters">Letters and digits in it.</param>
internal sealed record PdfPage(PageText Text, int Letters);

/// <summary>What pdftotext gave of a file.</summary>
/// <param name="Pages">Those that were read to their end.</param>
/// <param name="Total">As the file says; null when even that could not be learned.</param>
/// <param name="Unread">Pages within the limit that gave nothing; null when not known.</param>
/// <param name="Left">What is left of the document's time by the clock.</param>
internal sealed record PdfText(IReadOnlyList<PdfPage> Pages, int? Total, int? Unread, TimeSpan Left);
