using System.Data.Common;
using IllAddins.CustomerContact.ContactForm.Marks;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm.Calls;

/// <summary>Left message and No answer: the request stays, the attempt is counted.</summary>
public sealed class CallCommand(IAddinHost host)
{
    /// <summary>The dialog: what the patron has beside the items selected, a note, and when to call again.</summary>
    public async Task<CommandForm> AskAsync(CommandCall call, PhoneOutcome outcome, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        if (selection.Standing.Count == 0)
            return new CommandForm { Title = PhoneWords.Of(outcome), Refusal = AttemptWords.NothingNoted + Marking.AloneWords(selection.LeftAlone) };
        var companions = await Companions.OfAsync(host, selection.Standing, cancellationToken);
        return new CommandForm
        {
            Title = outcome == PhoneOutcome.LeftMessage ? AttemptWords.LeftMessage : AttemptWords.NoAnswer,
            Text = PatronWords.ToCall(selection.Standing),
            Fields = [.. Companions.Field(companions, call.Values), CallFields.Note, CallFields.Again(selection.Standing), CallFields.Seen(await ContactCalls.NewestAsync(host.Database, cancellationToken), call.Values)],
            Submit = AttemptWords.NoteTheAttempt,
        };
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, PhoneOutcome outcome, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call with { Rows = [.. call.Rows, .. Companions.Chosen(call.Values)] }, cancellationToken);
        var act = new ContactAct { Token = ContactActs.NewToken(), StaffUser = call.User, Said = PhoneWords.Of(outcome), DoneAt = StoredTime.Write(host.Clock.GetUtcNow()) };
        var (tries, overtaken) = await host.Database.WriteAsync(within => NoteAsync(selection.Standing, outcome, act, call.Values, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone = [.. selection.LeftAlone, .. overtaken];
        var noted = tries.Count;
        return new CommandAnswer
        {
            Message = $"{AttemptWords.NotedAs(Counted(noted), PhoneWords.Of(outcome))}{(noted == 1 && tries[0] > 1 ? $" {AttemptWords.WasTry(tries[0])}" : "")}{Marking.AloneWords(alone)}",
            Refused = noted == 0,
            Undo = noted == 0 ? null : new UndoOffer { Token = act.Token, Title = AttemptWords.Undo(PhoneWords.Of(outcome), noted) },
        };
    }

    /// <returns>For each request noted which try it was, and those left alone.</returns>
    private async Task<(List<int> Tries, List<LeftAlone> Alone)> NoteAsync(
        IReadOnlyList<IllRequest> requests, PhoneOutcome outcome, ContactAct act, IReadOnlyDictionary<string, string> values, DbTransaction within, CancellationToken cancellationToken)
    {
        var (rows, tries, alone) = (new List<ContactActRow>(), new List<int>(), new List<LeftAlone>());
        foreach (var request in requests)
        {
            var number = request.Transaction.TransactionNumber;
            if (await WhyNotAsync(request, CallFields.SeenIn(values), within, cancellationToken) is { } why)
            {
                alone.Add(new LeftAlone(number, why));
                continue;
            }

            var call = Call(request, outcome, act, values);
            await ContactCalls.AddAsync(host, within, call, cancellationToken);
            await host.Record.AddHistoryAsync(number, Entry(request.Site, outcome, call), act.StaffUser, within, cancellationToken);
            rows.Add(Row(request));
            tries.Add(ContactCalls.Count(within, number, request.ArrivalId));
        }

        if (rows.Count > 0)
            ContactActs.Keep(within, act, rows);
        return (tries, alone);
    }

    // An attempt that came in since the dialog was opened may be this very one, sent twice.
    private async Task<string?> WhyNotAsync(IllRequest request, long seen, DbTransaction within, CancellationToken cancellationToken)
    {
        var number = request.Transaction.TransactionNumber;
        var standing = Standing.Of(within, number);
        if (standing?.ArrivalId != request.ArrivalId)
            return await Selection.OvertakenAsync(host, number, within, cancellationToken);
        if (!ContactStatuses.AwaitsContact(standing.Status))
            return MarkingWords.StatusIs(standing.Status);
        return ContactCalls.Since(within, number, request.ArrivalId, seen) is { } other
            ? AttemptWords.NotedAlready(other.CalledBy, other.Said, SiteTimes.Words(request.Site, StoredTime.Read(other.CalledAt), host.Clock.GetUtcNow()))
            : null;
    }

    private static ContactCall Call(IllRequest request, PhoneOutcome outcome, ContactAct act, IReadOnlyDictionary<string, string> values) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        ArrivalId = request.ArrivalId,
        Outcome = outcome.ToString(),
        Note = CallFields.NoteIn(values),
        CallAgainAt = CallFields.AgainIn(values, request.Site) is { } again ? StoredTime.Write(again) : null,
        CalledAt = act.DoneAt,
        CalledBy = act.StaffUser,
        Act = act.Token,
    };

    private string Entry(Site site, PhoneOutcome outcome, ContactCall call) => PhoneWords.Entry(
        outcome, call.Note, call.CallAgainAt is { } again ? SiteTimes.Words(site, StoredTime.Read(again), host.Clock.GetUtcNow()) : "");

    private static ContactActRow Row(IllRequest request) => new()
    {
        TransactionNumber = request.Transaction.TransactionNumber,
        TransactionStatus = request.Transaction.TransactionStatus.Name,
        ArrivalId = request.ArrivalId,
        ReceivedAt = StoredTime.Write(request.ArrivedAt),
        MadeArrivalId = request.ArrivalId,
    };

    private static string Counted(int noted) => noted == 0 ? AttemptWords.NoneNoted : AttemptWords.Noted(noted);
}
