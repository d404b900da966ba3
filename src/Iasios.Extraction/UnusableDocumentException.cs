using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>Carries an outcome out of a parser's depths; <see cref="DocumentReader"/> turns it into a value.</summary>
internal sealed class UnusableDocumentException(ReadingOutcome outcome, string reason) : Exception(reason)
{
    public ReadingOutcome Outcome { get; } = outcome;
}
