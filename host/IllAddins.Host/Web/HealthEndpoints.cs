using IllAddins.Host.Addins;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>What the host and the add-ins find of their own health, for admins: a page, or JSON for who asks for no page.</summary>
public static class HealthEndpoints
{
    public const string Path = "/health";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, ShowAsync).RequireAuthorization(Access.AdminOnly);

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell, OwnChecks own)
    {
        var view = await ShellView.ReadAsync(context);
        var checks = await Task.WhenAll(own.LookAsync(view.Sites, context.RequestAborted), shell.HealthAsync(context.RequestAborted));
        IReadOnlyList<AddinHealth> found = [.. checks[0], .. checks[1]];
        return Answers.WantsPage(context.Request)
            ? Answers.Page<HealthPage>(StatusCodes.Status200OK, new { View = view, Found = found })
            : TypedResults.Ok(found.Select(health => new { health.Addin, health.Check, Health = HealthWords.Of(health.Answer), health.Answer.Message }));
    }
}
