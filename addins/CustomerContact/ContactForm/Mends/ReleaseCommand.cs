using System.Data.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delays;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>Release hold: lets requests go that the site's script holds in transit.</summary>
public sealed class ReleaseCommand(IAddinHost host, Releases releases)
{
    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        var (released, held) = await host.Database.WriteAsync(within => ReleaseAsync(call, selection.Standing, within, cancellationToken), cancellationToken);
        LeftAlone[] alone = [.. selection.LeftAlone, .. held];
        var said = released == 0 ? MendWords.NothingReleased : MendWords.Released(released);
        return new CommandAnswer { Message = $"{said}{Marking.AloneWords(alone)}", Refused = released == 0 };
    }

    private async Task<(int Released, List<LeftAlone> Alone)> ReleaseAsync(
        CommandCall call, IReadOnlyList<IllRequest> standing, DbTransaction within, CancellationToken cancellationToken)
    {
        var (released, alone) = (0, new List<LeftAlone>());
        foreach (var row in standing.Select(request => new SelectedRow { TransactionNumber = request.Transaction.TransactionNumber, ArrivalId = request.ArrivalId }))
            switch (await releases.ReleaseAsync(row, call.User, within, cancellationToken))
            {
                case ReleaseAnswer.Done:
                    released++;
                    break;
                case ReleaseAnswer.NotNow not:
                    alone.Add(new LeftAlone(row.TransactionNumber, not.Why));
                    break;
            }

        return (released, alone);
    }
}
