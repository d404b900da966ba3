using System.Text.RegularExpressions;
using Iasios.Storage;

namespace Iasios.LocalHost.Configuration;

/// <summary>The app settings, which are this program's environment variables, as the bindings refer to them.</summary>
internal sealed partial class AppSettings(IConfiguration settings)
{
    /// <summary>The connection that the host itself uses, and every binding that names none.</summary>
    public const string HostConnection = "AzureWebJobsStorage";

    /// <summary>Whether the host's own connection is set.</summary>
    public bool HasHostConnection => settings.GetSection(HostConnection).Exists();

    /// <summary>Whether a setting switches the function off.</summary>
    public bool Disables(string function) =>
        string.Equals(settings[$"AzureWebJobs.{function}.Disabled"], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The host id from the settings, or null.</summary>
    public string? HostId => settings["AzureFunctionsWebHost:hostid"];

    /// <summary>The text of a binding with every <c>%NAME%</c> replaced by its setting.</summary>
    /// <exception cref="ConfigurationException">A setting is missing.</exception>
    public string Resolve(JsonSection section, string field, string text) => Reference().Replace(
        text, match => settings[match.Groups["name"].Value] ?? throw section.Fault(field, $"names the setting '{match.Groups["name"].Value}', which is not set"));

    /// <summary>A command-line argument with every <c>%NAME%</c> replaced; as on the real host, an unknown one becomes empty.</summary>
    public string ExpandArgument(string text) => Reference().Replace(text, match => settings[match.Groups["name"].Value] ?? "");

    /// <summary>The storage account that a binding's <c>connection</c> names: <c>AzureWebJobs{name}</c> before <c>{name}</c>.</summary>
    /// <exception cref="ConfigurationException">The connection is not set, or not complete.</exception>
    public StorageAccount Connect(JsonSection binding)
    {
        var name = binding.OptionalText("connection") is { Length: > 0 } given ? Resolve(binding, "connection", given) : "Storage";
        var prefixed = $"AzureWebJobs{name}";
        try
        {
            return StorageAccount.FromConfiguration(settings, settings.GetSection(prefixed).Exists() ? prefixed : name);
        }
        catch (InvalidOperationException fault)
        {
            throw binding.Fault("connection", $"cannot be resolved: {fault.Message.TrimEnd('.')}");
        }
    }

    /// <summary>The storage account of the host's own connection.</summary>
    /// <exception cref="ConfigurationException">The connection is not complete.</exception>
    public StorageAccount ConnectHost()
    {
        try
        {
            return StorageAccount.FromConfiguration(settings, HostConnection);
        }
        catch (InvalidOperationException fault)
        {
            throw new ConfigurationException(fault.Message);
        }
    }

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
