using System.Globalization;
using IllAddins.Host.Requests;
using IllAddins.Host.Web.Pages;

namespace IllAddins.Host.Web;

/// <summary>The API keys of other software, for admins: made here, shown once, and revoked.</summary>
public static class KeyEndpoints
{
    public const string Path = "/keys";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admins = routes.MapGroup(Path).RequireAuthorization(Access.AdminOnly);
        admins.MapGet("", ShowAsync);
        admins.MapPost("", AddAsync);
        admins.MapGet("/{id:long}/revoke", AskAsync);
        admins.MapPost("/{id:long}/revoke", RevokeAsync);
    }

    private static Task<IResult> ShowAsync(HttpContext context, ApiKeys keys) =>
        PageAsync(context, keys, StatusCodes.Status200OK, new KeyEntry("", "", $"{ApiKeys.UsualPerMinute}"), "", null);

    private static async Task<IResult> AddAsync(HttpContext context, ApiKeys keys)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var entry = new KeyEntry(form["consumer"].ToString(), form["site"].ToString(), form["perMinute"].ToString());
        if (!int.TryParse(entry.PerMinute, NumberStyles.None, CultureInfo.InvariantCulture, out var perMinute))
            return await PageAsync(context, keys, StatusCodes.Status400BadRequest, entry, AdminWords.CallsPerMinuteNoNumber(FieldProblem.Quote(entry.PerMinute)), null);
        var order = new ApiKeyOrder { Consumer = entry.Consumer, Site = entry.Site, PerMinute = perMinute, By = Access.UserName(context) };
        var answer = await keys.AddAsync(order, CancellationToken.None);
        if (answer is not AddKeyAnswer.Added added)
            return await PageAsync(context, keys, StatusCodes.Status400BadRequest, entry, ((AddKeyAnswer.Refused)answer).Message, null);
        return await PageAsync(context, keys, StatusCodes.Status200OK, new KeyEntry("", "", $"{ApiKeys.UsualPerMinute}"), "", added);
    }

    private static async Task<IResult> AskAsync(HttpContext context, ApiKeys keys, long id) => await GoodAsync(context, keys, id) is { } key
        ? Answers.Page<RevokeKeyPage>(StatusCodes.Status200OK, new { View = await ShellView.ReadAsync(context), Wanted = key })
        : await MissingAsync(context, id);

    private static async Task<IResult> RevokeAsync(HttpContext context, ApiKeys keys, long id)
    {
        if (await keys.RevokeAsync(id, Access.UserName(context), CancellationToken.None))
            return TypedResults.LocalRedirect(Path);
        return await MissingAsync(context, id);
    }

    private static async Task<ApiKey?> GoodAsync(HttpContext context, ApiKeys keys, long id) =>
        (await keys.AllAsync(context.RequestAborted)).FirstOrDefault(key => key.Id == id && key.RevokedAt is null);

    private static Task<IResult> MissingAsync(HttpContext context, long id) => Answers.InWordsAsync(
        context, StatusCodes.Status404NotFound, AdminWords.NoSuchKeyTitle, AdminWords.NoSuchKey(id));

    private static async Task<IResult> PageAsync(HttpContext context, ApiKeys keys, int status, KeyEntry entry, string problem, AddKeyAnswer.Added? added) =>
        Answers.Page<KeysPage>(status, new
        {
            View = await ShellView.ReadAsync(context),
            Keys = await keys.AllAsync(context.RequestAborted),
            Entry = entry,
            Problem = problem,
            Added = added,
        });
}

/// <summary>What an admin enters to make a key.</summary>
public sealed record KeyEntry(string Consumer, string Site, string PerMinute);
