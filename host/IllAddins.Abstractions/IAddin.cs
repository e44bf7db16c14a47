namespace IllAddins;

/// <summary>An add-in: the host creates one instance (public parameterless constructor), starts it, and stops it when another version has taken its place or the host ends.</summary>
public interface IAddin
{
    /// <summary>Registers sweeps, screens and panels with the host and brings the add-in's own tables up to date.</summary>
    /// <param name="host">Everything the host offers; valid until <see cref="StopAsync"/> has returned.</param>
    /// <param name="cancellationToken">Cancelled when the start takes longer than the host allows.</param>
    /// <remarks>An exception here faults the add-in, is shown to admins, and costs the others nothing.</remarks>
    Task StartAsync(IAddinHost host, CancellationToken cancellationToken);

    /// <summary>Releases what the add-in holds; nothing of the host is called after it returns.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
