using System.Diagnostics;
using IllAddins.WebPlatform.Answers;
using IllAddins.WebPlatform.Bodies;

namespace IllAddins.WebPlatform.Users;

/// <summary>Users of the key's site.</summary>
internal sealed class UserEndpoints(IAddinHost host)
{
    public static void Register(IAddinHost host)
    {
        var users = new UserEndpoints(host);
        host.RegisterWithKey("User by name", "GET", "Users/{username}", users.ByNameAsync);
        host.RegisterWithKey("User by ExternalUserId", "GET", "Users/ExternalUserId/{id}", users.ByExternalIdAsync);
        host.RegisterWithKey("Create a user", "POST", "Users", (call, caller, cancellationToken) =>
            call.WithBodyAsync(body => users.CreateAsync(body, caller, cancellationToken), cancellationToken));
    }

    private async Task<ApiAnswer> ByNameAsync(EndpointCall call, EndpointCaller caller, CancellationToken cancellationToken)
    {
        var name = call.Values["username"];
        return Answer(name, caller.Site(), await host.Record.FindUserAsync(name, caller.Site().NVTGC, cancellationToken));
    }

    private async Task<ApiAnswer> ByExternalIdAsync(EndpointCall call, EndpointCaller caller, CancellationToken cancellationToken)
    {
        var id = call.Values["id"];
        return Answer(id, caller.Site(), await host.Record.FindUserByExternalIdAsync(id, caller.Site().NVTGC, cancellationToken));
    }

    private async Task<ApiAnswer> CreateAsync(ApiBody body, EndpointCaller caller, CancellationToken cancellationToken)
    {
        if (body.Text("UserName") is not { } name)
            return ApiAnswer.Invalid.Field("model.UserName", "The UserName field is required.");
        var site = caller.Site();
        if (body.Text("NVTGC") is { } code && !string.Equals(code, site.NVTGC, StringComparison.OrdinalIgnoreCase))
            return ApiAnswer.Invalid.Field("model.NVTGC", $"Found '{code}', expected {site.NVTGC}: the key is for that site alone.");
        var texts = new Dictionary<string, string?>(body.Texts, StringComparer.OrdinalIgnoreCase) { ["NVTGC"] = site.NVTGC };
        return await host.Record.CreateUserAsync(new RecordFields { Texts = texts, By = caller.Name }, null, cancellationToken) switch
        {
            WriteAnswer.Written => Answer(name, site, await host.Record.FindUserAsync(name, site.NVTGC, cancellationToken)),
            WriteAnswer.Exists => ApiAnswer.Invalid.Field("UserName", $"Username {name} already exists."),
            WriteAnswer.Refused { Field: { } field } refused => ApiAnswer.Invalid.Field($"model.{field}", refused.Message),
            WriteAnswer.Refused refused => ApiAnswer.Invalid.Whole(refused.Message),
            _ => throw new UnreachableException(),
        };
    }

    private static ApiAnswer Answer(string asked, Site site, User? user) =>
        user is null ? new ApiAnswer.NotFound($"User {asked} was not found.") : new ApiAnswer.One(ApiRecords.Of(user, site));
}
