using System.Data.Common;
using IllAddins.CustomerContact.Core.ContactForm;
using IllAddins.CustomerContact.Core.Notices;
using IllAddins.CustomerContact.Decisions;
using IllAddins.CustomerContact.Delivery;

namespace IllAddins.CustomerContact.ContactForm.Mends;

/// <summary>Fix address and resend: writes a corrected e-mail address onto the customer's record and sends again what was refused.</summary>
public sealed class FixAddressCommand(IAddinHost host)
{
    private const string Address = "address";

    private readonly NoticeActions actions = new(host);

    /// <summary>The dialog: the address as it is, and what the mail server said about it.</summary>
    public async Task<CommandForm> AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        if (selection.Standing is not [var first, ..])
            return new CommandForm { Title = MendWords.FixAddress, Refusal = MendWords.NothingToMend + Marking.AloneWords(selection.LeftAlone) };
        if (selection.Standing.Any(request => Marks.Companions.Patron(request) != Marks.Companions.Patron(first)))
            return new CommandForm { Title = MendWords.FixAddress, Refusal = MendWords.SeveralCustomers };
        var found = first.User.Text("EMailAddress").Trim();
        return new CommandForm
        {
            Title = MendWords.FixAddress,
            Text = Text(first, selection.Standing.Count),
            Fields =
            [
                new FormField
                {
                    Name = Address,
                    Title = MendWords.EMailAddress,
                    Kind = FormFieldKind.Text,
                    Value = found,
                    Required = true,
                    MaxLength = 254,
                    Help = EMailAddresses.Complaint(found) is { } complaint ? complaint : MendWords.AddressHelp,
                },
            ],
            Submit = MendWords.SaveAndSend,
        };
    }

    public async Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var address = call.Values.GetValueOrDefault(Address, "").Trim();
        if (EMailAddresses.ComplaintAboutGiven(address) is { } complaint)
            return new CommandAnswer { Message = MendWords.AddressNotSaved, Refused = true, FieldProblems = new Dictionary<string, string> { [Address] = complaint } };
        var selection = await Selection.ReadAsync(host, call, cancellationToken);
        if (selection.Standing is not [var first, ..])
            return new CommandAnswer { Message = MendWords.AddressNotSaved + Marking.AloneWords(selection.LeftAlone), Refused = true };
        var fitting = selection.Standing.Where(request => Marks.Companions.Patron(request) == Marks.Companions.Patron(first)).ToList();
        var resent = await host.Database.WriteAsync(within => FixAsync(fitting, address, call.User, within, cancellationToken), cancellationToken);
        List<LeftAlone> alone = [.. selection.LeftAlone, .. selection.Standing.Except(fitting).Select(request => new LeftAlone(request.Transaction.TransactionNumber, MendWords.OfAnotherCustomer))];
        return new CommandAnswer { Message = $"{MendWords.AddressSaved} {Sent(resent)}{Marking.AloneWords(alone)}" };
    }

    /// <returns>How many e-mails are to be sent again.</returns>
    private async Task<int> FixAsync(List<IllRequest> requests, string address, string by, DbTransaction within, CancellationToken cancellationToken)
    {
        var resent = 0;
        foreach (var request in requests)
            if (await actions.ActAsync(within, NoticeAct.FixAddress, request.Transaction.TransactionNumber, request.ArrivalId, address, by, cancellationToken) is NoticeActionAnswer.Done)
                resent++;
        if (resent == 0)
            await host.Record.CorrectEMailAddressAsync(requests[0].Transaction.TransactionNumber, address, by, within, cancellationToken);
        return resent;
    }

    private static string Text(IllRequest first, int count)
    {
        var name = PatronWords.Name(first.User);
        var customer = PatronWords.Phone(first.User) is { Length: > 0 } number ? MendWords.CustomerPhone(name, number) : name;
        return count == 1 ? MendWords.OneRequestOf(customer) : MendWords.RequestsOf(customer, count);
    }

    private static string Sent(int resent) => resent == 0 ? MendWords.DecidedAnew : MendWords.ToBeSentAgain(resent);
}
