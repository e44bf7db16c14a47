using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.Common;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What staff and admins decide about a notice. Each act looks at the notice as it stands, is done whole or not at all, and leaves a History and an audit entry that name who did it.</summary>
public sealed class NoticeActions(IAddinHost host)
{
    /// <summary>Sends a notice again at the next sweep, however old it is; its request is looked at again before. A text that may have gone out is sent unchanged.</summary>
    public Task<NoticeActionAnswer> ResendAsync(long id, string by, CancellationToken cancellationToken) =>
        ActAsync(id, (within, notice) => ResendAsync(within, notice, "resend", by, cancellationToken), cancellationToken);

    /// <summary>Takes a notice back: it goes out only by another word of staff. The request stays where it is and stands under Needs attention.</summary>
    public Task<NoticeActionAnswer> CancelAsync(long id, string by, CancellationToken cancellationToken) =>
        ActAsync(id, (within, notice) => CancelAsync(within, notice, by, cancellationToken), cancellationToken);

    /// <summary>Settles a notice whose fate was unknown: the patron has it. The request moves on as if the mail server had answered.</summary>
    public Task<NoticeActionAnswer> MarkDeliveredAsync(long id, string by, CancellationToken cancellationToken) =>
        ActAsync(id, (within, notice) => DeliveredAsync(within, notice, by, cancellationToken), cancellationToken);

    /// <summary>Corrects the e-mail address on the user's record and sends the notice again.</summary>
    public Task<NoticeActionAnswer> FixAddressAndResendAsync(long id, string address, string by, CancellationToken cancellationToken) =>
        ActAsync(id, (within, notice) => FixAsync(within, notice, address, by, cancellationToken), cancellationToken);

    /// <summary>The acts above on the notice of an arrival, in the caller's transaction.</summary>
    /// <returns>Null where no notice was made for it, and none brought the request to where it stands.</returns>
    public async Task<NoticeActionAnswer?> ActAsync(
        DbTransaction within, NoticeAct act, int transactionNumber, long arrivalId, string address, string by, CancellationToken cancellationToken) =>
        Outbox.OfArrival(within, transactionNumber, arrivalId) is not { } notice ? MovedOn(within, transactionNumber) : act switch
        {
            NoticeAct.Resend => await ResendAsync(within, notice, "resend", by, cancellationToken),
            NoticeAct.Cancel => await CancelAsync(within, notice, by, cancellationToken),
            NoticeAct.MarkDelivered => await DeliveredAsync(within, notice, by, cancellationToken),
            NoticeAct.FixAddress => await FixAsync(within, notice, address, by, cancellationToken),
            _ => throw new UnreachableException(),
        };

    /// <summary>Sends every notice again that failed within a time, one transaction for each.</summary>
    /// <param name="site">The site's code.</param>
    /// <param name="from">The first moment of the period.</param>
    /// <param name="until">The last moment of the period.</param>
    /// <param name="by">The staff member's user name.</param>
    /// <param name="cancellationToken">Stops between two notices; what was done stays done.</param>
    /// <returns>An answer for each, the longest failed first; empty where none failed.</returns>
    public async Task<IReadOnlyList<NoticeActionAnswer>> ResendFailedAsync(
        string site, DateTimeOffset from, DateTimeOffset until, string by, CancellationToken cancellationToken)
    {
        var failed = await host.Database.WriteAsync(within => Task.FromResult(Outbox.Ended(within, site, NoticeStatus.Failed, from, until)), cancellationToken);
        var answers = new List<NoticeActionAnswer>();
        foreach (var notice in failed)
            answers.Add(await ResendAsync(notice.Id, by, cancellationToken));
        return answers;
    }

    private Task<NoticeActionAnswer> ActAsync(long id, Func<DbTransaction, NoticeRow, Task<NoticeActionAnswer>> act, CancellationToken cancellationToken) =>
        host.Database.WriteAsync(
            async within => Outbox.Find(within, id) is { } notice ? await act(within, notice) : new NoticeActionAnswer.Missing(id), cancellationToken);

