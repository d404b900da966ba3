using Iasios.Core.Standards;

namespace Iasios.Core.Readiness;

/// <summary>The answer for one level of accreditation. Nothing here says "accredited": only IASIOS says that.</summary>
public enum VerdictState
{
    /// <summary>Everything that this product can see is in place.</summary>
    Ready,

    /// <summary>Something known is missing.</summary>
    NotReady,

    /// <summary>Nothing known is missing, but too little is known.</summary>
    CannotJudge,

    /// <summary>The level is not open to the facility yet.</summary>
    NotOpen,
}

/// <summary>One thing that stands in the way.</summary>
/// <param name="Code">The sub-requirement; null for a gate.</param>
/// <param name="Gate">The gate, such as "caseReview"; null for a sub-requirement.</param>
/// <param name="Reason">What is missing, in plain words.</param>
/// <param name="NextStep">The next thing to do about it.</param>
public sealed record Blocking(RequirementCode? Code, string? Gate, string Reason, string NextStep);

/// <summary>Whether a facility could apply for Accredited Centre.</summary>
/// <param name="State">The answer.</param>
/// <param name="Blocking">Everything that stands in the way, sub-requirements first.</param>
public sealed record AccreditedCentreVerdict(VerdictState State, IReadOnlyList<Blocking> Blocking)
{
    /// <summary>True only when the answer is ready.</summary>
    public bool Met => State == VerdictState.Ready;
}

/// <summary>Whether a facility could apply for Centre of Excellence.</summary>
/// <param name="State">The answer.</param>
/// <param name="Reasons">Why, in plain words.</param>
public sealed record CentreOfExcellenceVerdict(VerdictState State, IReadOnlyList<string> Reasons)
{
    /// <summary>True only when the answer is ready.</summary>
    public bool Met => State == VerdictState.Ready;
}
