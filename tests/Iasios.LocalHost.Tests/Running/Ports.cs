using System.Net;
using System.Net.Sockets;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>Ports on 127.0.0.1.</summary>
internal static class Ports
{
    /// <summary>A port on which nobody listens.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
