using Iasios.Extraction;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Evidence;

/// <summary>Checks <see cref="ReadingLimits"/> at start.</summary>
[OptionsValidator]
public sealed partial class ReadingLimitsValidator : IValidateOptions<ReadingLimits>;
