using System.Diagnostics;

namespace IllAddins.CustomerContact.ContactForm.Panels;

/// <summary>Ask again: what the sweeps would decide about a request now, by their own code; nothing is stored or sent.</summary>
public sealed class AskAgain(IAddinHost host, Rehearsal rehearsal)
{
    /// <summary>Whether the sweeps decide about a request where it stands.</summary>
    public bool Fits(IllRequest request) => rehearsal.Statuses.Contains(request.Transaction.TransactionStatus);

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        if (selection is not { Standing: [var request] })
            return Refused(PanelWords.NotAsked(selection.LeftAlone[0].TransactionNumber, selection.LeftAlone[0].Reason));
        var number = request.Transaction.TransactionNumber;
        if (!Fits(request))
            return Refused(PanelWords.NothingIsDecidedAt(number, request.Transaction.TransactionStatus.Name));
        var now = host.Clock.GetUtcNow();
        var asked = new RehearsalCall
        {
            Requests = [new RehearsedRequest { Request = request, Now = now }],
            Ask = (function, about, _) => host.AskScript(function, about),
        };
        var steps = (await rehearsal.RunAsync(asked, cancellationToken))[0].Steps;
        return new CommandAnswer { Message = PanelWords.AskedAgain(number, steps.Select(step => Words(step, request.Site, now)).Aggregate(PanelWords.AndThen)) };
    }

    private static string Words(ForeseenStep step, Site site, DateTimeOffset now) => step.Act switch
    {
        ForeseenAct.Route => PanelWords.WouldBeRouted(step.Status?.Name ?? "", SiteTimes.Words(site, step.At ?? now, now), step.Why),
        ForeseenAct.Mail => PanelWords.WouldBeMailed(step.Template ?? "", step.Why),
        ForeseenAct.Staff => PanelWords.WouldBeStaffs(step.Why),
        ForeseenAct.Hold or ForeseenAct.Fault => PanelWords.WouldBeHeld(step.Why),
        _ => throw new UnreachableException(),
    };

    private static CommandAnswer Refused(string message) => new() { Message = message, Refused = true };
}
