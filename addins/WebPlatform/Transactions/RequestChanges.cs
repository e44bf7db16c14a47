using System.Data.Common;
using System.Diagnostics;
using IllAddins.WebPlatform.Answers;
using IllAddins.WebPlatform.Bodies;

namespace IllAddins.WebPlatform.Transactions;

/// <summary>Routes requests and adds notes to them.</summary>
internal sealed class RequestChanges(IAddinHost host)
{
    private const int Tries = 3;

    public async Task<ApiAnswer> RouteAsync(IllRequest request, ApiBody body, EndpointCaller caller, CancellationToken cancellationToken)
    {
        if (body.Text("Status") is not { } status)
            return ApiAnswer.Invalid.Field("model.Status", "The Status field is required.");
        if (status.Any(char.IsControl))
            return ApiAnswer.Invalid.Field("model.Status", "The Status field holds a line break or another control character, expected one line.");
        var expected = request.Transaction.TransactionStatus;
        // The caller names no status to route from: whoever came in between does not matter.
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var order = new RouteOrder { TransactionNumber = request.Transaction.TransactionNumber, NewStatus = new(status), ExpectedStatus = expected, By = caller.Name };
            switch (await host.Record.RouteAsync(order, null, cancellationToken))
            {
                case RouteAnswer.Routed:
                    return new ApiAnswer.One(ApiRecords.Of((await host.Record.FindAsync([order.TransactionNumber], cancellationToken)).Single()));
                case RouteAnswer.Stale stale:
                    expected = stale.FoundStatus;
                    break;
                case RouteAnswer.Missing:
                    return new ApiAnswer.NotFound($"Transaction {order.TransactionNumber} was not found.");
                default:
                    throw new UnreachableException();
            }
        }

        return new ApiAnswer.Conflict($"Transaction {request.Transaction.TransactionNumber} is being moved by others, now to '{expected}'. Look at it, then repeat.");
    }

    public async Task<ApiAnswer> AddNoteAsync(IllRequest request, ApiBody body, EndpointCaller caller, CancellationToken cancellationToken)
    {
        if (body.Text("Note") is not { } note)
            return ApiAnswer.Invalid.Field("model.Note", "The Note field is required.");
        var number = request.Transaction.TransactionNumber;
        await using var connection = await host.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await host.Record.AddNoteAsync(number, note, body.Text("NoteType") ?? "Staff", caller.Name, transaction, cancellationToken);
        var stored = await LastNoteAsync(number, transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ApiAnswer.One(ApiRecords.OfNote(stored, request.Site));
    }

    private static async Task<StoredNote> LastNoteAsync(int number, DbTransaction within, CancellationToken cancellationToken)
    {
        await using var command = within.Connection!.CreateCommand();
        command.Transaction = within;
        command.CommandText = """
            SELECT Id, NoteDate, Note, AddedBy, NoteType FROM Notes WHERE TransactionNumber = @number ORDER BY Id DESC LIMIT 1
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@number", number);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new StoredNote(reader.GetInt32(0), number, StoredTime.Read(reader.GetString(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4));
    }
}
