using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Delays;

/// <summary>Where a request goes from transit.</summary>
public abstract record NextStatus
{
    private NextStatus()
    {
    }

    public sealed record To(string Status) : NextStatus;

    /// <summary>Nowhere: requests of this process type have no status at which a patron is told.</summary>
    public sealed record Held(string Why) : NextStatus;

    /// <summary>The contact status of the request's process type.</summary>
    public static NextStatus For(ContactFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.IsBorrowing)
            return new To(ContactStatuses.AwaitingContact);
        return facts.IsDocDel
            ? new To(ContactStatuses.AwaitingDocDelContact)
            : new Held(DelayWords.NoPatronToTell(facts.ProcessType, ContactStatuses.InTransit));
    }
}
