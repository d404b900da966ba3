namespace Iasios.LocalHost.Configuration;

/// <summary>The published app cannot be served as it is; the message names the file and the field.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