    private async Task<NoticeActionAnswer> ResendAsync(DbTransaction within, NoticeRow notice, string act, string by, CancellationToken cancellationToken)
    {
        if (notice.Status is NoticeStatus.Sent)
            return Not(notice, notice.Channel == Outbox.EMail ? NoticeActWords.IsSent : NoticeActWords.ToldByChannel(notice.Channel));
        if (WhyNot(within, notice) is { } why)
            return Not(notice, why);
        Outbox.Decide(within, notice, Anew(notice));
        // Decided anew before it leaves: its patron may have chosen another way meanwhile.
        if (DecisionStore.Find(within, notice.TransactionNumber, notice.ArrivalId) is { } decision)
            DecisionStore.Save(within, decision with { State = DecisionState.Ready, HoldKind = null, Reason = DeliveryWords.SentAgainByWord(by), DecidedBy = "" });
        return await DoneAsync(within, notice, act, DeliveryWords.ToBeSentAgain(NoticeRecord.Name(notice), notice.Template, Was(notice)), by, cancellationToken);
    }

    private async Task<NoticeActionAnswer> CancelAsync(DbTransaction within, NoticeRow notice, string by, CancellationToken cancellationToken)
    {
        if (notice.Status is not (NoticeStatus.Pending or NoticeStatus.Retrying or NoticeStatus.Failed or NoticeStatus.Unknown))
            return Not(notice, notice.Status is NoticeStatus.Sending ? NoticeActWords.BeingSent : NoticeActWords.IsAlready(NoticeStates.Status(notice.Status)));
        var cancelled = notice with
        {
            Status = NoticeStatus.Cancelled,
            Parked = NoticeParked.ByStaff,
            Note = DeliveryWords.CancelledBy(notice.By, by),
            NextTryAt = null,
            FinishedAt = StoredTime.Write(host.Clock.GetUtcNow()),
        };
        Outbox.Decide(within, notice, cancelled);
        Redecide(within, cancelled);
        return await DoneAsync(within, notice, "cancel", DeliveryWords.Cancelled(NoticeRecord.Name(notice), notice.Template, Was(notice)), by, cancellationToken);
    }

    private async Task<NoticeActionAnswer> DeliveredAsync(DbTransaction within, NoticeRow notice, string by, CancellationToken cancellationToken)
    {
        if (notice.Status is not NoticeStatus.Unknown)
            return Not(notice, NoticeActWords.OnlyUnknownIsDelivered(NoticeStates.Status(notice.Status)));
        var delivered = notice with { Status = NoticeStatus.Sent, Note = DeliveryWords.DeliveredByWord(by), FinishedAt = StoredTime.Write(host.Clock.GetUtcNow()) };
        Outbox.Decide(within, notice, delivered);
        Redecide(within, delivered);
        if (Standing.Of(within, notice.TransactionNumber) is { } standing && standing.ArrivalId == notice.ArrivalId)
            await host.Record.RouteAsync(Told(notice, standing, by), within, cancellationToken);
        return await DoneAsync(within, notice, "mark as delivered", DeliveryWords.MarkedDelivered(NoticeRecord.Name(notice), notice.Template), by, cancellationToken);
    }

    private async Task<NoticeActionAnswer> FixAsync(DbTransaction within, NoticeRow notice, string address, string by, CancellationToken cancellationToken)
    {
        if (EMailAddresses.ComplaintAboutTyped(address) is { } complaint)
            return new NoticeActionAnswer.BadAddress(notice, complaint);
        if (notice.Channel != Outbox.EMail)
            return Not(notice, NoticeActWords.GoesByChannel(notice.Channel));
        if (notice.Status is NoticeStatus.Sent)
            return Not(notice, NoticeActWords.SentToThatAddress);
        if (WhyNot(within, notice) is { } why)
            return Not(notice, why);
        await host.Record.CorrectEMailAddressAsync(notice.TransactionNumber, address.Trim(), by, within, cancellationToken);
        return await ResendAsync(within, notice with { ToAddress = address.Trim() }, "correct address and resend", by, cancellationToken);
    }

