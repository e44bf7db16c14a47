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
            return Refused("Nothing was taken back: that action is no longer kept. Route the requests by hand.");
        if (!string.Equals(act.StaffUser, call.User, StringComparison.OrdinalIgnoreCase))
            return Refused($"Nothing was taken back: {act.StaffUser} did that, and only {act.StaffUser} can take it back.");
        if (act.UndoneAt is { } undone)
            return Refused($"Nothing was taken back: that was done already {SiteTimes.Words(site, StoredTime.Read(undone), host.Clock.GetUtcNow())}.");
        var (done, alone) = (0, new List<LeftAlone>());
        foreach (var row in ContactActs.Rows(within, act.Token))
            if (await WhyNotAsync(row, act, within, cancellationToken) is { } why)
                alone.Add(new LeftAlone(row.TransactionNumber, why));
            else
                done++;
        if (done > 0)
            ContactActs.SetUndone(within, act.Token, host.Clock.GetUtcNow());
        return new CommandAnswer { Message = $"{(done == 0 ? "Nothing was" : done == 1 ? "1 request was" : $"{done} requests were")} taken back.{Marking.AloneWords(alone)}", Refused = done == 0 };
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
            return last is null ? "the attempt is no longer there" : $"{last.CalledBy} phoned again since";
        await ContactCalls.RemoveAsync(host, within, act, row.TransactionNumber, cancellationToken);
        await host.Record.AddHistoryAsync(row.TransactionNumber, $"The attempt '{last.Said}' was taken back.", act.StaffUser, within, cancellationToken);
        return null;
    }

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
