using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins;

namespace IllAddins.Host.Addins;

/// <summary>Brings an add-in's code into the process.</summary>
/// <param name="staged">The staged copy of one that the preflight found fit; nobody writes there.</param>
/// <param name="className">The add-in class found by the preflight.</param>
/// <returns>That class.</returns>
public delegate Type LoadAddin(AddinCandidate staged, string className);

/// <summary>An add-in's code in a load context of its own, and its one instance. The code stays in memory until the host ends.</summary>
/// <remarks>Hot reload of the package is left off on purpose; it fires on half-written files and unloads before the add-in was asked to stop.</remarks>
/// <param name="candidate">The staged copy of one that the preflight found fit; nobody writes there.</param>
/// <param name="clock">For the time limits.</param>
public sealed class LoadedAddin(AddinCandidate candidate, TimeProvider clock)
{
    private IAddin? instance;

    /// <summary>How its code is brought in.</summary>
    public LoadAddin Load { get; init; } = LoadAlone;

    /// <summary>Brings an add-in's code in as a generation of its own, whatever was loaded before.</summary>
    /// <inheritdoc cref="LoadAddin"/>
    public static Type LoadAlone(AddinCandidate staged, string className)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(staged.AssemblyPath, config =>
        {
            // Not to be unloaded: where assemblies come and go, the runtime's heap was found damaged (decision 0008). An earlier generation stays in memory until the host ends.
            config.IsUnloadable = false;
            // With the contract go the assemblies that it refers to (logging, System.Data.Common): a private copy of those would tear its types apart.
            config.SharedAssemblies.Add(typeof(IAddin).Assembly.GetName());
        });
        return loader.LoadDefaultAssembly().GetType(className, throwOnError: true)!;
    }

    /// <summary>Loads the add-in's assembly, makes its instance and starts it.</summary>
    /// <param name="className">The add-in class found by the preflight.</param>
    /// <param name="host">What the add-in is handed.</param>
    /// <param name="limit">For each of the three steps.</param>
    /// <param name="contained">Told of exceptions on the add-in's own threads, on those threads; must not throw.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task<AddinOutcome<IAddin>> StartAsync(
        string className, IAddinHost host, TimeSpan limit, Action<Exception> contained, CancellationToken cancellationToken)
    {
        var loaded = await CallFor(CallWords.Loading, limit).RunAsync(_ => Task.FromResult(LoadWatched(className, contained)), cancellationToken);
        if (loaded is not AddinOutcome<Type>.Completed { Value: var type })
            return Same((AddinOutcome<Type>.Failed)loaded);
        return await StartAsync(() => Make(type), host, limit, cancellationToken);
    }

    /// <summary>Makes an instance of code that is loaded, and starts it.</summary>
    /// <param name="make">Makes it.</param>
    /// <param name="host">What the add-in is handed.</param>
    /// <param name="limit">For each of the two steps.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task<AddinOutcome<IAddin>> StartAsync(Func<IAddin> make, IAddinHost host, TimeSpan limit, CancellationToken cancellationToken)
    {
        var made = await CallFor(CallWords.Constructor, limit).RunAsync(_ => Task.FromResult(make()), cancellationToken);
        if (made is not AddinOutcome<IAddin>.Completed { Value: var addin })
            return made;
        instance = addin;
        return await CallFor(CallWords.Start, limit).RunAsync(
            async token =>
            {
                await addin.StartAsync(host, token);
                return addin;
            },
            cancellationToken);
    }

    /// <summary>Asks the add-in to stop; one that never started is not asked.</summary>
    /// <param name="limit">How long it may take.</param>
    public async Task<AddinOutcome<IAddin?>> StopAsync(TimeSpan limit) =>
        await CallFor(CallWords.Stop, limit).RunAsync(
            async token =>
            {
                await (instance?.StopAsync(token) ?? Task.CompletedTask);
                return instance;
            },
            CancellationToken.None);

    private AddinCall CallFor(string what, TimeSpan limit) => new() { Addin = candidate.Name, What = what, Limit = limit, Clock = clock };

    private Type LoadWatched(string className, Action<Exception> contained)
    {
        var type = Load(candidate, className);
        UnhandledAddinExceptions.Watch(AssemblyLoadContext.GetLoadContext(type.Assembly)!, contained);
        return type;
    }

    private static IAddin Make(Type type) =>
        (IAddin)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static AddinOutcome<IAddin>.Failed Same(AddinOutcome<Type>.Failed failed) =>
        new() { Message = failed.Message, Exception = failed.Exception, StillRunning = failed.StillRunning };
}
