using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace Iasios.Storage.Tables;

/// <summary>
/// One row of a table. Values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>,
/// <see cref="double"/>, <see cref="DateTimeOffset"/>, <see cref="Guid"/> or arrays of bytes; a null is not written.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The name is that of the package.")]
public sealed class TableEntity : IDictionary<string, object?>
{
    internal const string PartitionKeyName = "PartitionKey";
    internal const string RowKeyName = "RowKey";
    internal const string TimestampName = "Timestamp";
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> properties = new(StringComparer.Ordinal);

    /// <summary>Makes a row without keys.</summary>
    public TableEntity()
    {
    }

    /// <summary>Makes a row with its keys.</summary>
    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    /// <summary>The partition; null only where a query did not select it.</summary>
    public string PartitionKey
    {
        get => GetString(PartitionKeyName)!;
        set => this[PartitionKeyName] = value;
    }

    /// <summary>The row's key within the partition; null only where a query did not select it.</summary>
    public string RowKey
    {
        get => GetString(RowKeyName)!;
        set => this[RowKeyName] = value;
    }

    /// <summary>When the service wrote the row last, in UTC; null if the row was not read.</summary>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampName);
        set => this[TimestampName] = value;
    }

    /// <summary>The version of the row as it was read.</summary>
    public ETag ETag
    {
        get => GetString(ETagName) is { } text ? new(text) : default;
        set => this[ETagName] = value == default ? null : value.ToString("H");
    }

    /// <inheritdoc />
    public ICollection<string> Keys => properties.Keys;

    /// <inheritdoc />
    public ICollection<object?> Values => properties.Values;

    /// <inheritdoc />
    public int Count => properties.Count;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    private ICollection<KeyValuePair<string, object?>> Pairs => properties;

    /// <summary>The value of a property; null if there is none.</summary>
    public object? this[string key]
    {
        get => properties.GetValueOrDefault(key);
        set => properties[key] = value;
    }

    /// <summary>Gives a text; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string? GetString(string key) => Get<string>(key);

    /// <summary>Gives a truth value; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool? GetBoolean(string key) => GetValue<bool>(key);

    /// <summary>Gives a number of 32 bits; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public int? GetInt32(string key) => GetValue<int>(key);

    /// <summary>Gives a number of 64 bits; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public long? GetInt64(string key) => GetValue<long>(key);

    /// <summary>Gives a floating-point number; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public double? GetDouble(string key) => GetValue<double>(key);

    /// <summary>Gives a point in time, in UTC; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) => GetValue<DateTimeOffset>(key);

    /// <summary>Gives a GUID; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    /// <summary>Gives bytes; null if there are none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public byte[]? GetBinary(string key) => Get<byte[]>(key);

    /// <inheritdoc />
    public void Add(string key, object? value) => properties.Add(key, value);

    /// <inheritdoc />
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <inheritdoc />
    public bool Remove(string key) => properties.Remove(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, out object? value) => properties.TryGetValue(key, out value);

    /// <inheritdoc />
    public void Clear() => properties.Clear();

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Pairs.Add(item);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => Pairs.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        Pairs.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Pairs.Remove(item);

    private T? GetValue<T>(string key)
        where T : struct => this[key] is { } value ? Cast<T>(key, value) : null;

    private T? Get<T>(string key)
        where T : class => this[key] is { } value ? Cast<T>(key, value) : null;

    private static T Cast<T>(string key, object value) => value is T wanted
        ? wanted
        : throw new InvalidOperationException($"The property {key} is of the type {value.GetType().Name}, not {typeof(T).Name}.");
}
