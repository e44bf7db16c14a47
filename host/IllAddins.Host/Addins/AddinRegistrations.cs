namespace IllAddins.Host.Addins;

/// <summary>What one add-in registers while it starts; the host's services for an add-in hand their Register calls on to this.</summary>
/// <remarks>Safe for use by several threads. A refused registration throws, which faults the add-in's start unless it copes.</remarks>
/// <param name="addin">The add-in's name.</param>
/// <param name="taken">The names that other add-ins use already.</param>
public sealed class AddinRegistrations(string addin, TakenNames taken)
{
    private readonly Lock gate = new();
    private readonly List<object> items = [];
    private string? closedBecause;

    /// <summary>Whether the generation that registered these has stopped or failed to start.</summary>
    public bool Ended { get; private set; }

    /// <summary>Its generation has stopped; what it registered stays readable.</summary>
    public void End() => Ended = true;

    /// <summary>Takes a sweep.</summary>
    /// <exception cref="InvalidOperationException">Its description is incomplete, its name is in use, or the start is over.</exception>
    public void Add(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        Add(sweep, "sweep", sweep.Name, RegistrationFlaw.Of(sweep), known => known.Name);
    }

    /// <summary>Takes a rehearsal.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(Rehearsal rehearsal)
    {
        ArgumentNullException.ThrowIfNull(rehearsal);
        Add(rehearsal, "rehearsal", rehearsal.Name, RegistrationFlaw.Of(rehearsal), known => known.Name);
    }

    /// <summary>Takes a screen.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(Screen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        Add(screen, "screen", screen.Name, RegistrationFlaw.Of(screen), known => known.Name, taken.Screens);
    }

    /// <summary>Takes a panel of the request form.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(RequestPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        Add(panel, "panel", panel.Name, RegistrationFlaw.Of(panel), known => known.Name, taken.Panels);
    }

    /// <summary>Takes an endpoint.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(HttpEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var flaw = EndpointFlaw.Of(endpoint) ?? EndpointFlaw.Beside(endpoint, Of<HttpEndpoint>());
        Add(endpoint, "endpoint", endpoint.Name, flaw, known => known.Name);
    }

    /// <summary>Takes a setting.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(AddinSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Add(setting, "setting", setting.Name, SettingFlaw.Of(setting), known => known.Name);
    }

    /// <summary>Takes a verb of the command line.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(CommandLineVerb verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        Add(verb, "verb", verb.Name, VerbFlaw.Of(verb), known => known.Name, taken.Verbs);
    }

    /// <summary>Takes a script function.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(ScriptFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        Add(function, "script function", function.Name, FunctionFlaw.Of(addin, function), known => known.Name);
    }

    /// <summary>Takes a channel.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(NotificationChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Add(channel, "channel", channel.Name, ChannelFlaw.Of(channel, taken.Methods), known => known.Name, taken.Channels);
    }

    /// <summary>Takes a template field.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(TemplateField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Add(field, "template field", field.Name, ChannelFlaw.Of(addin, field), known => known.Name);
    }

    /// <summary>Takes a health check.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(HealthCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        Add(check, "health check", check.Name, ChannelFlaw.Of(check), known => known.Name);
    }

    /// <summary>Takes a listener.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(EventListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        Add(listener, "listener", listener.Name, EventFlaw.Of(listener), known => known.Name);
    }

    /// <summary>Takes a source of events.</summary>
    /// <inheritdoc cref="Add(Sweep)"/>
    public void Add(EventSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Add(source, "source of events", source.Name, EventFlaw.Of(source), known => known.Name, taken.Sources);
    }

    /// <summary>What was registered of a kind, in the order of registration; empty after <see cref="Drop"/>.</summary>
    public IReadOnlyList<T> Of<T>()
    {
        lock (gate)
            return [.. items.OfType<T>()];
    }

    /// <summary>Ends registration after a start that worked.</summary>
    public AddinContribution Keep()
    {
        lock (gate)
        {
            closedBecause = "after its start has finished";
            return new AddinContribution
            {
                Sweeps = Count<Sweep>(),
                Screens = Count<Screen>(),
                Panels = Count<RequestPanel>(),
                Rehearsals = Count<Rehearsal>(),
                Endpoints = Count<HttpEndpoint>(),
                Settings = Count<AddinSetting>(),
                Verbs = Count<CommandLineVerb>(),
                ScriptFunctions = Count<ScriptFunction>(),
                Channels = Count<NotificationChannel>(),
                TemplateFields = Count<TemplateField>(),
                HealthChecks = Count<HealthCheck>(),
                Listeners = Count<EventListener>(),
                EventSources = Count<EventSource>(),
            };
        }
    }

    /// <summary>Ends registration and forgets everything: the start failed, or the add-in has stopped.</summary>
    public void Drop()
    {
        lock (gate)
        {
            closedBecause ??= "after its start has failed";
            Ended = true;
            items.Clear();
        }
    }

    private int Count<T>() => items.OfType<T>().Count();

    private void Add<T>(T item, string kind, string name, string? flaw, Func<T, string> nameOf, IReadOnlyDictionary<string, string>? elsewhere = null)
        where T : class
    {
        lock (gate)
        {
            if (closedBecause is not null)
                throw Refusal($"the {kind} '{name}' {closedBecause}. Whatever an add-in contributes is registered within StartAsync; do it there, before it returns.");
            if (flaw is not null)
                throw Refusal(flaw);
            if (items.OfType<T>().Any(known => string.Equals(nameOf(known), name, StringComparison.OrdinalIgnoreCase)))
                throw Refusal($"two {kind}s named '{name}'. Each {kind} of an add-in needs a name of its own; rename one.");
            if (elsewhere?.GetValueOrDefault(name) is { } owner)
                throw Refusal($"the {kind} '{name}', a name that {owner} uses already. Rename it, e.g. to '{RegistrationFlaw.Hyphenated(addin + "-" + name)}'.");
            items.Add(item);
        }
    }

    private InvalidOperationException Refusal(string what) => new($"{addin} registers {what}");
}

/// <summary>Names that must be unique across add-ins, each with the add-in that uses it.</summary>
public sealed record TakenNames
{
    public static readonly TakenNames None = new();

    public IReadOnlyDictionary<string, string> Screens { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Panels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Verbs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Channels { get; init; } = new Dictionary<string, string>();

    /// <summary>Notification methods with the channel that takes them.</summary>
    public IReadOnlyDictionary<string, string> Methods { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of the running add-ins but one.</summary>
    public static TakenNames Of(AddinRoster roster, string addin)
    {
        var channels = roster.Contributed<NotificationChannel>().Where(channel => channel.Addin != addin).ToList();
        return new TakenNames
        {
            Screens = Names(roster.Screens, screen => screen.Name),
            Panels = Names(roster.Panels, panel => panel.Name),
            Verbs = Names(roster.Verbs, verb => verb.Name),
            Sources = Names(roster.Contributed<EventSource>(), source => source.Name),
            Channels = channels.ToDictionary(channel => channel.Item.Name, channel => channel.Addin, StringComparer.OrdinalIgnoreCase),
            Methods = channels
                .SelectMany(channel => channel.Item.Methods.Select(method => method.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Select(method => (Method: method, channel.Item.Name)))
                .ToDictionary(taken => taken.Method, taken => taken.Name, StringComparer.OrdinalIgnoreCase),
        };

        Dictionary<string, string> Names<T>(IEnumerable<Contributed<T>> all, Func<T, string> nameOf) =>
            all.Where(one => one.Addin != addin).ToDictionary(one => nameOf(one.Item), one => one.Addin);
    }
}
