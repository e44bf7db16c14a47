using System.Globalization;
using IllAddins.Host.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IllAddins.Host.Web;

/// <summary>Signing in and out.</summary>
public static class SignInEndpoints
{
    public const string Path = "/sign-in";

    public const string OncePath = "/sign-in/once";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).AllowAnonymous();
        routes.MapPost(Path, SignInAsync).AllowAnonymous();
        routes.MapGet(OncePath, ShowOnceAsync).AllowAnonymous();
        routes.MapPost(OncePath, SignInOnceAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    /// <summary>The address if it is one of ours, else the first page.</summary>
    public static string LocalOrHome(string? address) =>
        !string.IsNullOrEmpty(address) && RedirectHttpResult.IsLocalUrl(address) && address[0] == '/' ? address : "/";

    private static async Task<IResult> ShowAsync(HttpContext context, string? returnUrl) =>
        context.User.Identity?.IsAuthenticated == true
            ? TypedResults.LocalRedirect(LocalOrHome(returnUrl))
            : await PageAsync(context, StatusCodes.Status200OK, "", "", returnUrl);

    private static async Task<IResult> SignInAsync(HttpContext context, StaffAccounts accounts, SignInThrottle throttle)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password, returnUrl) = (form["userName"].ToString().Trim(), form["password"].ToString(), form["returnUrl"].ToString());
        if (name.Length == 0 || password.Length == 0)
            return await PageAsync(context, StatusCodes.Status400BadRequest, name, ShellWords.EnterNameAndPassword, returnUrl);
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (throttle.Begin(name, address) is { } wait)
            return await WaitPageAsync(context, name, wait, returnUrl);
        if (await accounts.VerifyAsync(name, password, context.RequestAborted) is not { } account)
            return await PageAsync(
                context,
                StatusCodes.Status401Unauthorized,
                name,
                ShellWords.NameAndPasswordDoNotMatch,
                returnUrl);
        throttle.Succeeded(name, address);
        await Access.SignInAsync(context, account);
        return TypedResults.LocalRedirect(LocalOrHome(returnUrl));
    }

    private static Task<IResult> WaitPageAsync(HttpContext context, string name, TimeSpan wait, string returnUrl)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return PageAsync(
            context,
            StatusCodes.Status429TooManyRequests,
            name,
            ShellWords.TooManyAttempts(minutes),
            returnUrl);
    }

    private static async Task<IResult> PageAsync(HttpContext context, int status, string name, string error, string? returnUrl) =>
        Answers.Page<SignInPage>(status, new
        {
            View = await ShellView.ReadAsync(context),
            UserName = name,
            Error = error,
            ReturnUrl = LocalOrHome(returnUrl),
            SignedOut = context.Request.Query.ContainsKey("signed-out"),
        });

    private static async Task<IResult> ShowOnceAsync(HttpContext context, OneTimeLinks links, string? token) =>
        links.Peek(token ?? "") is { } user
            ? Answers.Page<OneTimePage>(StatusCodes.Status200OK, new { View = await ShellView.ReadAsync(context), Account = user, LinkToken = token })
            : await UsedUpAsync(context);

    private static async Task<IResult> SignInOnceAsync(HttpContext context, OneTimeLinks links, StaffAccounts accounts)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (links.Redeem(form["token"].ToString()) is not { } user
            || await accounts.FindAsync(user, context.RequestAborted) is not { } account)
            return await UsedUpAsync(context);
        await Access.SignInAsync(context, account);
        return TypedResults.LocalRedirect("/");
    }

    private static Task<IResult> UsedUpAsync(HttpContext context) => Answers.InWordsAsync(
        context,
        StatusCodes.Status410Gone,
        ShellWords.LinkUsedUpTitle,
        ShellWords.LinkUsedUp);

    private static async Task SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        context.Response.Redirect($"{Path}?signed-out=yes");
    }
}
