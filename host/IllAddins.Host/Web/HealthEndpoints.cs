using IllAddins.Host.Addins;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>What the add-ins say of their own health, for admins: a page, or JSON for who asks for no page.</summary>
public static class HealthEndpoints
{
    public const string Path = "/health";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ShowAsync).RequireAuthorization(Access.AdminOnly);

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell)
    {
        var found = await shell.HealthAsync(context.RequestAborted);
        return Answers.WantsPage(context.Request)
            ? Answers.Page<HealthPage>(StatusCodes.Status200OK, new { View = await ShellView.ReadAsync(context), Found = found })
            : TypedResults.Ok(found.Select(health => new { health.Addin, health.Check, Health = HealthWords.Of(health.Answer), health.Answer.Message }));
    }
}
