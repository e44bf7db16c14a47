using IllAddins.CustomerContact.Core.Common;

namespace IllAddins.CustomerContact.Core.Notices;

/// <summary>How the patron of a request at a contact status is told.</summary>
public abstract record NoticeDecision
{
    private NoticeDecision()
    {
    }

    /// <summary>By e-mail, from this template, which belongs to <paramref name="Site"/>.</summary>
    public sealed record Send(NotificationTemplate Template, string Site, string Why) : NoticeDecision;

    /// <summary>Not before staff have mended what the reason names; the request stays where it is.</summary>
    public sealed record Hold(string Reason, HoldKind Kind) : NoticeDecision;

    /// <summary>By staff, who find it on the Customer Contact form.</summary>
    public sealed record ForStaff(StaffMethod Method) : NoticeDecision;
}

/// <summary>What the facts alone say about a notice.</summary>
public abstract record NoticeStart
{
    private NoticeStart()
    {
    }

    /// <summary>It goes by e-mail: choose a template.</summary>
    public sealed record ByEMail : NoticeStart;

    /// <summary>It goes by a channel of an add-in: choose a template.</summary>
    public sealed record ByChannel(string Channel) : NoticeStart;

    /// <summary>Decided without a template; the script need not be run.</summary>
    public sealed record Settled(NoticeDecision Decision) : NoticeStart;
}
