using IllAddins.Host.Requests;
using Microsoft.AspNetCore.Antiforgery;

namespace IllAddins.Host.Web;

/// <summary>What every page shows around its content, for one request.</summary>
public sealed record ShellView
{
    /// <summary>The staff member signed in; null on the pages before.</summary>
    public required string? User { get; init; }

    /// <summary>True where whoever is signed in may use what is for admins only.</summary>
    public bool Admin { get; init; }

    /// <summary>The token of every form and call of the page.</summary>
    public required string Token { get; init; }

    public required IReadOnlyList<Screen> Screens { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The site chosen; null for all.</summary>
    public required Site? Site { get; init; }

    /// <summary>On whose clock times stand that belong to no site: the one chosen, else the first.</summary>
    public Site Clock => Site ?? Sites[0];

    /// <summary>Path and query of this page.</summary>
    public required string Here { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Assets Assets { get; init; }

    /// <summary>With the menus of whoever is signed in.</summary>
    public static async Task<ShellView> ReadAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            return Bare(context);
        var shell = context.RequestServices.GetRequiredService<ShellSettings>();
        var sites = await shell.Sites.AllAsync(context.RequestAborted);
        return Bare(context) with
        {
            User = Access.UserName(context),
            Admin = Access.MayUse(context, adminsOnly: true),
            Screens = [.. shell.Screens().Select(registered => registered.Item)],
            Sites = sites,
            Site = ChosenSite.Of(context, sites),
        };
    }

    /// <summary>Without menus: before the sign-in, and after a failure, when the database may be what failed.</summary>
    public static ShellView Bare(HttpContext context) => new()
    {
        User = null,
        Token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!,
        Screens = [],
        Sites = [],
        Site = null,
        Here = context.Request.Path + context.Request.QueryString,
        Now = context.RequestServices.GetRequiredService<ShellSettings>().Clock.GetUtcNow(),
        Assets = context.RequestServices.GetRequiredService<Assets>(),
    };
}

/// <summary>The site whose requests somebody wants to see, remembered in a cookie.</summary>
public static class ChosenSite
{
    private const string Cookie = "illaddins-site";

    /// <summary>The site chosen, or null for all; a site that is gone counts as all.</summary>
    public static Site? Of(HttpContext context, IReadOnlyList<Site> sites) =>
        sites.FirstOrDefault(site => string.Equals(site.NVTGC, context.Request.Cookies[Cookie], StringComparison.OrdinalIgnoreCase));

    /// <summary>The site that a page shows, as its script says: another tab may have chosen another one since. As <see cref="Of"/> where it says nothing.</summary>
    public static Site? OfPage(HttpContext context, IReadOnlyList<Site> sites) => context.Request.Query["site"] is [{ } shown]
        ? sites.FirstOrDefault(site => string.Equals(site.NVTGC, shown, StringComparison.OrdinalIgnoreCase))
        : Of(context, sites);

    /// <summary>Remembers a choice; null for all.</summary>
    public static void Remember(HttpContext context, Site? site)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        };
        if (site is null)
            context.Response.Cookies.Delete(Cookie, options);
        else
            context.Response.Cookies.Append(Cookie, site.NVTGC, options);
    }
}
