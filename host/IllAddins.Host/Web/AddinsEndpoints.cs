using IllAddins.Host.Addins;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The Add-ins page, for admins: how every add-in stands and why, and what can be done about it.</summary>
public static class AddinsEndpoints
{
    public const string Path = "/addins";

    private const int ShownEntries = 20;

    // What a press of a button brings about is seen at once, unless the add-in is slow to start.
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(3);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admins = routes.MapGroup(Path).RequireAuthorization(Access.AdminOnly);
        admins.MapGet("", ShowAsync);
        admins.MapPost("", OrderAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell) => Answers.Page<AddinsPage>(StatusCodes.Status200OK, new
    {
        View = await ShellView.ReadAsync(context),
        Addins = shell.Addins().Select(ReportedAddin.Of).ToList(),
        Log = await shell.AddinOrders.LogAsync(ShownEntries, context.RequestAborted),
    });

    private static async Task<IResult> OrderAsync(HttpContext context, ShellSettings shell, ILogger<ShellSettings> log)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, order, by) = (form["addin"].ToString(), form["order"].ToString(), Access.UserName(context));
        if (shell.Addins().FirstOrDefault(known => known.Name == name) is not { } addin)
            return await Answers.InWordsAsync(context, StatusCodes.Status404NotFound, AdminWords.NoSuchAddinTitle, AdminWords.NoSuchAddin(name));
        Func<string, string, CancellationToken, Task>? give = order switch
        {
            "disable" => shell.AddinOrders.DisableAsync,
            "enable" when addin.State is AddinState.Disabled => shell.AddinOrders.EnableAsync,
            "retry" when addin.State is not AddinState.Disabled => shell.AddinOrders.RetryAsync,
            _ => null,
        };
        if (give is null)
            return await Answers.InWordsAsync(context, StatusCodes.Status409Conflict, AdminWords.OrderRefusedTitle, AdminWords.OrderRefused(name, AddinStateWords.Name(addin.State), order));
        await give(addin.Name, by, CancellationToken.None);
        log.LogInformation("{User} ordered for add-in {Addin}: {Order}", by, addin.Name, order);
        await shell.LookAtAddins().WaitAsync(Shown, shell.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return TypedResults.LocalRedirect($"{Path}#addin-{Uri.EscapeDataString(addin.Name)}");
    }
}
