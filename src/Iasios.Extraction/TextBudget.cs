using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>Counts the characters of one document and ends its reading when they are too many.</summary>
internal sealed class TextBudget(int maxCharacters)
{
    private int left = maxCharacters;

    /// <exception cref="UnusableDocumentException">The document has more text than one document may have.</exception>
    public void Spend(int characters)
    {
        left -= characters;
        if (left < 0)
        {
            throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The document has more text than can be read. Please split it.");
        }
    }
}
