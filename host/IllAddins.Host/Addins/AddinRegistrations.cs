namespace IllAddins.Host.Addins;

/// <summary>What one add-in registers while it starts; the host's services for an add-in hand their Register calls on to this.</summary>
/// <remarks>Safe for use by several threads. A refused registration throws, which faults the add-in's start unless it copes.</remarks>
/// <param name="addin">The add-in's name.</param>
/// <param name="taken">The names that other add-ins use already.</param>
public sealed class AddinRegistrations(string addin, TakenNames taken)
{
    private readonly Lock gate = new();
    private readonly List<Sweep> sweeps = [];
    private readonly List<Rehearsal> rehearsals = [];
    private readonly List<Screen> screens = [];
    private readonly List<RequestPanel> panels = [];
    private readonly List<HttpEndpoint> endpoints = [];
    private string? closedBecause;

    /// <summary>In the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<Sweep> Sweeps => Copy(sweeps);

    /// <summary>In the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<Rehearsal> Rehearsals => Copy(rehearsals);

    /// <summary>In the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<Screen> Screens => Copy(screens);

    /// <summary>In the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<RequestPanel> Panels => Copy(panels);

    /// <summary>In the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<HttpEndpoint> Endpoints => Copy(endpoints);

    /// <summary>Takes a sweep.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name is in use, or the start is over.</exception>
    public void Add(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        Add(sweeps, sweep, "sweep", sweep.Name, RegistrationFlaw.Of(sweep), known => known.Name, null);
    }

    /// <summary>Takes a rehearsal.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name is in use, or the start is over.</exception>
    public void Add(Rehearsal rehearsal)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        Add(rehearsals, rehearsal, "rehearsal", rehearsal.Name, RegistrationFlaw.Of(rehearsal), known => known.Name, null);
    }

    /// <summary>Takes a screen.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name is in use, or the start is over.</exception>
    public void Add(Screen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        Add(screens, screen, "screen", screen.Name, RegistrationFlaw.Of(screen), known => known.Name, taken.Screens);
    }

    /// <summary>Takes a panel of the request form.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name is in use, or the start is over.</exception>
    public void Add(RequestPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Add(panels, panel, "panel", panel.Name, RegistrationFlaw.Of(panel), known => known.Name, taken.Panels);
    }

    /// <summary>Takes an endpoint.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name or its path is in use, or the start is over.</exception>
    public void Add(HttpEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var flaw = EndpointFlaw.Of(endpoint) ?? EndpointFlaw.Beside(endpoint, Endpoints);
        Add(endpoints, endpoint, "endpoint", endpoint.Name, flaw, known => known.Name, null);
    }

    /// <summary>Ends registration after a start that worked.</summary>
    public AddinContribution Keep()
    {
        lock (gate)
        {
            closedBecause = "after its start has finished";
            return new AddinContribution { Sweeps = sweeps.Count, Screens = screens.Count, Panels = panels.Count, Endpoints = endpoints.Count };
        }
    }

    /// <summary>Ends registration and forgets everything: the start failed, or the add-in has stopped.</summary>
    public void Drop()
    {
        lock (gate)
        {
            closedBecause ??= "after its start has failed";
            sweeps.Clear();
            rehearsals.Clear();
            screens.Clear();
            panels.Clear();
            endpoints.Clear();
        }
    }

    private void Add<T>(List<T> list, T item, string kind, string name, string? flaw, Func<T, string> nameOf, IReadOnlyDictionary<string, string>? elsewhere)
    {
        lock (gate)
        {
            if (closedBecause is not null)
                throw Refusal($"the {kind} '{name}' {closedBecause}. Sweeps, rehearsals, screens and panels are registered within StartAsync; do it there, before it returns.");
            if (flaw is not null)
                throw Refusal(flaw);
            if (list.Exists(known => string.Equals(nameOf(known), name, StringComparison.OrdinalIgnoreCase)))
                throw Refusal($"two {kind}s named '{name}'. Each {kind} of an add-in needs a name of its own; rename one.");
            if (elsewhere?.GetValueOrDefault(name) is { } owner)
                throw Refusal($"the {kind} '{name}', a name that {owner} uses already. Rename it, e.g. to '{RegistrationFlaw.Hyphenated(addin + "-" + name)}'.");
            list.Add(item);
        }
    }

    private InvalidOperationException Refusal(string what) => new($"{addin} registers {what}");

    private T[] Copy<T>(List<T> list)
    {
        lock (gate)
            return [.. list];
    }
}

/// <summary>Names that must be unique across add-ins, each with the add-in that uses it.</summary>
public sealed record TakenNames
{
    public static readonly TakenNames None = new();

    public IReadOnlyDictionary<string, string> Screens { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Panels { get; init; } = new Dictionary<string, string>();
}
