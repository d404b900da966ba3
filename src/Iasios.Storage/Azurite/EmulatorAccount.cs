namespace Iasios.Storage.Azurite;

/// <summary>The well-known account of every Azurite; its key is public and opens nothing but an emulator.</summary>
internal static class EmulatorAccount
{
    public const string Name = "devstoreaccount1";
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    public const string TableEndpoint = $"http://127.0.0.1:10002/{Name}";
}
