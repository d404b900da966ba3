using Iasios.Storage.Azurite;

namespace Iasios.Storage.Tables;

/// <summary>What a connection string says about the table service.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    /// <exception cref="FormatException">The text is not a connection string with an account key.</exception>
    public static TableConnectionString Parse(string text)
    {
        var settings = Split(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var used) && used)
        {
            return new(new(EmulatorAccount.TableEndpoint), new(EmulatorAccount.Name, EmulatorAccount.Key));
        }

        var account = Required(settings, "AccountName");
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var endpoint = settings.GetValueOrDefault("TableEndpoint", $"{protocol}://{account}.table.{suffix}");
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            ? new(uri, new(account, Required(settings, "AccountKey")))
            : throw new FormatException("The address of the table service in the connection string is not an address.");
    }

    private static Dictionary<string, string> Split(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A key in Base64 ends with '=', so only the first one separates.
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !settings.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw new FormatException("A connection string is a list of different settings, such as AccountName=name;AccountKey=key.");
            }
        }

        return settings;
    }

    private static string Required(Dictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new FormatException($"The connection string has no {name}.");
}
