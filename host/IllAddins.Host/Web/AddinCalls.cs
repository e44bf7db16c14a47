using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>The one place where the shell calls add-ins, within limits of time; what they fail at becomes words here and goes to the log in full.</summary>
public sealed class AddinCalls(ShellSettings shell, ILogger<AddinCalls> log)
{
    /// <summary>Reads the rows of a screen, and writes them out: lists and values of the add-in's own kinds run its code, too.</summary>
    public Task<CallAnswer<ShownContent>> LoadAsync(Contributed<Screen> from, ScreenCall call, IReadOnlyList<Site> sites, long change, CancellationToken cancellationToken) =>
        CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = CallWords.Screen(from.Item.Name), Limit = shell.Limits.Read, Clock = shell.Clock },
            async (screen, token) => ShownContent.Of(screen, Good(await screen.LoadAsync(call, token), ContentFlaw.Of), sites, shell.Clock.GetUtcNow(), change, call.Site),
            ScreenWords.ReadFailed(from.Item.Title, from.Addin),
            cancellationToken);

    /// <summary>Asks for the dialog of a command that has one.</summary>
    public Task<CallAnswer<CommandForm>> AskAsync(FoundCommand command, CommandCall call, CancellationToken cancellationToken) =>
        CallAsync(
            command.Code,
            new AddinCall { Addin = command.Addin, What = CallWords.Dialog(command.What), Limit = shell.Limits.Read, Clock = shell.Clock },
            async (code, token) => Good(await code.AskAsync!(call, token), FormFlaw.Of),
            ScreenWords.DialogFailed(command.Title, command.Addin),
            cancellationToken);

    /// <summary>Runs a command.</summary>
    public async Task<CallAnswer<CommandAnswer>> RunAsync(FoundCommand command, CommandCall call, CancellationToken cancellationToken) =>
        WithOffers(command.Addin, command.What, command.Screen, await CallAsync(
            command.Code,
            new AddinCall { Addin = command.Addin, What = command.What, Limit = shell.Limits.Command, Clock = shell.Clock },
            async (code, token) => Good(await code.RunAsync(call, token), AnswerOffers.Flaw),
            ScreenWords.CommandBrokeOff(command.Title, command.Addin),
            cancellationToken));

    /// <summary>Takes back what a command of a screen that can did.</summary>
    public async Task<CallAnswer<CommandAnswer>> UndoAsync(Contributed<Screen> from, UndoCall call, CancellationToken cancellationToken)
    {
        var what = CallWords.UndoOfScreen(from.Item.Name);
        return WithOffers(from.Addin, what, from.Item, await CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = what, Limit = shell.Limits.Command, Clock = shell.Clock },
            async (screen, token) => Good(await screen.UndoAsync!(call, token), AnswerOffers.Flaw),
            ScreenWords.UndoBrokeOff(from.Addin),
            cancellationToken));
    }

    /// <summary>Fills a panel of the request form, and writes its rows out.</summary>
    public Task<CallAnswer<FilledPanel>> FillAsync(Contributed<RequestPanel> from, IllRequest request, CancellationToken cancellationToken) =>
        CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = CallWords.Panel(from.Item.Name), Limit = shell.Limits.Read, Clock = shell.Clock },
            async (panel, token) =>
            {
                var summary = panel.SummarizeAsync is { } summarize ? await summarize(request, token) : null;
                var filled = FilledPanel.Of(panel, summary ?? "", Good(await panel.LoadAsync(request, token), ContentFlaw.Of), request.Site, shell.Clock.GetUtcNow());
                return filled with { Commands = await FittingAsync(panel, request, token) };
            },
            RequestFormWords.PanelFailed(from.Item.Title, from.Addin),
            cancellationToken);

    private static async Task<IReadOnlyList<PanelCommand>> FittingAsync(RequestPanel panel, IllRequest request, CancellationToken cancellationToken)
    {
        var fitting = new List<PanelCommand>();
        foreach (var command in panel.Commands.Where(command => !command.ForRows))
            if (command.FitsAsync is null || await command.FitsAsync(request, cancellationToken))
                fitting.Add(command);
        return fitting;
    }

    /// <summary>Lets an endpoint answer a call that was let in.</summary>
    public Task<CallAnswer<EndpointAnswer>> AnswerAsync(Contributed<HttpEndpoint> from, EndpointCall call, CancellationToken cancellationToken) =>
        CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = CallWords.Endpoint(from.Item.Name), Limit = shell.Limits.Endpoint, Clock = shell.Clock },
            async (endpoint, token) => Good(await endpoint.AnswerAsync(call, token), EndpointAnswers.Flaw),
            ShellWords.AddinFailed(from.Addin),
            cancellationToken);

    // Within the call: an answer that is none is the add-in's failure as much as an exception.
    private static T Good<T>(T? answer, Func<T, string?> flawOf)
        where T : class =>
        answer is null ? throw new InvalidOperationException("It answered null.")
        : flawOf(answer) is { } flaw ? throw new InvalidOperationException($"It answered {flaw}.")
        : answer;

    // What was done is done: an offer that cannot be kept is left out, not the answer.
    private CallAnswer<CommandAnswer> WithOffers(string addin, string what, Screen? screen, CallAnswer<CommandAnswer> answer)
    {
        if (answer is not CallAnswer<CommandAnswer>.Answered { Value: var value })
            return answer;
        var (kept, flaw) = AnswerOffers.Kept(value, screen);
        if (flaw is not null)
            log.LogError("{Addin} answered {What} with {Flaw}; it is left out.", addin, what, flaw);
        return new CallAnswer<CommandAnswer>.Answered(kept);
    }

    private async Task<CallAnswer<TAnswer>> CallAsync<TItem, TAnswer>(
        Contributed<TItem> from, AddinCall call, Func<TItem, CancellationToken, Task<TAnswer>> run, string inWords, CancellationToken cancellationToken)
        where TAnswer : class
    {
        switch (await from.RunAsync(call, run, cancellationToken))
        {
            case AddinOutcome<TAnswer>.Completed answered:
                return new CallAnswer<TAnswer>.Answered(answered.Value);
            case AddinOutcome<TAnswer>.Failed failed:
                log.LogError(failed.Exception, "{Message}", failed.Message);
                return new CallAnswer<TAnswer>.Failed(inWords);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}

/// <summary>What the shell got from an add-in.</summary>
public abstract record CallAnswer<T>
{
    private CallAnswer()
    {
    }

    public sealed record Answered(T Value) : CallAnswer<T>;

    /// <summary>It failed; the message is for staff, the log has the cause.</summary>
    public sealed record Failed(string Message) : CallAnswer<T>;
}
