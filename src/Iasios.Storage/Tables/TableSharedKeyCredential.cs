using System.Security.Cryptography;
using System.Text;

namespace Iasios.Storage.Tables;

/// <summary>The name and the key of a storage account, with which requests are signed.</summary>
public sealed class TableSharedKeyCredential
{
    private readonly byte[] key;

    /// <summary>Keeps the key of an account.</summary>
    /// <param name="accountName">The name of the account.</param>
    /// <param name="accountKey">The key of the account, in Base64.</param>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        AccountName = accountName;
        key = Convert.FromBase64String(accountKey);
    }

    /// <summary>The name of the account.</summary>
    public string AccountName { get; }

    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
