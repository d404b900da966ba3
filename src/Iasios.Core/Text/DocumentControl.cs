namespace Iasios.Core.Text;

/// <summary>What a document's own control block can say of it.</summary>
public enum ControlField
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The document's number or code.</summary>
    Number,

    /// <summary>Its version or revision.</summary>
    Version,

    /// <summary>Who answers for it.</summary>
    Owner,

    /// <summary>Who approved or released it.</summary>
    ApprovedBy,

    /// <summary>In force from.</summary>
    Effective,

    /// <summary>Issued, approved or last changed on.</summary>
    Issued,

    /// <summary>To be reviewed by.</summary>
    NextReview,

    /// <summary>In force until.</summary>
    ValidUntil,
}

/// <summary>One value of the control block.</summary>
/// <param name="Field">What it is the value of.</param>
/// <param name="Page">The page's place in the document, from 0.</param>
/// <param name="Offset">Where it begins in the page's text, in UTF-16 units.</param>
/// <param name="Text">The value as it stands there.</param>
public sealed record ControlValue(ControlField Field, int Page, int Offset, string Text);

/// <summary>The key and value block of a first page, and the table of older versions beside it.</summary>
/// <param name="Values">At most one for each field.</param>
/// <param name="FirstHistoryLine">The place among the lines of the first row of the table of older versions; null when there is none.</param>
/// <param name="HistoryLines">How many lines that table has.</param>
public sealed record DocumentControl(IReadOnlyList<ControlValue> Values, int? FirstHistoryLine, int HistoryLines)
{
    /// <summary>The value of a field; null when the document does not give it.</summary>
    public ControlValue? this[ControlField field] => Values.FirstOrDefault(value => value.Field == field);

    /// <summary>Whether a line belongs to the table of older versions, whose rows say nothing of the present one.</summary>
    public bool IsHistory(int line) => FirstHistoryLine is { } first && line >= first && line < first + HistoryLines;
}
