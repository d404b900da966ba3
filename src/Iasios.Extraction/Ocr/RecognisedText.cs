namespace Iasios.Extraction.Ocr;

/// <summary>What one run of Tesseract read of a page.</summary>
/// <param name="Text">Lines, a blank line between paragraphs, a tab at the wide gaps of a table's row.</param>
/// <param name="Words">How many words.</param>
/// <param name="Confidence">The mean confidence of the words, from 0 to 1; 0 when there are none.</param>
/// <param name="Score">The confidence of each word times its length, summed: higher for more text and for surer text.</param>
internal sealed record RecognisedText(string Text, int Words, double Confidence, double Score);
