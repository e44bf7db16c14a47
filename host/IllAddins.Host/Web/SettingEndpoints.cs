using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Settings;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The settings of add-ins, for admins: one page for each add-in, for all sites or the site chosen.</summary>
public static class SettingEndpoints
{
    public const string Path = "/settings";

    private const string Reset = "reset";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admins = routes.MapGroup(Path).RequireAuthorization(Access.AdminOnly);
        admins.MapGet("", IndexAsync);
        admins.MapGet("/{addin}", ShowAsync);
        admins.MapPost("/{addin}", SaveAsync);
    }

    private static async Task<IResult> IndexAsync(HttpContext context, ShellSettings shell) =>
        Answers.Page<SettingIndexPage>(StatusCodes.Status200OK, new
        {
            View = await ShellView.ReadAsync(context),
            Addins = shell.Settings().GroupBy(setting => setting.Addin).Select(group => new SettingOwner(group.Key, [.. group.Select(setting => setting.Item.Title)])).ToList(),
        });

    private static async Task<IResult> ShowAsync(HttpContext context, ShellSettings shell, AddinSettings settings, string addin) =>
        Of(shell, addin) is [var first, ..] all
            ? await PageAsync(context, StatusCodes.Status200OK, first.Addin, all, settings, new Dictionary<string, string>(), new Dictionary<string, string?>())
            : await MissingAsync(context, addin);

    private static async Task<IResult> SaveAsync(HttpContext context, ShellSettings shell, AddinSettings settings, SettingChanges changes, string addin)
    {
        if (Of(shell, addin) is not [var first, ..] all)
            return await MissingAsync(context, addin);
        var site = ChosenSite.Of(context, await shell.Sites.AllAsync(context.RequestAborted))?.NVTGC;
        var entered = Entered(await context.Request.ReadFormAsync(context.RequestAborted), first.Addin, all, settings, site);
        var problems = await changes.ApplyAsync(
            new SettingOrder { Addin = first.Addin, Known = all, Site = site, Entered = entered, By = Access.UserName(context) },
            context.RequestAborted);
        return problems.Count == 0
            ? TypedResults.LocalRedirect($"{Path}/{Uri.EscapeDataString(first.Addin)}?saved={entered.Count}")
            : await PageAsync(context, StatusCodes.Status400BadRequest, first.Addin, all, settings, problems, entered);
    }

    // Only what differs from what stands: a value that a site has from all sites stays theirs. An empty secret leaves the one that is kept.
    private static Dictionary<string, string?> Entered(IFormCollection form, string addin, IReadOnlyList<Contributed<AddinSetting>> all, AddinSettings settings, string? site)
    {
        if (form[Reset].ToString() is { Length: > 0 } reset)
            return new() { [reset] = null };
        var changed = new Dictionary<string, string?>();
        foreach (var setting in all.Select(setting => setting.Item).Where(setting => site is null || setting.PerSite))
        {
            var text = setting is AddinSetting.Flag ? (form[setting.Name].Count > 0 ? "true" : "false") : form[setting.Name].ToString();
            if (setting is AddinSetting.Secret ? text.Length > 0 : text != settings.Standing(addin, setting, site).Value)
                changed[setting.Name] = text;
        }

        return changed;
    }

    private static Contributed<AddinSetting>[] Of(ShellSettings shell, string addin) =>
        [.. shell.Settings().Where(setting => string.Equals(setting.Addin, addin, StringComparison.OrdinalIgnoreCase))];

    private static async Task<IResult> PageAsync(
        HttpContext context, int status, string addin, IReadOnlyList<Contributed<AddinSetting>> all, AddinSettings settings,
        IReadOnlyDictionary<string, string> problems, IReadOnlyDictionary<string, string?> entered)
    {
        var view = await ShellView.ReadAsync(context);
        return Answers.Page<SettingPage>(status, new
        {
            View = view,
            Addin = addin,
            Fields = all.Select(setting => SettingField.Of(addin, setting.Item, settings, view, problems, entered)).ToList(),
            Saved = int.TryParse(context.Request.Query["saved"], out var saved) && problems.Count == 0 ? saved : -1,
        });
    }

    private static Task<IResult> MissingAsync(HttpContext context, string addin) => Answers.InWordsAsync(
        context,
        StatusCodes.Status404NotFound,
        AdminWords.NoSuchSettingsTitle,
        AdminWords.NoSuchSettings(addin));
}

/// <summary>An add-in that has settings, with their titles.</summary>
public sealed record SettingOwner(string Addin, IReadOnlyList<string> Titles);
