using IllAddins.Host.Addins;
using IllAddins.Host.Addins.Events;
using IllAddins.Host.Web;

namespace IllAddins.Testing;

public sealed partial class TestHost
{
    /// <summary>Runs a sweep once: at one site, or at every one, the default site first.</summary>
    /// <param name="sweep">The sweep's name.</param>
    /// <param name="site">A site's NVTGC; null for every site.</param>
    /// <returns>What it reported, summed up.</returns>
    public async Task<SweepReport> SweepAsync(string sweep, string? site = null)
    {
        var (found, report) = (Find<Sweep>("sweep", sweep, known => known.Name), new SweepReport());
        foreach (var one in await installation.Sites.AllAsync(CancellationToken.None))
            if (site is null || string.Equals(one.NVTGC, site, StringComparison.OrdinalIgnoreCase))
                report += await CallAsync(found, $"sweep '{found.Item.Name}' at {one.NVTGC}", (item, token) => item.RunAsync(one, token));
        return report;
    }

    /// <summary>Reads what a screen shows.</summary>
    /// <param name="screen">The screen's name.</param>
    /// <param name="site">The site that the user has chosen, by its NVTGC; null for all.</param>
    /// <param name="user">Who looks.</param>
    public async Task<ScreenContent> ScreenAsync(string screen, string? site = null, string user = "staff")
    {
        var call = new ScreenCall { User = user, Site = await ChosenAsync(site) };
        return await CallAsync(Find<Screen>("screen", screen, known => known.Name), $"screen '{screen}'", (item, token) => item.LoadAsync(call, token));
    }

    /// <summary>Runs a command of a screen on rows that it shows, through its dialog where it has one.</summary>
    /// <param name="screen">The screen's name.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="rows">The selected requests; all of them must be on the screen.</param>
    /// <param name="values">What the dialog is filled with, by its fields' names.</param>
    /// <returns>The command's answer, or a refused one where the host would not have run it: nothing selected, or a field filled with what it does not take.</returns>
    public async Task<CommandAnswer> CommandAsync(string screen, string command, IReadOnlyList<IllRequest>? rows = null, IReadOnlyDictionary<string, string>? values = null)
    {
        var from = Find<Screen>("screen", screen, known => known.Name);
        var wanted = from.Item.Commands.FirstOrDefault(known => known.Name == command) ?? throw Missing("command", command, from.Item.Commands.Select(known => known.Name));
        var shown = (await ScreenAsync(screen)).Rows.Select(row => row.TransactionNumber).ToHashSet();
        if (rows?.FirstOrDefault(row => !shown.Contains(row.Transaction.TransactionNumber)) is { } hidden)
            throw new InvalidOperationException($"The screen '{screen}' does not show the request {hidden.Transaction.TransactionNumber}: nobody could select it.");
        if (wanted.NeedsSelection.Length > 0 && rows is null or [])
            return new CommandAnswer { Message = wanted.NeedsSelection, Refused = true };
        var call = new CommandCall
        {
            User = "staff",
            Rows = [.. (rows ?? []).Select(row => new SelectedRow { TransactionNumber = row.Transaction.TransactionNumber, ArrivalId = row.ArrivalId })],
            Values = values ?? new Dictionary<string, string>(),
        };
        var found = FoundCommand.Of(from, wanted);
        return found.Asks ? await AskedAsync(found, call) : await CallAsync(found.Code, found.What, (code, token) => code.RunAsync(call, token));
    }

    /// <summary>Fills a panel of the request form.</summary>
    public async Task<IReadOnlyList<PanelRow>> PanelAsync(string panel, IllRequest request) =>
        await CallAsync(Find<RequestPanel>("panel", panel, known => known.Name), $"panel '{panel}'", (item, token) => item.LoadAsync(request, token));

