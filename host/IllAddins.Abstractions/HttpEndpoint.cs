namespace IllAddins;

/// <summary>An HTTP endpoint that an add-in answers and the host guards: it is called with a caller who has been let in, or not at all.</summary>
/// <remarks>Served below <c>/addins/{add-in}/</c>, and below the add-in's own prefix where its assembly declares one with <see cref="PathPrefixAttribute"/>.</remarks>
public sealed record HttpEndpoint
{
    /// <summary>Unique within the add-in; admins read it in the log, e.g. <c>Create a user</c>.</summary>
    public required string Name { get; init; }

    /// <summary>GET (which HEAD may call too), POST, PUT, PATCH or DELETE.</summary>
    public required string Method { get; init; }

    /// <summary>Segments below the prefix, e.g. <c>Transaction/{number}/route</c>: compared without regard to case, and <c>{name}</c> takes any one segment
    /// that no other endpoint names. A slash at the end of an address does not count.</summary>
    public required string Path { get; init; }

    /// <summary>Who is let in.</summary>
    public required EndpointGuard Guard { get; init; }

    /// <summary>Answers a call. What it cannot do is said in the answer, not thrown: an exception, or more time than the host allows, is answered with 500.</summary>
    public required Func<EndpointCall, CancellationToken, Task<EndpointAnswer>> AnswerAsync { get; init; }
}

/// <summary>Who may call an endpoint; the host checks.</summary>
public abstract record EndpointGuard
{
    private EndpointGuard()
    {
    }

    /// <summary>Everybody: nothing that is behind it may be confidential, and it changes nothing.</summary>
    public sealed record Open : EndpointGuard;

    /// <summary>Staff who are signed in; a call that changes something comes from a page of the host.</summary>
    public sealed record SignedIn : EndpointGuard
    {
        /// <summary>Only admins, not all staff.</summary>
        public bool AdminsOnly { get; init; }
    }

    /// <summary>Other software with an API key in the header <c>ApiKey</c>, within the key's limit of calls.</summary>
    public sealed record ApiKey : EndpointGuard;
}

/// <summary>A call of an endpoint.</summary>
public sealed record EndpointCall
{
    /// <summary>In capitals; GET for HEAD too.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the prefix as it was called, without escapes, without slashes at either end.</summary>
    public required string Path { get; init; }

    /// <summary>What stands in the place of each <c>{name}</c> of the endpoint's path, without escapes; names without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>The query's parameters in their order, without escapes; one that stands there twice has two values. Names without regard to case.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Query { get; init; }

    /// <summary>Without cookies and without what the guard read; several lines of one header are joined by commas. Names without regard to case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Read to its end by the host before the call; empty where there is none. At most 4 MB.</summary>
    public required Stream Body { get; init; }

    /// <summary>Who calls; null at an open endpoint.</summary>
    public EndpointCaller? Caller { get; init; }
}

/// <summary>Who was let in.</summary>
public sealed record EndpointCaller
{
    /// <summary>The staff member's user name, or the name of the software that the key was made for: what Tracking and History shall say.</summary>
    public required string Name { get; init; }

    /// <summary>The site that the key is for: nothing of another site may be shown or changed. Null for staff, who see all sites.</summary>
    public Site? Site { get; init; }
}

/// <summary>What an endpoint answers.</summary>
public sealed record EndpointAnswer
{
    /// <summary>An HTTP status, 200 to 599.</summary>
    public int Status { get; init; } = 200;

    /// <summary>E.g. <c>application/json; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }
}
