using System.Data.Common;
using IllAddins.CustomerContact.ContactForm.Calls;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.ContactForm.Marks;

/// <summary>Takes an act of staff back, row by row, as far as nothing else has happened to the rows.</summary>
public sealed class UndoAct(IAddinHost host)
{
    private readonly Moves moves = new(host);

    public async Task<CommandAnswer> RunAsync(UndoCall call, CancellationToken cancellationToken)
    {
        var site = call.Site ?? (await host.SitesAsync(cancellationToken))[0];
        return await host.Database.WriteAsync(within => RunAsync(call, site, within, cancellationToken), cancellationToken);
    }

    private async Task<CommandAnswer> RunAsync(UndoCall call, Site site, DbTransaction within, CancellationToken cancellationToken)
    {
        if (ContactActs.Find(within, call.Token) is not { } act)
            return Refused(MarkWords.NoLongerKept);
        if (!string.Equals(act.StaffUser, call.User, StringComparison.OrdinalIgnoreCase))
            return Refused(MarkWords.OnlyBy(act.StaffUser));
        if (act.UndoneAt is { } undone)
            return Refused(MarkWords.TakenBackAlready(SiteTimes.Words(site, StoredTime.Read(undone), host.Clock.GetUtcNow())));
        var (done, alone) = (0, new List<LeftAlone>());
        foreach (var row in ContactActs.Rows(within, act.Token))
            if (await WhyNotAsync(row, act, within, cancellationToken) is { } why)
                alone.Add(new LeftAlone(row.TransactionNumber, why));
            else
                done++;
        if (done > 0)
            ContactActs.SetUndone(within, act.Token, host.Clock.GetUtcNow());
        return new CommandAnswer { Message = (done == 0 ? MarkWords.NothingTakenBack : MarkWords.TakenBack(done)) + Marking.AloneWords(alone), Refused = done == 0 };
    }

    /// <returns>Null where the row was taken back.</returns>
    private async Task<string?> WhyNotAsync(ContactActRow row, ContactAct act, DbTransaction within, CancellationToken cancellationToken)
    {
        var standing = Standing.Of(within, row.TransactionNumber);
        if (standing?.ArrivalId != row.MadeArrivalId)
            return await Selection.OvertakenAsync(host, row.TransactionNumber, within, cancellationToken);
        if (row.MadeArrivalId == row.ArrivalId)
            return await TakeCallBackAsync(row, act, within, cancellationToken);
        await ContactCalls.RemoveAsync(host, within, act, row.TransactionNumber, cancellationToken);
        await moves.MoveBackAsync(row, standing, act.StaffUser, within, cancellationToken);
        return null;
    }

    private async Task<string?> TakeCallBackAsync(ContactActRow row, ContactAct act, DbTransaction within, CancellationToken cancellationToken)
    {
        var last = ContactCalls.Last(within, row.TransactionNumber, row.ArrivalId);
        if (last?.Act != act.Token)
            return last is null ? MarkWords.AttemptGone : MarkWords.PhonedAgain(last.CalledBy);
        await ContactCalls.RemoveAsync(host, within, act, row.TransactionNumber, cancellationToken);
        await host.Record.AddHistoryAsync(row.TransactionNumber, EntryWords.AttemptTakenBack(last.Said), act.StaffUser, within, cancellationToken);
        return null;
    }

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
