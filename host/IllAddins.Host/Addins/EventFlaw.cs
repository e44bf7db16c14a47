using IllAddins.Host.Requests;
using IllAddins.Host.Scripting.Versions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with the description of a listener or a source of events, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
public static class EventFlaw
{
    private static readonly string[] OfHost = [RequestEvents.Name, ScriptEvents.Name];

    public static string? Of(EventListener listener) =>
        string.IsNullOrWhiteSpace(listener.Name) ? "a listener without a name. Give it one that stays the same in later versions, e.g. 'Courier'."
        : Nameless(listener.Events) ? $"the listener '{listener.Name}' without names of events. Name what it wants, e.g. EventNames.RequestRouted."
        : listener.HandleAsync is null ? Without("listener", listener.Name, nameof(EventListener.HandleAsync))
        : null;

    public static string? Of(EventSource source) =>
        source.Name is null || RegistrationFlaw.Hyphenated(source.Name) != source.Name ? $"the source of events '{source.Name}'. Its name is part of the events' ids: lower case letters, digits and single hyphens, e.g. 'notices'."
        : OfHost.Contains(source.Name) ? $"the source of events '{source.Name}', which is the host's own. Rename it."
        : Nameless(source.Events) ? $"the source of events '{source.Name}' without names of events. Name what it tells of, e.g. 'NoticePrinted'."
        : source.LastAsync is null ? Without("source of events", source.Name, nameof(EventSource.LastAsync))
        : source.ReadAsync is null ? Without("source of events", source.Name, nameof(EventSource.ReadAsync))
        : null;

    private static bool Nameless(IReadOnlyList<string>? events) => events is null or [] || events.Any(string.IsNullOrWhiteSpace);

    private static string Without(string kind, string name, string member) => $"the {kind} '{name}' without {member}. Set it.";
}
