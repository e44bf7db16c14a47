namespace IllAddins.CustomerContact.Notices;

/// <summary>What other add-ins give to notices at one moment.</summary>
public sealed record NoticeOffers
{
    public static readonly NoticeOffers None = new() { Channels = [], Fields = [] };

    public required IReadOnlyList<NotificationChannel> Channels { get; init; }

    public required IReadOnlyList<OfferedField> Fields { get; init; }

    /// <summary>Decisions made with other offers are made again; empty where there are none.</summary>
    public string Mark => Channels.Count + Fields.Count == 0
        ? ""
        : $", add-ins {string.Join(' ', Channels.Select(channel => $"{channel.Name}:{string.Join('/', channel.Methods)}").Concat(Fields.Select(offered => offered.Tag)).Order(StringComparer.Ordinal))}";

    public static NoticeOffers Of(IAddinHost host) => new() { Channels = host.Channels, Fields = host.TemplateFields };
}
