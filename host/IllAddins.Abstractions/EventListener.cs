namespace IllAddins;

/// <summary>A part of an add-in that is told what has happened, in the order in which it happened, after it was committed.</summary>
/// <remarks>
/// Told at least once: what it did not finish, and what it had finished shortly before the host was ended by force, is told again. Whoever does what must not be done twice
/// keeps <see cref="IllEvent.Id"/> in a table of its own, in the transaction of what it does. While the add-in or the host is stopped nothing is lost; it is told afterwards.
/// </remarks>
public sealed record EventListener
{
    /// <summary>Unique within the add-in, e.g. <c>Courier</c>. How far it was told is kept by this name, over restarts and new versions: another name begins anew.</summary>
    public required string Name { get; init; }

    /// <summary>The names of the events that it wants (<see cref="EventNames"/>, or those of another add-in's <see cref="EventSource"/>); at least one.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Since when it wants to be told, the first time that it runs; null for from now on. Heeded once for each source of events; later it goes on where it stood.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Handles one event; one at a time, in order. An exception, and more than 30 seconds, mean that it is told again after a wait of 1, 2, 4 … at most 300 seconds; later events
    /// wait for it meanwhile, other listeners do not. What can never be handled is best logged and passed over.</summary>
    public required Func<IllEvent, CancellationToken, Task> HandleAsync { get; init; }
}

/// <summary>Something that has happened and is stored.</summary>
public sealed record IllEvent
{
    /// <summary>What happened, e.g. <see cref="EventNames.RequestRouted"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Its number within its source: greater than that of any event there that was committed before it. At least 1.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: a staff user's name, the name of an API key's consumer, or <c>System</c>.</summary>
    public required string By { get; init; }

    /// <summary>The site's NVTGC; null where it is about no site.</summary>
    public string? Site { get; init; }

    /// <summary>The request; null where it is about none. As it stands by now, it is found by <see cref="IIllRecord.FindAsync"/>.</summary>
    public int? TransactionNumber { get; init; }

    /// <summary>What else is to be said, by the names of <see cref="EventFacts"/>; nothing in it is null.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The source's name; filled in by the host.</summary>
    public string Source { get; init; } = "";

    /// <summary>The same whenever it is told, and of no other event, e.g. <c>requests/4711</c>.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source}/{Number}");
}

/// <summary>The names of events that the host and the core add-in tell of.</summary>
public static class EventNames
{
    /// <summary>A request was created or imported. Facts: Status.</summary>
    public const string RequestArrived = nameof(RequestArrived);

    /// <summary>A request was routed, be it to the status that it had. Facts: Status, StatusBefore.</summary>
    public const string RequestRouted = nameof(RequestRouted);

    /// <summary>A notice was accepted by the mail server or the channel, or marked as delivered by staff. Facts: NoticeId, Channel, Template, Answer.</summary>
    public const string NoticeSent = nameof(NoticeSent);

    /// <summary>A notice will not go out by itself: refused, given up, too old, or no mail can be made of it. Facts as of <see cref="NoticeSent"/>.</summary>
    public const string NoticeFailed = nameof(NoticeFailed);

    /// <summary>A notice may have gone out; nobody knows. Facts as of <see cref="NoticeSent"/>.</summary>
    public const string NoticeUnknown = nameof(NoticeUnknown);

    /// <summary>A version of a script became the one that decides. Facts: Script, Version; Site is null for the default script.</summary>
    public const string ScriptPublished = nameof(ScriptPublished);
}

/// <summary>The names of an event's facts.</summary>
public static class EventFacts
{
    /// <summary>The status that the request came to.</summary>
    public const string Status = nameof(Status);

    /// <summary>The status that it came from.</summary>
    public const string StatusBefore = nameof(StatusBefore);

    /// <summary>The notice's number.</summary>
    public const string NoticeId = nameof(NoticeId);

    /// <summary><c>E-Mail</c>, or the name of a <see cref="NotificationChannel"/>.</summary>
    public const string Channel = nameof(Channel);

    /// <summary>The template's name.</summary>
    public const string Template = nameof(Template);

    /// <summary>What the mail server or the channel answered, or why it was not asked.</summary>
    public const string Answer = nameof(Answer);

    /// <summary>The script's place: a site's code, or <c>default</c>.</summary>
    public const string Script = nameof(Script);

    /// <summary>The version's number at its place.</summary>
    public const string Version = nameof(Version);
}
