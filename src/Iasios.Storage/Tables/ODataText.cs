using System.Globalization;

namespace Iasios.Storage.Tables;

/// <summary>Values as OData writes them in addresses and filters.</summary>
internal static class ODataText
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The address of a row within its table.</summary>
    public static string Keys(string partitionKey, string rowKey) =>
        $"(PartitionKey={Uri.EscapeDataString(Quoted(partitionKey))},RowKey={Uri.EscapeDataString(Quoted(rowKey))})";

    public static string Filter(FormattableString filter)
    {
        var values = filter.GetArguments().Select(Literal).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, filter.Format, values);
    }

    private static string Literal(object? value) => value switch
    {
        string text => Quoted(text),
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        double number => Real(number.ToString(CultureInfo.InvariantCulture)),
        DateTimeOffset time => $"datetime'{Of(time)}'",
        Guid guid => $"guid'{guid}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        _ => throw new ArgumentException($"A filter cannot compare with a value of the type {value?.GetType().Name ?? "null"}.", nameof(value)),
    };

    // Without a point the service would take it for a whole number, which equals no real one.
    private static string Real(string digits) => digits.AsSpan().ContainsAny('.', 'E') ? digits : $"{digits}.0";
}
