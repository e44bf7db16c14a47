using IllAddins.Host.Addins;

namespace IllAddins.Host.Web;

/// <summary>The one place where the shell calls add-ins, within limits of time; what they fail at becomes words here and goes to the log in full.</summary>
public sealed class AddinCalls(ShellSettings shell, ILogger<AddinCalls> log)
{
    /// <summary>Reads the rows of a screen.</summary>
    public async Task<CallAnswer<ScreenContent>> LoadAsync(Contributed<Screen> from, ScreenCall call, CancellationToken cancellationToken)
    {
        var inWords = $"{from.Item.Title} could not be read: the add-in {from.Addin} failed. Try again; if it happens again, tell an admin. The log says more.";
        var answer = await CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = $"screen '{from.Item.Name}'", Limit = shell.ReadLimit, Clock = shell.Clock },
            (screen, token) => screen.LoadAsync(call, token),
            inWords,
            cancellationToken);
        if (answer is not CallAnswer<ScreenContent>.Answered { Value: var content } || ContentFlaw.Of(content) is not { } flaw)
            return answer;
        log.LogError("{Addin} answered screen '{Screen}' with {Flaw}.", from.Addin, from.Item.Name, flaw);
        return new CallAnswer<ScreenContent>.Failed(inWords);
    }

    /// <summary>Asks for the dialog of a command that has one.</summary>
    public async Task<CallAnswer<CommandForm>> AskAsync(FoundCommand command, CommandCall call, CancellationToken cancellationToken)
    {
        var inWords = $"The dialog of {command.Title} could not be made: the add-in {command.Addin} failed. Nothing was done. Try again; if it happens again, tell an admin. The log says more.";
        var answer = await CallAsync(
            command.Code,
            new AddinCall { Addin = command.Addin, What = $"the dialog of {command.What}", Limit = shell.ReadLimit, Clock = shell.Clock },
            (code, token) => code.AskAsync!(call, token),
            inWords,
            cancellationToken);
        if (answer is not CallAnswer<CommandForm>.Answered { Value: var form } || FormCheck.Flaw(form) is not { } flaw)
            return answer;
        log.LogError("{Addin} answered {What} with {Flaw}.", command.Addin, command.What, flaw);
        return new CallAnswer<CommandForm>.Failed(inWords);
    }

    /// <summary>Runs a command.</summary>
    public async Task<CallAnswer<CommandAnswer>> RunAsync(FoundCommand command, CommandCall call, CancellationToken cancellationToken) =>
        WithOffers(command.Addin, command.What, command.Screen, await CallAsync(
            command.Code,
            new AddinCall { Addin = command.Addin, What = command.What, Limit = shell.CommandLimit, Clock = shell.Clock },
            (code, token) => code.RunAsync(call, token),
            $"{command.Title} broke off: the add-in {command.Addin} failed. Look which rows have changed before you repeat it, and tell an admin. The log says more.",
            cancellationToken));

    /// <summary>Takes back what a command of a screen that can did.</summary>
    public async Task<CallAnswer<CommandAnswer>> UndoAsync(Contributed<Screen> from, UndoCall call, CancellationToken cancellationToken)
    {
        var what = $"the undo of screen '{from.Item.Name}'";
        return WithOffers(from.Addin, what, from.Item, await CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = what, Limit = shell.CommandLimit, Clock = shell.Clock },
            (screen, token) => screen.UndoAsync!(call, token),
            $"Undo broke off: the add-in {from.Addin} failed. Look which rows have changed before you go on, and tell an admin. The log says more.",
            cancellationToken));
    }

    /// <summary>Fills a panel of the request form.</summary>
    public Task<CallAnswer<PanelFilling>> FillAsync(
        Contributed<RequestPanel> from, IllRequest request, CancellationToken cancellationToken) =>
        CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = $"panel '{from.Item.Name}'", Limit = shell.ReadLimit, Clock = shell.Clock },
            async (panel, token) => new PanelFilling(
                panel.SummarizeAsync is { } summarize ? await summarize(request, token) : null,
                await panel.LoadAsync(request, token) ?? throw new InvalidOperationException("The panel answered null in place of rows.")),
            $"{from.Item.Title} could not be read: the add-in {from.Addin} failed. Reload the page; if it happens again, tell an admin. The log says more.",
            cancellationToken);

    /// <summary>Lets an endpoint answer a call that was let in.</summary>
    public async Task<CallAnswer<EndpointAnswer>> AnswerAsync(Contributed<HttpEndpoint> from, EndpointCall call, CancellationToken cancellationToken)
    {
        var inWords = $"The add-in {from.Addin} failed. Try again; if it happens again, tell an admin. The log says more.";
        var answer = await CallAsync(
            from,
            new AddinCall { Addin = from.Addin, What = $"endpoint '{from.Item.Name}'", Limit = shell.EndpointLimit, Clock = shell.Clock },
            (endpoint, token) => endpoint.AnswerAsync(call, token),
            inWords,
            cancellationToken);
        if (answer is not CallAnswer<EndpointAnswer>.Answered { Value: var value } || EndpointAnswers.Flaw(value) is not { } flaw)
            return answer;
        log.LogError("{Addin} answered endpoint '{Endpoint}' with {Flaw}.", from.Addin, from.Item.Name, flaw);
        return new CallAnswer<EndpointAnswer>.Failed(inWords);
    }

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
        var outcome = await from.RunAsync(
            call, async (item, token) => await run(item, token) ?? throw new InvalidOperationException("It answered null."), cancellationToken);
        switch (outcome)
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

/// <summary>What an add-in says about one request.</summary>
/// <param name="Summary">In a sentence; null where the panel says none.</param>
/// <param name="Rows">What the panel lists.</param>
public sealed record PanelFilling(string? Summary, IReadOnlyList<PanelRow> Rows);

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
