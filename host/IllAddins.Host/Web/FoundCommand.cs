using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>A command that somebody calls, of a screen or of a panel: from here on both go the same way.</summary>
public sealed record FoundCommand
{
    /// <summary>The name of the add-in that brought it.</summary>
    public required string Addin { get; init; }

    /// <summary>For the log, e.g. <c>command 'print' of screen 'contact'</c>.</summary>
    public required string What { get; init; }

    public required string Title { get; init; }

    public required bool AdminsOnly { get; init; }

    /// <summary>Null for a command that runs at once.</summary>
    public required Func<CommandCall, CancellationToken, Task<CommandForm>>? AskAsync { get; init; }

    public required Func<CommandCall, CancellationToken, Task<CommandAnswer>> RunAsync { get; init; }

    /// <summary>The screen whose undo and other commands the answer may offer; null for a command of a panel.</summary>
    public Screen? Screen { get; init; }

    public static FoundCommand Of(Contributed<Screen> from, ScreenCommand command) => new()
    {
        Addin = from.Addin,
        What = $"command '{command.Name}' of screen '{from.Item.Name}'",
        Title = command.Title,
        AdminsOnly = command.AdminsOnly,
        AskAsync = command.AskAsync,
        RunAsync = command.RunAsync,
        Screen = from.Item,
    };

    public static FoundCommand Of(Contributed<RequestPanel> from, PanelCommand command) => new()
    {
        Addin = from.Addin,
        What = $"command '{command.Name}' of panel '{from.Item.Name}'",
        Title = command.Title,
        AdminsOnly = command.AdminsOnly,
        AskAsync = command.AskAsync,
        RunAsync = command.RunAsync,
    };
}