    // The arrival that its notice was made for is over.
    private static NoticeActionAnswer.NotNow? MovedOn(DbTransaction within, int transactionNumber) =>
        Standing.Of(within, transactionNumber) is { } standing && !ContactStatuses.AwaitsContact(standing.Status) && Outbox.Last(within, transactionNumber) is { } last
            ? Not(last, NoticeActWords.RequestMoved(standing.Status))
            : null;

    // Sent or on its way: nothing may be changed. Moved on: there is nothing left to tell.
    private static string? WhyNot(DbTransaction within, NoticeRow notice)
    {
        if (notice.Status is NoticeStatus.Sending)
            return NoticeActWords.BeingSent;
        if (notice.ReplacedBy is { } other)
            return NoticeActWords.OtherMailWritten(other);
        var standing = Standing.Of(within, notice.TransactionNumber);
        return standing?.ArrivalId == notice.ArrivalId ? null : NoticeActWords.RequestMoved(standing?.Status ?? "");
    }

    private NoticeRow Anew(NoticeRow notice)
    {
        var now = StoredTime.Write(host.Clock.GetUtcNow());
        return notice with
        {
            Status = NoticeStatus.Pending,
            Attempts = 0,
            NextTryAt = now,
            Note = null,
            FinishedAt = null,
            AgeFrom = now,
            FirstTriedAt = null,
            Faults = 0,
            FaultedAt = null,
            Parked = null,
        };
    }

    private static void Redecide(DbTransaction within, NoticeRow notice)
    {
        if (DecisionStore.Find(within, notice.TransactionNumber, notice.ArrivalId) is { } decision)
            DecisionStore.Save(within, NoticeOutcomes.After(decision, notice));
    }

    private static RouteOrder Told(NoticeRow notice, Standing standing, string by) => new()
    {
        TransactionNumber = notice.TransactionNumber,
        ExpectedStatus = new TransactionStatus(standing.Status),
        ExpectedArrivalId = notice.ArrivalId,
        NewStatus = NoticeRecord.Told(notice),
        By = by,
    };

    private async Task<NoticeActionAnswer> DoneAsync(DbTransaction within, NoticeRow notice, string act, string entry, string by, CancellationToken cancellationToken)
    {
        var now = Outbox.Find(within, notice.Id)!;
        await host.Record.AddHistoryAsync(notice.TransactionNumber, entry, by, within, cancellationToken);
        await host.AuditAsync(
            new AuditEntry
            {
                By = by,
                Act = act,
                Subject = $"notice {notice.Id}",
                TransactionNumber = notice.TransactionNumber,
                Site = notice.Site,
                Was = notice.Status,
                Became = now.Status,
                Detail = notice.Answer,
            },
            within,
            cancellationToken);
        return new NoticeActionAnswer.Done(now);
    }

    private static NoticeActionAnswer.NotNow Not(NoticeRow notice, string why) => new(notice, why);

    private static string Was(NoticeRow notice) => notice.Answer is null ? NoticeStates.Status(notice.Status) : DeliveryWords.Was(NoticeStates.Status(notice.Status), notice.Answer);
}

/// <summary>The acts of staff on a notice.</summary>
public enum NoticeAct
{
    Resend,
    Cancel,
    MarkDelivered,

    /// <summary>Corrects the e-mail address on the user's record and sends the notice again.</summary>
    FixAddress,
}

/// <summary>What became of an act of staff on a notice; a closed family.</summary>
public abstract record NoticeActionAnswer
{
    private NoticeActionAnswer()
    {
    }

    /// <summary>Done; the notice as it stands now.</summary>
    public sealed record Done(NoticeRow Notice) : NoticeActionAnswer;

    /// <summary>Nothing was changed, and why: the rest of a sentence that begins with the notice.</summary>
    public sealed record NotNow(NoticeRow Notice, string Why) : NoticeActionAnswer;

    /// <summary>Nothing was changed: the new address can be none, and why.</summary>
    public sealed record BadAddress(NoticeRow Notice, string Why) : NoticeActionAnswer;

    /// <summary>There is no notice of that number.</summary>
    public sealed record Missing(long Id) : NoticeActionAnswer;
}
