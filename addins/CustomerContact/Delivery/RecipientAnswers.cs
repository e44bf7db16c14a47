using MimeKit;

namespace IllAddins.CustomerContact.Delivery;

/// <summary>What the server said to each recipient of one mail. The patron decides; a refused copy is noted.</summary>
internal sealed class RecipientAnswers(MailParties parties)
{
    private readonly List<MailAnswer> _patronRefusals = [];
    private readonly List<string> _notes = [];

    /// <summary>True when every address of the patron was refused: the copies must not go out alone.</summary>
    public bool PatronIsRefused => _patronRefusals.Count == parties.To.Count;

    /// <summary>A sentence for each recipient that the server refused.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The answer that decides when the patron is refused: one that may change before one that will not.</summary>
    public MailAnswer Deciding => _patronRefusals.FirstOrDefault(answer => answer.Code is >= 400 and < 500) ?? _patronRefusals[0];

    public void Refused(MailboxAddress address, MailAnswer answer)
    {
        if (parties.To.Contains(address))
            _patronRefusals.Add(answer);
        _notes.Add(MailWords.RecipientRefused(Field(address), address.Address, answer.ToString()));
    }

    private string Field(MailboxAddress address) => parties.To.Contains(address) ? "To" : parties.Cc.Contains(address) ? "CC" : "BCC";
}
