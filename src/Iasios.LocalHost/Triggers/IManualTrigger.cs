namespace Iasios.LocalHost.Triggers;

/// <summary>A function that a person can start by <c>POST /admin/functions/{name}</c>.</summary>
internal interface IManualTrigger
{
    /// <summary>The function's name.</summary>
    string Function { get; }

    /// <summary>Runs the function once, now.</summary>
    /// <param name="input">The message of a queue function; a timer has no use for it.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    Task RunNowAsync(string input, CancellationToken cancellationToken);
}
