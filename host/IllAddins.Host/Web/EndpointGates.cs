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

    // Hundreds of calls a second need not read the settings of all sites hundreds of times.
    private static readonly TimeSpan SitesAreKept = TimeSpan.FromSeconds(1);

    private ReadSites? known;

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
        await EndpointAnswers.WriteWordsAsync(context, StatusCodes.Status400BadRequest, ShellWords.NotFromAPage);
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
        return new EndpointEntry.Admitted(new EndpointCaller { Name = key.Consumer, Site = await SiteAsync(key.Site, context.RequestAborted) });
    }

    private async Task<Site> SiteAsync(string code, CancellationToken cancellationToken)
    {
        var now = shell.Clock.GetUtcNow();
        if (Volatile.Read(ref known) is { } sites && now - sites.ReadAt < SitesAreKept && sites.Of(code) is { } site)
            return site;
        var read = new ReadSites(await shell.Sites.AllAsync(cancellationToken), now);
        Volatile.Write(ref known, read);
        return read.Of(code) ?? throw new InvalidOperationException($"There is a key of the site {code}, which is not there. Revoke the key; see: keys list");
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

    private sealed record ReadSites(IReadOnlyList<Site> Sites, DateTimeOffset ReadAt)
    {
        public Site? Of(string code) => Sites.FirstOrDefault(site => string.Equals(site.NVTGC, code, StringComparison.OrdinalIgnoreCase));
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
