using System.Text;
using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>Who a mail is from and for, after every address was read.</summary>
internal sealed record MailParties
{
    public required MailboxAddress From { get; init; }

    /// <summary>The patron's addresses; never empty.</summary>
    public required IReadOnlyList<MailboxAddress> To { get; init; }

    public required IReadOnlyList<MailboxAddress> Cc { get; init; }

    public required IReadOnlyList<MailboxAddress> Bcc { get; init; }

    /// <summary>A sentence for each address that was left out although the mail goes on.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Everybody, the patron first: the order in which the server is asked.</summary>
    public IEnumerable<MailboxAddress> Recipients => [.. To, .. Cc, .. Bcc];

    /// <summary>True for a single recipient.</summary>
    public bool IsForOne => To.Count == 1 && Cc.Count == 0 && Bcc.Count == 0;

    /// <summary>True when an address cannot travel without SMTPUTF8.</summary>
    public bool NeedSmtpUtf8 => AddressField.NeedsSmtpUtf8(From) || To.Any(AddressField.NeedsSmtpUtf8) || Cc.Any(AddressField.NeedsSmtpUtf8) || Bcc.Any(AddressField.NeedsSmtpUtf8);

    /// <summary>An address as it goes to the server: a domain in another script goes by its ASCII name where SMTPUTF8 is not asked for.</summary>
    public string Written(MailboxAddress address) => Ascii.IsValid(address.Address) ? address.Address : address.GetAddress(idnEncode: !NeedSmtpUtf8);

    /// <summary>Reads all address fields; gives the parties, or the outcome that keeps the mail from being sent.</summary>
    public static (MailParties? Parties, MailOutcome? Refusal) Read(OutgoingMail mail)
    {
        var from = AddressField.Read("From", mail.FromName, mail.FromAddress);
        var to = AddressField.Read("To", mail.ToName, mail.ToAddress);
        var cc = AddressField.Read("CC", "", mail.Cc);
        var bcc = AddressField.Read("BCC", "", mail.Bcc);

        if (to.Forged is { } forgedTo)
            return (null, new MailOutcome.RefusedRecipient(Composing(forgedTo)));
        if ((from.Forged ?? cc.Forged ?? bcc.Forged) is { } forged)
            return (null, new MailOutcome.Unsendable(Composing(forged)));
        if (FromProblem(from, mail.FromAddress) is { } fromProblem)
            return (null, new MailOutcome.Unsendable(Composing(fromProblem)));
        if (to.Addresses.Count == 0)
            return (null, new MailOutcome.RefusedRecipient(Composing(to.Problems.Count > 0 ? to.Problems[0] : MailWords.NoRecipient)));

        return (new MailParties
        {
            From = from.Addresses[0],
            To = to.Addresses,
            Cc = Without(cc.Addresses, to.Addresses),
            Bcc = Without(bcc.Addresses, [.. to.Addresses, .. cc.Addresses]),
            Notes = [.. to.Problems, .. cc.Problems, .. bcc.Problems],
        }, null);
    }

    /// <summary>Leaves out copies whose local part needs SMTPUTF8, for a server that does not offer it; the same for the patron or the sender keeps the mail from being sent.</summary>
    public (MailParties? Parties, MailOutcome? Refusal) WithoutSmtpUtf8(string server)
    {
        string Problem(MailboxAddress address) => MailWords.NeedsSmtpUtf8(address.Address, server);

        if (AddressField.NeedsSmtpUtf8(From))
            return (null, new MailOutcome.Unsendable(Composing(Problem(From)) with { Address = From.Address }));
        if (To.All(AddressField.NeedsSmtpUtf8))
            return (null, new MailOutcome.RefusedRecipient(Composing(Problem(To[0])) with { Address = To[0].Address }));
        return (this with
        {
            To = Plain(To),
            Cc = Plain(Cc),
            Bcc = Plain(Bcc),
            Notes = [.. Notes, .. Recipients.Where(AddressField.NeedsSmtpUtf8).Select(Problem)],
        }, null);
    }

    private static string? FromProblem(AddressField from, string text) => from switch
    {
        { Problems: [var problem, ..] } => problem,
        { Addresses.Count: 0 } => MailWords.NoSender,
        { Addresses.Count: > 1 } => MailWords.SeveralSenders(text),
        _ => null,
    };

    private static List<MailboxAddress> Plain(IReadOnlyList<MailboxAddress> addresses) => [.. addresses.Where(address => !AddressField.NeedsSmtpUtf8(address))];

    private static List<MailboxAddress> Without(IReadOnlyList<MailboxAddress> addresses, IReadOnlyList<MailboxAddress> others) =>
        [.. addresses.Where(address => !others.Any(other => AddressField.SameAddress(other, address)))];

    private static MailAnswer Composing(string text) => MailAnswer.InOurWords(MailStage.Composing, text);
}
