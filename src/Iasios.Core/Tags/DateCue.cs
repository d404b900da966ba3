namespace Iasios.Core.Tags;

/// <summary>What the words before a date make of it.</summary>
internal enum DateCue
{
    /// <summary>Says nothing, and does not part a label from its date: "on", "the", "date".</summary>
    Neutral,

    /// <summary>To be reviewed by.</summary>
    Review,

    /// <summary>A revision or an update: the next one is a review, a past one gives the version's date.</summary>
    Revision,

    /// <summary>The end of validity.</summary>
    End,

    /// <summary>In force from.</summary>
    Start,

    /// <summary>"Valid": from or until, as the words around say.</summary>
    Valid,

    /// <summary>Issued, published, or the date of the version.</summary>
    Issue,

    /// <summary>Changed or reviewed on a past day.</summary>
    Changed,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>The day of a meeting or a report, or a plain date.</summary>
    Dated,

    /// <summary>Printed: the weakest date a document can have.</summary>
    Printed,

    /// <summary>Speaks of something else: a deadline for comments, a birth date, an earlier version.</summary>
    Other,

    /// <summary>The first day of a period that is not said to be one of validity.</summary>
    PeriodStart,

    /// <summary>Its last day.</summary>
    PeriodEnd,

    /// <summary>"Until".</summary>
    To,

    /// <summary>"From".</summary>
    From,

    /// <summary>"Next".</summary>
    Next,

    /// <summary>Written with the day of the week and nothing else, as meetings and events are.</summary>
    Weekday,

    /// <summary>No words that are known.</summary>
    Plain,
}
