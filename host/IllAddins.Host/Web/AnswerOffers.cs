namespace IllAddins.Host.Web;

/// <summary>The offers in a command's answer: an undo, and what to do next.</summary>
public static class AnswerOffers
{
    /// <summary>What is wrong with an answer as a whole, as the rest of <c>It answered ...</c>; null where nothing is.</summary>
    public static string? Flaw(CommandAnswer answer) =>
        answer.Message is null ? "without a message"
        : answer.FieldProblems is null || answer.FieldProblems.Any(problem => problem.Value is null) ? "null for what is wrong with a field"
        : answer.File is { Name: null } or { ContentType: null } ? "a document without a name or a content type"
        : null;

    /// <summary>The answer without offers that cannot be kept.</summary>
    /// <param name="answer">As the add-in gave it.</param>
    /// <param name="screen">The screen of the command; null for a command of a panel.</param>
    /// <returns>What is kept, and what was wrong, as the rest of <c>X answered with ...</c>; null where nothing was.</returns>
    public static (CommandAnswer Kept, string? Flaw) Kept(CommandAnswer answer, Screen? screen)
    {
        var undo = UndoFlaw(answer.Undo, screen);
        var next = NextFlaw(answer.Next, screen);
        return (answer with { Undo = undo is null ? answer.Undo : null, Next = next is null ? answer.Next : null }, undo ?? next);
    }

    private static string? UndoFlaw(UndoOffer? offer, Screen? screen) =>
        offer is null ? null
        : screen is null ? "an undo for a command of a panel"
        : screen.UndoAsync is null ? "an undo though its screen has no UndoAsync"
        : string.IsNullOrEmpty(offer.Title) || offer.Token is not { Length: > 0 and <= CommandBody.LongestKey } ? $"an undo without a title, or whose token has none or more than {CommandBody.LongestKey} signs"
        : null;

    private static string? NextFlaw(NextOffer? offer, Screen? screen) =>
        offer is null ? null
        : screen is null ? "a next command for a command of a panel"
        : string.IsNullOrEmpty(offer.Question) ? "a next command without a question"
        : offer.Rows is null || offer.Rows.Count > CommandBody.MostRows ? $"a next command for no list of rows, or for more than {CommandBody.MostRows}"
        : offer.Values is null || offer.Values.Any(value => value.Value is null) ? "a next command with null for a value"
        : screen.Commands.Any(command => string.Equals(command.Name, offer.Command, StringComparison.Ordinal)) ? null
        : $"the next command '{offer.Command}', which its screen does not have";
}
