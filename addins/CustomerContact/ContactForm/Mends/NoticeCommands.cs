using System.Data.Common;
using System.Diagnostics;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>What staff decide about the e-mails of the rows selected: send again, was delivered, cancel.</summary>
public sealed class NoticeCommands(IAddinHost host)
{
    private readonly NoticeActions actions = new(host);

    /// <summary>Does it for every row that it fits, in one transaction, and names the others.</summary>
    public async Task<CommandAnswer> RunAsync(CommandCall call, NoticeAct act, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var (done, refused) = await host.Database.WriteAsync(within => ActAsync(selection.Standing, act, call.User, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone = [.. selection.LeftAlone, .. refused];
        return new CommandAnswer { Message = $"{Said(act, done)}{Marking.AloneWords(alone)}", Refused = done == 0 };
    }

    /// <summary>The same about one notice of the request form.</summary>
    public static CommandAnswer Words(NoticeAct act, NoticeActionAnswer answer) => answer switch
    {
        NoticeActionAnswer.Done => new CommandAnswer { Message = Said(act, 1) },
        NoticeActionAnswer.NotNow not => Refused(MendWords.NotDone(not.Why)),
        NoticeActionAnswer.BadAddress bad => Refused(MendWords.NotDoneBadAddress(bad.Why)),
        NoticeActionAnswer.Missing missing => Refused(MendWords.NotDoneNoMail(missing.Id)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Why an act was not done, as the rest of a sentence that begins with the request; null where it was.</summary>
    public static string? WhyNot(NoticeActionAnswer? answer) => answer switch
    {
        null => MendWords.NoMailMade,
        NoticeActionAnswer.Done => null,
        NoticeActionAnswer.NotNow not => not.Why,
        NoticeActionAnswer.BadAddress bad => bad.Why,
        NoticeActionAnswer.Missing => MendWords.NoSuchMail,
        _ => throw new UnreachableException(),
    };

    private async Task<(int Done, List<LeftAlone> Alone)> ActAsync(
        IReadOnlyList<IllRequest> requests, NoticeAct act, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var (done, alone) = (0, new List<LeftAlone>());
        foreach (var request in requests)
        {
            var number = request.Transaction.TransactionNumber;
            if (WhyNot(await actions.ActAsync(within, act, number, request.ArrivalId, "", by, cancellationToken)) is { } why)
                alone.Add(new LeftAlone(number, why));
            else
                done++;
        }

        return (done, alone);
    }

    private static string Said(NoticeAct act, int done) => (act, done) switch
    {
        (NoticeAct.Resend or NoticeAct.FixAddress, 0) => MendWords.NothingToSendAgain,
        (NoticeAct.Resend or NoticeAct.FixAddress, _) => MendWords.ToBeSentAgain(done),
        (NoticeAct.MarkDelivered, 0) => MendWords.NothingDelivered,
        (NoticeAct.MarkDelivered, _) => MendWords.MarkedDelivered(done),
        (NoticeAct.Cancel, 0) => MendWords.NothingCancelled,
        (NoticeAct.Cancel, _) => MendWords.Cancelled(done),
        _ => throw new UnreachableException(),
    };

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
