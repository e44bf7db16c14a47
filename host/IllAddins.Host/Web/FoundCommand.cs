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

    /// <summary>Whether it has a dialog; without one it runs at once.</summary>
    public required bool Asks { get; init; }

    /// <summary>What is called: of the newer version, where one takes over meanwhile.</summary>
    public required Contributed<CommandCode> Code { get; init; }

    /// <summary>The screen whose undo and other commands the answer may offer; null for a command of a panel.</summary>
    public Screen? Screen { get; init; }

    public static FoundCommand Of(Contributed<Screen> from, ScreenCommand command) => new()
    {
        Addin = from.Addin,
        What = CallWords.CommandOfScreen(command.Name, from.Item.Name),
        Title = command.Title,
        AdminsOnly = command.AdminsOnly,
        Asks = command.AskAsync is not null,
        Code = from.Select(screen => screen.Commands.Where(known => IsNamed(known.Name, command.Name)).Select(known => new CommandCode(known.AskAsync, known.RunAsync)).FirstOrDefault()),
        Screen = from.Item,
    };

    public static FoundCommand Of(Contributed<RequestPanel> from, PanelCommand command) => new()
    {
        Addin = from.Addin,
        What = CallWords.CommandOfPanel(command.Name, from.Item.Name),
        Title = command.Title,
        AdminsOnly = command.AdminsOnly,
        Asks = command.AskAsync is not null,
        Code = from.Select(panel => panel.Commands.Where(known => IsNamed(known.Name, command.Name)).Select(known => new CommandCode(known.AskAsync, known.RunAsync)).FirstOrDefault()),
    };

    private static bool IsNamed(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What of a command is an add-in's code.</summary>
/// <param name="AskAsync">Makes its dialog; null for a command that runs at once.</param>
/// <param name="RunAsync">Runs it.</param>
public sealed record CommandCode(Func<CommandCall, CancellationToken, Task<CommandForm>>? AskAsync, Func<CommandCall, CancellationToken, Task<CommandAnswer>> RunAsync);
