namespace IllAddins.Host.Addins;

/// <summary>Something registered, with the add-in that registered it.</summary>
/// <param name="Addin">The add-in's name.</param>
/// <param name="Item">What it registered.</param>
public sealed record Contributed<T>(string Addin, T Item)
{
    /// <summary>The door of the generation that registered it; null outside of a roster.</summary>
    public AddinDoor? Door { get; init; }

    /// <summary>What has taken its place, once its door is closed; null where nothing has.</summary>
    public Func<Contributed<T>?> Successor { get; init; } = () => null;

    /// <summary>A part of it, called by the same way.</summary>
    /// <param name="part">Finds the part in this or in what takes its place; null where that has none.</param>
    public Contributed<TPart> Select<TPart>(Func<T, TPart?> part)
        where TPart : class => new(Addin, part(Item)!)
        {
            Door = Door,
            Successor = () => Successor() is { } next && part(next.Item) is not null ? next.Select(part) : null,
        };

    /// <summary>Calls it. A call that comes while the add-in is replaced goes to the newer version.</summary>
    /// <param name="call">Who is called for what, and for how long.</param>
    /// <param name="run">The call of the item.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants the answer any more.</param>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled and the call did not answer all the same.</exception>
    public Task<AddinOutcome<TAnswer>> RunAsync<TAnswer>(AddinCall call, Func<T, CancellationToken, Task<TAnswer>> run, CancellationToken cancellationToken)
    {
        for (var at = this; at is not null; at = at.Successor())
        {
            var item = at.Item;
            if (at.Door is null)
                return call.RunAsync(token => run(item, token), cancellationToken);
            if (at.Door.TryEnter())
                return at.Door.RunAsync(call, token => run(item, token), cancellationToken);
        }

        return Task.FromResult<AddinOutcome<TAnswer>>(new AddinOutcome<TAnswer>.Failed
        {
            Message = CallWords.NotBegun(Addin, call.What),
        });
    }
}

/// <summary>What an add-in serves by HTTP.</summary>
/// <param name="Addin">The add-in's name.</param>
/// <param name="Prefix">The path of its own beside <c>/addins/{Addin}/</c>; null for none.</param>
/// <param name="Endpoints">In the order of registration.</param>
public sealed record ServedEndpoints(string Addin, string? Prefix, IReadOnlyList<HttpEndpoint> Endpoints)
{
    /// <summary>Makes a call's endpoint of one of these.</summary>
    public Func<HttpEndpoint, Contributed<HttpEndpoint>> Contribute { get; init; } = endpoint => new(Addin, endpoint);
}
