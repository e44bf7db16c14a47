using System.Data.Common;
using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>Notified via Phone and Notified via Mail: moves the rows that fit, all or none, and names those left alone.</summary>
public sealed class MarkCommand(IAddinHost host)
{
    private readonly Moves moves = new(host);

    /// <summary>The dialog: what the patron has beside the items selected, and for the phone a note.</summary>
    public async Task<CommandForm> AskAsync(CommandCall call, StaffMethod method, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var split = await SplitAsync(selection, method, cancellationToken);
        var toMove = split.ToMove.ToHashSet();
        if (toMove.Count == 0)
            return new CommandForm { Title = Title(method), Refusal = Marking.StatusLine(0, split.NewStatus, [.. split.LeftAlone, .. selection.LeftAlone]) };
        var companions = await Companions.OfAsync(host, [.. selection.Standing.Where(request => toMove.Contains(request.Transaction.TransactionNumber))], cancellationToken);
        return new CommandForm
        {
            Title = Title(method),
            Text = method == StaffMethod.Phone ? PatronWords.ToCall(selection.Standing) : "",
            Fields = [.. Companions.Field(companions, call.Values), .. method == StaffMethod.Phone ? (FormField[])[CallFields.Note] : []],
            Submit = method == StaffMethod.Phone ? MarkWords.Reached : MarkWords.Notified,
        };
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, StaffMethod method, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call with { Rows = [.. call.Rows, .. Companions.Chosen(call.Values)] }, cancellationToken);
        var split = await SplitAsync(selection, method, cancellationToken);
        var toMove = split.ToMove.ToHashSet();
        var fitting = selection.Standing.Where(request => toMove.Contains(request.Transaction.TransactionNumber)).ToList();
        var mark = new Mark(ContactActs.NewToken(), site => FormSettings.StatusFor(host, site, method), method, CallFields.NoteIn(call.Values), call.User);
        var (moved, overtaken) = await host.Database.WriteAsync(within => MoveAsync(fitting, mark, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone = [.. split.LeftAlone, .. selection.LeftAlone, .. overtaken];
        return new CommandAnswer
        {
            Message = moved.Count == 0 ? Marking.StatusLine(0, split.NewStatus, alone) : Marking.StatusLine([.. moved.CountBy(status => status).Select(status => (status.Key, status.Value))], alone),
            Refused = moved.Count == 0,
            Undo = moved.Count == 0 ? null : new UndoOffer { Token = mark.Token, Title = EntryWords.Moved(moved.Count) },
        };
    }

    private static string Title(StaffMethod method) => method == StaffMethod.Phone ? MarkWords.NotifiedViaPhone : MarkWords.NotifiedViaMail;

    private async Task<MarkingSplit> SplitAsync(Selection selection, StaffMethod method, CancellationToken cancellationToken)
    {
        var places = await Placements.OfAsync(host, selection.Standing, cancellationToken);
        var attention = places.Where(place => place.Value.Group == ContactGroup.NeedsAttention).Select(place => place.Key).ToHashSet();
        var channels = host.Channels;
        return Marking.Split(selection.Standing.Select(request => RequestFacts.Of(request, channels)), method, attention: attention);
    }

    /// <returns>The statuses that were given, one for each request moved, and those that somebody else moved since they were read.</returns>
    private async Task<(List<string> Moved, List<LeftAlone> Overtaken)> MoveAsync(
        List<IllRequest> requests, Mark mark, DbTransaction within, CancellationToken cancellationToken)
    {
        var (rows, given, overtaken) = (new List<ContactActRow>(), new List<string>(), new List<LeftAlone>());
        foreach (var request in requests)
        {
            var status = mark.StatusAt(request.Site);
            switch (await moves.MoveAsync(request, status, mark.By, within, cancellationToken))
            {
                case MoveAnswer.Moved moved:
                    rows.Add(moved.Row);
                    given.Add(status);
                    await NoteAsync(request, mark, within, cancellationToken);
                    break;
                case MoveAnswer.Not not:
                    overtaken.Add(new LeftAlone(request.Transaction.TransactionNumber, not.Why));
                    break;
            }
        }

        if (rows.Count > 0)
            ContactActs.Keep(within, new ContactAct { Token = mark.Token, StaffUser = mark.By, Said = EntryWords.Moved(rows.Count), DoneAt = StoredTime.Write(host.Clock.GetUtcNow()) }, rows);
        return (given, overtaken);
    }

    private async Task NoteAsync(IllRequest request, Mark mark, DbTransaction within, CancellationToken cancellationToken)
    {
        if (mark.Method != StaffMethod.Phone)
            return;
        var call = new ContactCall
        {
            TransactionNumber = request.Transaction.TransactionNumber,
            ArrivalId = request.ArrivalId,
            Outcome = nameof(PhoneOutcome.Reached),
            Note = mark.Note,
            CalledAt = StoredTime.Write(host.Clock.GetUtcNow()),
            CalledBy = mark.By,
            Act = mark.Token,
        };
        await ContactCalls.AddAsync(host, within, call, cancellationToken);
        if (mark.Note.Length > 0)
            await host.Record.AddHistoryAsync(request.Transaction.TransactionNumber, PhoneWords.Entry(PhoneOutcome.Reached, mark.Note, ""), mark.By, within, cancellationToken);
    }

    private sealed record Mark(string Token, Func<Site, string> StatusAt, StaffMethod Method, string Note, string By);
}
