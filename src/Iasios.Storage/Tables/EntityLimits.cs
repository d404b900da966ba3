using System.Buffers;
using System.Text;

namespace Iasios.Storage.Tables;

/// <summary>
/// The limits of Azure's table service. They are checked here because the emulator lets most of them pass, and
/// answers a forbidden key with a fault that is retried in vain.
/// </summary>
internal static class EntityLimits
{
    private const int KeyLength = 512;
    private const int PropertyNameLength = 255;
    private const int PropertyCount = 252;
    private const int PropertyBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> ForbiddenInKey = SearchValues.Create(
        [.. @"/\#?", .. from code in Enumerable.Range(0, 0xA0) where char.IsControl((char)code) select (char)code]);

    public static void CheckTableName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is < 3 or > 63 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"A table name is 3 to 63 ASCII letters and digits and begins with a letter; '{name}' is not.", nameof(name));
        }
    }

    public static void CheckKey(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > KeyLength)
        {
            throw new ArgumentException($"A key has at most {KeyLength} characters; this one has {key.Length}.", name);
        }

        if (key.AsSpan().ContainsAny(ForbiddenInKey))
        {
            throw new ArgumentException(@"A key must not hold '/', '\', '#', '?' or control characters.", name);
        }

        if (HasLoneSurrogate(key))
        {
            throw new ArgumentException("A key must not hold half of a surrogate pair.", name);
        }
    }

    /// <summary>Checks the keys and every property, and the size of the whole as the service counts it.</summary>
    public static void Check(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        CheckKey(entity.PartitionKey, nameof(entity.PartitionKey));
        CheckKey(entity.RowKey, nameof(entity.RowKey));

        var count = 0;
        var bytes = 4L + TextBytes(entity.PartitionKey) + TextBytes(entity.RowKey);
        foreach (var (name, value) in entity)
        {
            if (EntityJson.IsOwn(name) && value is not null)
            {
                count++;
                bytes += CheckProperty(name, value);
            }
        }

        if (count > PropertyCount)
        {
            throw new ArgumentException($"A row has at most {PropertyCount} properties; this one has {count}.", nameof(entity));
        }

        if (bytes > EntityBytes)
        {
            throw new ArgumentException($"A row has at most 1 MiB; this one has {bytes} bytes.", nameof(entity));
        }
    }

    private static long CheckProperty(string name, object value)
    {
        if (name.Length is 0 or > PropertyNameLength
            || char.IsAsciiDigit(name[0])
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            throw new ArgumentException(
                $"A property name is 1 to {PropertyNameLength} ASCII letters, digits and underscores and begins with no digit; '{name}' is not.",
                nameof(name));
        }

        if (value is DateTimeOffset time && time < Earliest)
        {
            throw new ArgumentException($"The time in the property {name} is before the year 1601.", nameof(value));
        }

        var bytes = ValueBytes(name, value);
        return bytes <= PropertyBytes
            ? Overhead(value) + TextBytes(name) + bytes
            : throw new ArgumentException($"A property has at most 64 KiB; {name} has {bytes} bytes.", nameof(value));
    }

    private static long ValueBytes(string name, object value) => value switch
    {
        string text => TextBytes(text),
        byte[] binary => binary.Length,
        bool => 1,
        int => 4,
        long or double or DateTimeOffset => 8,
        Guid => 16,
        _ => throw new ArgumentException($"The property {name} is of the type {value.GetType().Name}, which a table cannot hold.", nameof(value)),
    };

    private static long Overhead(object value) => value is string or byte[]? 12 : 8;

    private static long TextBytes(string text) => 2L * text.Length;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (Rune.DecodeFromUtf16(text, out _, out var used) == OperationStatus.Done)
        {
            text = text[used..];
        }

        return !text.IsEmpty;
    }
}
