using System.Diagnostics;
using System.Globalization;
using IllAddins.WebPlatform.Answers;
using IllAddins.WebPlatform.Bodies;
using IllAddins.WebPlatform.Filters;

namespace IllAddins.WebPlatform.Transactions;

/// <summary>Requests of the key's site.</summary>
internal sealed class TransactionEndpoints(IAddinHost host)
{
    public static void Register(IAddinHost host)
    {
        var transactions = new TransactionEndpoints(host);
        var creation = new RequestCreation(host);
        var changes = new RequestChanges(host);
        host.RegisterWithKey("Request", "GET", "Transaction/{number}", (call, caller, cancellationToken) =>
            transactions.WithRequestAsync(call, caller, (request, _) => Task.FromResult<ApiAnswer>(new ApiAnswer.One(ApiRecords.Of(request))), cancellationToken));
        host.RegisterWithKey("Requests of a user", "GET", "Transaction/UserRequests/{username}", transactions.OfUserAsync);
        host.RegisterWithKey("Create a request", "POST", "Transaction", (call, caller, cancellationToken) =>
            call.WithBodyAsync(body => creation.CreateAsync(body, caller, cancellationToken), cancellationToken));
        host.RegisterWithKey("Route a request", "PUT", "Transaction/{number}/route", (call, caller, cancellationToken) =>
            transactions.ChangeAsync(call, caller, (request, body) => changes.RouteAsync(request, body, caller, cancellationToken), cancellationToken));
        foreach (var path in new[] { "Transaction/{number}/notes", "Transaction/{number}/note" })
            host.RegisterWithKey($"Add a note ({path[(path.LastIndexOf('/') + 1)..]})", "POST", path, (call, caller, cancellationToken) =>
                transactions.ChangeAsync(call, caller, (request, body) => changes.AddNoteAsync(request, body, caller, cancellationToken), cancellationToken));
    }

    private async Task<ApiAnswer> OfUserAsync(EndpointCall call, EndpointCaller caller, CancellationToken cancellationToken)
    {
        var reading = QueryOptions.Read(call.Query, new RequestQuery { UserName = call.Values["username"], Site = caller.Site().NVTGC });
        if (reading is OptionsReading.Refused unread)
            return ApiAnswer.Invalid.Whole(unread.Why);
        return await host.Record.QueryAsync(((OptionsReading.Read)reading).Query, cancellationToken) switch
        {
            QueryAnswer.Found found => new ApiAnswer.Many("Transaction", [.. found.Requests.Select(ApiRecords.Of)]),
            QueryAnswer.Refused refused => ApiAnswer.Invalid.Whole(refused.Message),
            _ => throw new UnreachableException(),
        };
    }

    // The request first: what is another site's says nothing, not even that the body is wrong.
    private Task<ApiAnswer> ChangeAsync(
        EndpointCall call, EndpointCaller caller, Func<IllRequest, ApiBody, Task<ApiAnswer>> change, CancellationToken cancellationToken) =>
        WithRequestAsync(call, caller, (request, token) => call.WithBodyAsync(body => change(request, body), token), cancellationToken);

    private async Task<ApiAnswer> WithRequestAsync(
        EndpointCall call, EndpointCaller caller, Func<IllRequest, CancellationToken, Task<ApiAnswer>> answer, CancellationToken cancellationToken)
    {
        var asked = call.Values["number"];
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await host.Record.FindAsync([number], cancellationToken) is [var request]
            && request.Site.NVTGC == caller.Site().NVTGC
            ? await answer(request, cancellationToken)
            : new ApiAnswer.NotFound($"Transaction {asked} was not found.");
    }
}
