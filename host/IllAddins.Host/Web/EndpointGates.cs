using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace IllAddins.Host.Web;

/// <summary>Lets callers of an add-in's endpoint in, or answers them.</summary>
public sealed class EndpointGates(ShellSettings shell, ApiKeys keys, KeyRates rates, ILogger<EndpointGates> log)
{
    /// <summary>The header of a key; names of headers are compared without regard to case.</summary>
    public const string KeyHeader = "ApiKey";

    /// <summary>Checks a call.</summary>
    public Task<EndpointEntry> EnterAsync(HttpContext context, EndpointGuard guard) => guard switch
    {
        EndpointGuard.Open => Task.FromResult<EndpointEntry>(new EndpointEntry.Admitted(null)),
        EndpointGuard.SignedIn signedIn => EnterSignedInAsync(context, signedIn),
        EndpointGuard.ApiKey => EnterWithKeyAsync(context),
        _ => throw new UnreachableException(),
    };

    private static async Task<EndpointEntry> EnterSignedInAsync(HttpContext context, EndpointGuard.SignedIn guard)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            await context.ChallengeAsync();
            return new EndpointEntry.Answered();
        }

        if (guard.AdminsOnly && !context.User.IsInRole(Access.Admin))
        {
            await context.ForbidAsync();
            return new EndpointEntry.Answered();
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (reads || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            return new EndpointEntry.Admitted(new EndpointCaller { Name = Access.UserName(context) });
        await EndpointAnswers.WriteWordsAsync(context, StatusCodes.Status400BadRequest, "Nothing was done: this call does not come from a page of this program. Reload the page, then repeat.");
        return new EndpointEntry.Answered();
    }

    private async Task<EndpointEntry> EnterWithKeyAsync(HttpContext context)
    {
        var shown = context.Request.Headers[KeyHeader].ToString().Trim();
        if (shown.Length == 0 || await keys.FindAsync(shown, context.RequestAborted) is not { } key)
            return await RefuseAsync(context, StatusCodes.Status401Unauthorized, shown.Length == 0
                ? $"This needs an API key in the header {KeyHeader}. Admins make one with: keys add CONSUMER --site NVTGC"
                : $"The key in the header {KeyHeader} is not known, or was revoked. Ask an admin for another one.");
        var admission = rates.Admit(key);
        if (admission is Admission.Wait wait)
            return await RefuseTooManyAsync(context, key, wait.Time);
        if (admission is Admission.GoOn { NoteUse: true })
            await NoteUseAsync(key, context.RequestAborted);
        var site = (await shell.Sites.AllAsync(context.RequestAborted)).Single(site => string.Equals(site.NVTGC, key.Site, StringComparison.OrdinalIgnoreCase));
        return new EndpointEntry.Admitted(new EndpointCaller { Name = key.Consumer, Site = site });
    }

    private static async Task<EndpointEntry> RefuseTooManyAsync(HttpContext context, ApiKey key, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return await RefuseAsync(
            context, StatusCodes.Status429TooManyRequests, $"More than {key.PerMinute} calls a minute with this key. Wait {seconds} {(seconds == 1 ? "second" : "seconds")}, then repeat.");
    }

    private static async Task<EndpointEntry> RefuseAsync(HttpContext context, int status, string message)
    {
        await EndpointAnswers.WriteWordsAsync(context, status, message);
        return new EndpointEntry.Answered();
    }

    // A busy database must not turn away a caller whose key is good.
    private async Task NoteUseAsync(ApiKey key, CancellationToken cancellationToken)
    {
        try
        {
            await keys.NoteUseAsync(key, cancellationToken);
        }
        catch (DbException busy)
        {
            log.LogWarning(busy, "The use of API key {Id} could not be noted; the call goes on.", key.Id);
        }
    }
}

/// <summary>Whether a caller was let in.</summary>
public abstract record EndpointEntry
{
    private EndpointEntry()
    {
    }

    /// <summary>Null for everybody, at an open endpoint.</summary>
    public sealed record Admitted(EndpointCaller? Caller) : EndpointEntry;

    /// <summary>Not let in, and told why.</summary>
    public sealed record Answered : EndpointEntry;
}
