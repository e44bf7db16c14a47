using System.Diagnostics;
using IllAddins.WebPlatform.Answers;
using IllAddins.WebPlatform.Bodies;

namespace IllAddins.WebPlatform.Transactions;

/// <summary>Makes requests for users of the key's site.</summary>
internal sealed class RequestCreation(IAddinHost host)
{
    // The record's own to say, or the key of the user.
    private static readonly string[] NotTaken = ["TransactionNumber", "TransactionDate", "CreationDate", "ExternalUserId", "Username"];

    public async Task<ApiAnswer> CreateAsync(ApiBody body, EndpointCaller caller, CancellationToken cancellationToken)
    {
        var site = caller.Site();
        var (field, asked) = body.Text("Username") is { } name ? ("Username", name) : ("ExternalUserId", body.Text("ExternalUserId"));
        if (asked is null)
            return ApiAnswer.Invalid.Field("model.Username", "The Username or the ExternalUserId field is required.");
        var user = field == "Username"
            ? await host.Record.FindUserAsync(asked, site.NVTGC, cancellationToken)
            : await host.Record.FindUserByExternalIdAsync(asked, site.NVTGC, cancellationToken);
        return user is null
            ? ApiAnswer.Invalid.Field($"model.{field}", $"User {asked} was not found.")
            : await WriteAsync(Fields(body, user), caller, cancellationToken);
    }

    private static Dictionary<string, string?> Fields(ApiBody body, User user)
    {
        var texts = new Dictionary<string, string?>(body.Texts, StringComparer.OrdinalIgnoreCase);
        foreach (var name in NotTaken)
            texts.Remove(name);
        texts["Username"] = user.UserName;
        // What ILLiad takes a request for that says neither.
        texts["ProcessType"] = body.Text("ProcessType") ?? "Borrowing";
        texts["RequestType"] = body.Text("RequestType") ?? "Article";
        texts["TransactionStatus"] = body.Text("TransactionStatus") ?? FirstStatus(texts["ProcessType"]!);
        return texts;
    }

    private static string FirstStatus(string processType) => processType.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "DOCDEL" => "Awaiting Doc Del Processing",
        "LENDING" => "Awaiting Lending Request Processing",
        _ => "Awaiting Request Processing",
    };

    private async Task<ApiAnswer> WriteAsync(Dictionary<string, string?> texts, EndpointCaller caller, CancellationToken cancellationToken)
    {
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        switch (await host.Record.CreateRequestAsync(new RecordFields { Texts = texts, By = caller.Name }, transaction, cancellationToken))
        {
            case WriteAnswer.Written { TransactionNumber: var number }:
                await host.Record.AddHistoryAsync(number, $"Request created by {caller.Name} through the Web Platform.", caller.Name, transaction, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return new ApiAnswer.One(ApiRecords.Of((await host.Record.FindAsync([number], cancellationToken)).Single()));
            case WriteAnswer.Refused { Field: { } field } refused:
                return ApiAnswer.Invalid.Field($"model.{field}", refused.Message);
            case WriteAnswer.Refused refused:
                return ApiAnswer.Invalid.Whole(refused.Message);
            default:
                throw new UnreachableException();
        }
    }
}
