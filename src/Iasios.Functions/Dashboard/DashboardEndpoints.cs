namespace Iasios.Functions.Dashboard;
/// <summary>x</summary>
public static class D
{
    /// <summary>x</summary>
    public static void MapDashboard(this IEndpointRouteBuilder app) { }
}