    /// <summary>Runs a verb of the command line; its arguments and options are taken as given.</summary>
    /// <param name="path">The verb's name, and those of its inner verbs after it, separated by blanks, e.g. <c>couriers add</c>.</param>
    /// <param name="values">By the names of arguments and options: string, long or bool.</param>
    public async Task<VerbAnswer> VerbAsync(string path, IReadOnlyDictionary<string, object>? values = null)
    {
        var names = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var verb = Find<CommandLineVerb>("verb", names.FirstOrDefault() ?? "", known => known.Name);
        foreach (var name in names.Skip(1))
            verb = verb.Select(outer => outer.Verbs.FirstOrDefault(inner => inner.Name == name)) is { Item: not null } inner ? inner : throw Missing("verb", path, verb.Item.Verbs.Select(known => known.Name));
        var call = new VerbCall { User = "staff", Values = values ?? new Dictionary<string, object>() };
        return await CallAsync(verb, $"verb '{path}'", (item, token) => item.RunAsync!(call, token));
    }

    /// <summary>Asks all health checks, by their names.</summary>
    public async Task<IReadOnlyDictionary<string, HealthAnswer>> HealthAsync() =>
        (await installation.AddinOffers.HealthAsync(CancellationToken.None)).ToDictionary(one => one.Check, one => one.Answer);

    /// <summary>Tells the listeners everything that has happened since they were last told.</summary>
    /// <param name="more">Events that the test says have happened, beside those that really have; Number and Source are given by the host.</param>
    /// <exception cref="InvalidOperationException">A listener failed; it is told again at the next call, once the clock has been advanced by its wait.</exception>
    public async Task TellAsync(params IEnumerable<IllEvent> more)
    {
        foreach (var one in more)
            told.Add(one);
        await watch.LookAsync(CancellationToken.None);
        if ((await new EventCursors(installation.Database, Clock).AllAsync(CancellationToken.None)).FirstOrDefault(one => one.Trouble is not null) is { Trouble: { } trouble })
            throw new InvalidOperationException($"{trouble.Message} (told {trouble.Failures} times; again at {trouble.NextTryAt})");
    }

    private async Task<CommandAnswer> AskedAsync(FoundCommand found, CommandCall call)
    {
        var form = await CallAsync(found.Code, $"the dialog of {found.What}", (code, token) => code.AskAsync!(call, token));
        if (FormFlaw.Of(form) is { } flaw)
            throw new InvalidOperationException($"{found.Addin} answered {found.What} with {flaw}.");
        if (form.Refusal.Length > 0)
            return new CommandAnswer { Message = form.Refusal, Refused = true };
        var filled = call with { Values = FormCheck.Values(form, form.Fields.ToDictionary(field => field.Name, field => call.Values.GetValueOrDefault(field.Name, field.Value))) };
        return FormCheck.Problems(form, filled.Values) is { Count: > 0 } problems
            ? new CommandAnswer { Message = string.Join(' ', problems.Values), Refused = true, FieldProblems = problems }
            : await CallAsync(found.Code, found.What, (code, token) => code.RunAsync(filled, token));
    }

    private async Task<Site?> ChosenAsync(string? site) => site is null
        ? null
        : (await installation.Sites.AllAsync(CancellationToken.None)).FirstOrDefault(one => string.Equals(one.NVTGC, site, StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidOperationException($"There is no site '{site}'.");

    private Contributed<T> Find<T>(string kind, string name, Func<T, string> nameOf)
        where T : class
    {
        var all = installation.Addins.Contributed<T>();
        return all.FirstOrDefault(one => nameOf(one.Item) == name) ?? throw Missing(kind, name, all.Select(one => nameOf(one.Item)));
    }

    private InvalidOperationException Missing(string kind, string name, IEnumerable<string> known) =>
        new($"{Host.Name} has no {kind} '{name}'. It has: {string.Join(", ", known.DefaultIfEmpty("none"))}.");

    private async Task<TAnswer> CallAsync<TItem, TAnswer>(Contributed<TItem> of, string what, Func<TItem, CancellationToken, Task<TAnswer>> run)
    {
        var call = new AddinCall { Addin = of.Addin, What = what, Limit = Timeout.InfiniteTimeSpan, Clock = Clock };
        return await of.RunAsync(call, run, CancellationToken.None) switch
        {
            AddinOutcome<TAnswer>.Completed { Value: { } answer } => answer,
            AddinOutcome<TAnswer>.Failed failed => throw new InvalidOperationException(failed.Message, failed.Exception),
            _ => throw new InvalidOperationException($"{of.Addin} answered null in {what}."),
        };
    }
}
