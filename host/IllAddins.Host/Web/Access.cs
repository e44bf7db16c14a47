using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace IllAddins.Host.Web;

/// <summary>Who may do what: the one place that reads roles. Everything needs an account unless it says otherwise.</summary>
public static class Access
{
    public const string Staff = "staff";

    public const string Admin = "admin";

    /// <summary>The policy of what only admins may do.</summary>
    public const string AdminOnly = "AdminOnly";

    /// <summary>A session ends after this long without a request.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromHours(8);

    /// <summary>Said to staff who call what only admins may do.</summary>
    public static string NotForTheRole => ShellWords.ForAdminsOnly;

    private const string Stamp = "stamp";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "illaddins";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Session;
            options.SlidingExpiration = true;
            options.LoginPath = SignInEndpoints.Path;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = context =>
                Answers.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, ShellWords.NotForRoleTitle, NotForTheRole);
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Staff, Admin).Build())
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole(Staff, Admin).Build())
            .AddPolicy(AdminOnly, policy => policy.RequireRole(Admin));
    }

    /// <summary>Starts a session.</summary>
    public static Task SignInAsync(HttpContext context, StaffAccount account) =>
        context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.UserName.ToUpperInvariant()),
                new(ClaimTypes.Name, account.UserName),
                new(ClaimTypes.Role, account.Role),
                new(Stamp, account.Stamp),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>True where whoever is signed in may call a command.</summary>
    public static bool MayUse(HttpContext context, bool adminsOnly) => !adminsOnly || context.User.IsInRole(Admin);

    /// <summary>The user name of the staff member signed in.</summary>
    public static string UserName(HttpContext context) =>
        context.User.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    // A removed account, another password or another role ends the session with the next request.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<StaffAccounts>();
        var account = await accounts.FindAsync(context.Principal?.Identity?.Name ?? "", context.HttpContext.RequestAborted);
        if (account is not null
            && account.Stamp == context.Principal!.FindFirstValue(Stamp)
            && account.Role == context.Principal!.FindFirstValue(ClaimTypes.Role))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!Answers.WantsPage(context.Request) || !HttpMethods.IsGet(context.Request.Method))
            return Answers.WriteAsync(
                context.HttpContext,
                StatusCodes.Status401Unauthorized,
                ShellWords.SignedOutTitle,
                ShellWords.SignInElsewhere);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
