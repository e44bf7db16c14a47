using System.Data.Common;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Web;

/// <summary>What the web shell is built on.</summary>
public sealed record ShellSettings
{
    /// <summary>The data folder; the keys that protect cookies are kept in its folder <c>keys</c>.</summary>
    public required string DataFolder { get; init; }

    public required DbDataSource Database { get; init; }

    public required IIllRecord Record { get; init; }

    public required SiteRecords Sites { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The screens registered now, each with its add-in's name; asked for every page, as add-ins come and go.</summary>
    public required Func<IReadOnlyList<(string Addin, Screen Screen)>> Screens { get; init; }

    /// <summary>The panels of the request form registered now, each with its add-in's name.</summary>
    public required Func<IReadOnlyList<(string Addin, RequestPanel Panel)>> Panels { get; init; }

    /// <summary>Stands around every call of an add-in, e.g. to limit its time; by default the call runs as it is.</summary>
    public AddinGuard Guard { get; init; } = (_, _, call, cancellationToken) => call(cancellationToken);
}

/// <summary>Runs a call of an add-in; an exception out of it counts as the add-in's failure.</summary>
/// <param name="addin">The add-in's name.</param>
/// <param name="what">What is called, for logs, e.g. <c>screen contact, command print</c>.</param>
/// <param name="call">The call; the guard may hand it another token.</param>
/// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
public delegate Task AddinGuard(string addin, string what, Func<CancellationToken, Task> call, CancellationToken cancellationToken);
