namespace IllAddins.Host.Web;

/// <summary>The one place where the shell calls add-ins: what they throw becomes words here and goes to the log in full.</summary>
public sealed class AddinCalls(ShellSettings shell, ILogger<AddinCalls> log)
{
    /// <summary>Reads the rows of a screen.</summary>
    public Task<AddinOutcome<ScreenContent>> LoadAsync(RegisteredScreen from, ScreenCall call, CancellationToken cancellationToken) =>
        CallAsync(
            from.Addin,
            $"screen {from.Screen.Name}",
            token => from.Screen.LoadAsync(call, token),
            $"{from.Screen.Title} could not be read: the add-in {from.Addin} failed. Try again; if it happens again, tell an admin. The log says more.",
            cancellationToken);

    /// <summary>Runs a command of a screen.</summary>
    public Task<AddinOutcome<CommandAnswer>> RunAsync(
        RegisteredScreen from, ScreenCommand command, CommandCall call, CancellationToken cancellationToken) =>
        CallAsync(
            from.Addin,
            $"screen {from.Screen.Name}, command {command.Name}",
            token => command.RunAsync(call, token),
            $"{command.Title} broke off: the add-in {from.Addin} failed. Look which rows have changed before you repeat it, and tell an admin. The log says more.",
            cancellationToken);

    /// <summary>Fills a panel of the request form.</summary>
    public Task<AddinOutcome<IReadOnlyList<PanelRow>>> FillAsync(
        string addin, RequestPanel panel, IllRequest request, CancellationToken cancellationToken) =>
        CallAsync(
            addin,
            $"panel {panel.Name}",
            token => panel.LoadAsync(request, token),
            $"{panel.Title} could not be read: the add-in {addin} failed. Reload the page; if it happens again, tell an admin. The log says more.",
            cancellationToken);

    private async Task<AddinOutcome<T>> CallAsync<T>(
        string addin, string what, Func<CancellationToken, Task<T>> call, string inWords, CancellationToken cancellationToken)
    {
        try
        {
            var answer = default(T);
            await shell.Guard(addin, what, async token => answer = await call(token), cancellationToken);
            return answer is null
                ? throw new InvalidOperationException($"The add-in {addin} answered null ({what}).")
                : new AddinOutcome<T>.Answered(answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The add-in {Addin} failed: {What}", addin, what);
            return new AddinOutcome<T>.Failed(inWords);
        }
    }
}

/// <summary>A screen and the add-in it came from.</summary>
public sealed record RegisteredScreen(string Addin, Screen Screen);

/// <summary>What became of a call of an add-in.</summary>
public abstract record AddinOutcome<T>
{
    private AddinOutcome()
    {
    }

    public sealed record Answered(T Value) : AddinOutcome<T>;

    /// <summary>It threw, or the guard ended it; the message is for staff.</summary>
    public sealed record Failed(string Message) : AddinOutcome<T>;
}
