namespace IllAddins;

/// <summary>A way to tell patrons beside e-mail, e.g. text messages. The core add-in chooses and writes the notice, keeps it in the outbox until the channel has answered,
/// tries again, and moves the request to <c>Customer Notified via {Name}</c>.</summary>
public sealed record NotificationChannel
{
    /// <summary>Unique among all add-ins: letters, digits and hyphens, at most 20, e.g. <c>SMS</c>; staff read it, and it ends the status's name.</summary>
    public required string Name { get; init; }

    /// <summary>The texts of a user's NotificationMethod that it takes, e.g. <c>SMS</c> and <c>Text message</c>, without regard to case. Those of e-mail, phone and letter are not free.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Sends one notice. Several may be sent at once. An exception, and more time than the host allows (30 seconds), mean that nobody knows whether the notice went
    /// out: it is not repeated, and staff decide. Say <see cref="ChannelOutcome.Later"/> where it surely did not.</summary>
    public required Func<ChannelNotice, CancellationToken, Task<ChannelOutcome>> SendAsync { get; init; }
}

/// <summary>A notice that a channel is to send.</summary>
public sealed record ChannelNotice
{
    /// <summary>The same at every attempt, and of no other notice: a gateway that takes such a key can drop repeats.</summary>
    public required string Id { get; init; }

    public required IllRequest Request { get; init; }

    /// <summary>The template's subject, without tags.</summary>
    public required string Subject { get; init; }

    /// <summary>The template's text, without tags.</summary>
    public required string Body { get; init; }

    /// <summary>The template's name.</summary>
    public required string Template { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Attempt { get; init; }
}

/// <summary>What became of a notice that a channel was given; a closed family.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome()
    {
    }

    /// <summary>In words that staff read, e.g. the gateway's answer; without the patron's name or number.</summary>
    public required string Answer { get; init; }

    /// <summary>The gateway has taken responsibility for it.</summary>
    public sealed record Sent : ChannelOutcome;

    /// <summary>Nothing had to be sent: the patron knows in another way, which the answer names. It counts as told.</summary>
    public sealed record Handled : ChannelOutcome;

    /// <summary>Not sent, and trying again changes nothing until staff have mended what the answer names: the request is held.</summary>
    public sealed record Failed : ChannelOutcome;

    /// <summary>Surely not sent; it is tried again after 1, 5, 15 and 60 minutes, then hourly, and given up after a day (<c>Mail:RetryMinutes</c>, <c>Mail:GiveUpHours</c>).</summary>
    public sealed record Later : ChannelOutcome;

    /// <summary>It may have gone out: not repeated by itself, staff decide.</summary>
    public sealed record Unknown : ChannelOutcome;
}
