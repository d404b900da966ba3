using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Iasios.Storage;

/// <summary>The settings under one connection name.</summary>
internal sealed class ConnectionSettings(IConfigurationSection section)
{
    /// <summary>The connection string, or null where an identity is used.</summary>
    public string? ConnectionString => string.IsNullOrWhiteSpace(section.Value) ? null : section.Value;

    /// <summary>The address of a service, which must be set.</summary>
    public Uri ServiceUri(string service)
    {
        var setting = $"{service}ServiceUri";
        return section[setting] switch
        {
            null or "" => throw new InvalidOperationException(
                $"The storage connection '{section.Path}' is not complete: set '{section.Path}' to a connection string, "
                + $"or '{Named(setting)}' to the address of the {service} service."),
            var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps => uri,
            _ => throw new InvalidOperationException($"The setting '{Named(setting)}' must be an https address."),
        };
    }

    /// <summary>The identity that the settings ask for; without any, the identity of the machine or of the developer.</summary>
    public TokenCredential Credential()
    {
        var clientId = section["clientId"] is { Length: > 0 } id ? id : null;
        return section["credential"] switch
        {
            null or "" => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            var kind when kind.Equals("managedidentity", StringComparison.OrdinalIgnoreCase) => new ManagedIdentityCredential(
                clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId)),
            _ => throw new InvalidOperationException($"The setting '{Named("credential")}' must be 'managedidentity' or absent."),
        };
    }

    // As an environment variable it is written with two underscores, which is what people set.
    private string Named(string setting) => $"{section.Path}__{setting}";
}
