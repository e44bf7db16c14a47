using System.Data.Common;
using Dapper;
using IllAddins.Host.Addins;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IllAddins.Host.Web;

/// <summary>What monitors and load balancers ask, without signing in: they are told whether it works, and nothing of what is wrong, which admins read on the pages Health and Add-ins.</summary>
public static class MonitorEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", () => TypedResults.Text("ok")).AllowAnonymous();
        routes.MapGet("/healthz", ReadyAsync).AllowAnonymous();
        routes.MapGet("/healthz/addins", AddinsAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(ShellSettings shell, ILogger<ShellSettings> log, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await shell.Database.OpenConnectionAsync(cancellationToken);
            await connection.ExecuteScalarAsync<int>("SELECT 1");
            return TypedResults.Text("ok");
        }
        catch (DbException failure)
        {
            log.LogError(failure, "The database does not answer.");
            return TypedResults.Text("The database does not answer.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> AddinsAsync(ShellSettings shell, HealthLook look)
    {
        if (shell.Addins().Any(addin => addin.State is AddinState.Refused or AddinState.Faulted or AddinState.Quarantined))
            return Ill("An add-in does not run. Admins see which on the page Add-ins.");
        return (await look.RecentAsync()).Any(found => found.Answer is HealthAnswer.Unhealthy)
            ? Ill("An add-in is not healthy. Admins see which on the page Health.")
            : TypedResults.Text("ok");
    }

    private static ContentHttpResult Ill(string words) => TypedResults.Text(words, statusCode: StatusCodes.Status503ServiceUnavailable);
}
