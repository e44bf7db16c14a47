using System.Text.RegularExpressions;

namespace IllAddins.Host.Addins;

/// <summary>What is wrong with a description that an add-in registers, as the rest of a sentence <c>X registers ...</c>; null where nothing is.</summary>
/// <remarks>The contract's members are required, but an add-in compiled without nullable checks can still hand over nulls.</remarks>
public static partial class RegistrationFlaw
{
    public static string? Of(Sweep sweep) =>
        string.IsNullOrWhiteSpace(sweep.Name) ? "a sweep without a name. Give it one that staff can read, e.g. 'Notification'."
        : sweep.RunAsync is null ? Missing("sweep", sweep.Name, nameof(Sweep.RunAsync))
        : null;

    public static string? Of(Rehearsal rehearsal) =>
        string.IsNullOrWhiteSpace(rehearsal.Name) ? "a rehearsal without a name. Give it one, e.g. 'Contact'."
        : rehearsal.Statuses is null or [] ? Missing("rehearsal", rehearsal.Name, nameof(Rehearsal.Statuses))
        : rehearsal.Beginnings is null ? Missing("rehearsal", rehearsal.Name, nameof(Rehearsal.Beginnings))
        : rehearsal.RunAsync is null ? Missing("rehearsal", rehearsal.Name, nameof(Rehearsal.RunAsync))
        : null;

    public static string? Of(Screen screen) =>
        Address("screen", screen.Name)
        ?? (string.IsNullOrWhiteSpace(screen.Title) ? Missing("screen", screen.Name, nameof(Screen.Title))
            : screen.Help is null ? Missing("screen", screen.Name, nameof(Screen.Help))
            : screen.Columns is null or [] ? Missing("screen", screen.Name, nameof(Screen.Columns))
            : screen.Commands is null ? Missing("screen", screen.Name, nameof(Screen.Commands))
            : screen.LoadAsync is null ? Missing("screen", screen.Name, nameof(Screen.LoadAsync))
            : screen.Filters is null ? Missing("screen", screen.Name, nameof(Screen.Filters))
            : Twice(screen.Columns.Select(column => column.Name)) is { } column ? $"the screen '{screen.Name}' with two columns named '{column}'. Rename one."
            : Twice(screen.Commands.Select(command => command.Name)) is { } command ? $"the screen '{screen.Name}' with two commands named '{command}'. Rename one."
            : screen.Commands.Select(command => OfCommand(screen, command)).FirstOrDefault(flaw => flaw is not null)
                ?? screen.Filters.Select(filter => OfFilter(screen, filter)).FirstOrDefault(flaw => flaw is not null));

    public static string? Of(RequestPanel panel) =>
        Address("panel", panel.Name)
        ?? (string.IsNullOrWhiteSpace(panel.Title) ? Missing("panel", panel.Name, nameof(RequestPanel.Title))
            : panel.Columns is null or [] ? Missing("panel", panel.Name, nameof(RequestPanel.Columns))
            : panel.LoadAsync is null ? Missing("panel", panel.Name, nameof(RequestPanel.LoadAsync))
            : panel.Commands is null ? Missing("panel", panel.Name, nameof(RequestPanel.Commands))
            : Twice(panel.Commands.Select(command => command.Name)) is { } twice ? $"the panel '{panel.Name}' with two commands named '{twice}'. Rename one."
            : panel.Commands.Select(command => OfCommand(panel, command)).FirstOrDefault(flaw => flaw is not null));

    /// <summary>The nearest name made of lower case letters, digits and hyphens.</summary>
    public static string Hyphenated(string name)
    {
        var near = NotInAnAddress().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return near.Length == 0 ? "customer-contact" : near;
    }

    private static string? OfCommand(Screen screen, ScreenCommand command) =>
        Address($"screen '{screen.Name}' with the command", command.Name)
        ?? (command.RunAsync is null ? Missing($"screen '{screen.Name}' with the command", command.Name, nameof(ScreenCommand.RunAsync))
            : command.NeedsSelection is null ? Missing($"screen '{screen.Name}' with the command", command.Name, nameof(ScreenCommand.NeedsSelection))
            : command.Menu is null ? Missing($"screen '{screen.Name}' with the command", command.Name, nameof(ScreenCommand.Menu))
            : null);

    private static string? OfFilter(Screen screen, ScreenFilter filter) =>
        filter?.Title is null || filter.Column is null ? $"the screen '{screen.Name}' with a filter that has null for its column or its title. Set both."
        : !screen.Columns.Any(column => string.Equals(column.Name, filter.Column, StringComparison.OrdinalIgnoreCase))
            ? $"the screen '{screen.Name}' with a filter by '{filter.Column}', which is none of its columns: {string.Join(", ", screen.Columns.Select(column => column.Name))}. Name one of them."
        : filter is ScreenFilter.Waiting waiting && (waiting.Days is null || waiting.TooLong < 0 || !Rise(waiting.Days))
            ? $"the screen '{screen.Name}' with a filter by '{filter.Column}' whose days do not rise from 1, or whose TooLong is below 0. Write e.g. Days = [1, 3, 7], TooLong = 7."
        : null;

    private static bool Rise(IReadOnlyList<int> days) => days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second) && days.FirstOrDefault(1) >= 1;

    private static string? OfCommand(RequestPanel panel, PanelCommand command) =>
        Address($"panel '{panel.Name}' with the command", command.Name)
        ?? (command.RunAsync is null ? Missing($"panel '{panel.Name}' with the command", command.Name, nameof(PanelCommand.RunAsync)) : null);

    private static string? Address(string kind, string name) =>
        name is not null && AnAddress().IsMatch(name)
            ? null
            : $"the {kind} '{name}'. Its name is part of an address: lower case letters, digits and single hyphens, e.g. '{Hyphenated(name ?? "")}'.";

    private static string Missing(string kind, string name, string member) => $"the {kind} '{name}' without {member}. Set it.";

    private static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any())?.Key;

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex AnAddress();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInAnAddress();
}
