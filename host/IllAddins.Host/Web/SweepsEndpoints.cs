using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The Sweeps page, for admins: when each site was swept last and will be next, what came of it, and what needs attention.</summary>
public static class SweepsEndpoints
{
    public const string Path = "/sweeps";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admins = routes.MapGroup(Path).RequireAuthorization(Access.AdminOnly);
        admins.MapGet("", ShowAsync);
        admins.MapPost("", RunNowAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell)
    {
        var view = await ShellView.ReadAsync(context);
        bool IsShown(string site) => view.Site is null || string.Equals(view.Site.NVTGC, site, StringComparison.OrdinalIgnoreCase);
        return Answers.Page<SweepsPage>(StatusCodes.Status200OK, new
        {
            View = view,
            States = shell.Sweeps().Where(state => IsShown(state.Site)).ToList(),
            Troubles = view.Sites.Where(site => IsShown(site.NVTGC)).SelectMany(site => shell.Troubles(site).Select(trouble => new SweepError { Site = site.NVTGC, Message = trouble })).ToList(),
        });
    }

    private static async Task<IResult> RunNowAsync(HttpContext context, ShellSettings shell, ILogger<ShellSettings> log)
    {
        var site = (await context.Request.ReadFormAsync(context.RequestAborted))["site"].ToString();
        if (!shell.SweepNow(site))
            return await Answers.InWordsAsync(context, StatusCodes.Status404NotFound, AdminWords.NotSweptTitle, AdminWords.NotSwept(site));
        log.LogInformation("{User} has site {Site} swept now", Access.UserName(context), site);
        return TypedResults.LocalRedirect(Path);
    }
}
