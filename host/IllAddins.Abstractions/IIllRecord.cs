using System.Data.Common;

namespace IllAddins;

/// <summary>The ILL record as add-ins see it. Every write may join a transaction of the caller's; without one it commits by itself.</summary>
public interface IIllRecord
{
    /// <summary>Reads requests with their users and sites.</summary>
    /// <returns>Those found, in the order asked for; a number that is not there is left out.</returns>
    Task<IReadOnlyList<IllRequest>> FindAsync(IReadOnlyCollection<int> transactionNumbers, CancellationToken cancellationToken);

    /// <summary>The requests of a site at a status that were written after a change number, oldest change first: an index look-up.</summary>
    /// <param name="site">The site's code (NVTGC).</param>
    /// <param name="status">The status they stand at now.</param>
    /// <param name="after">The last change number already seen; 0 for all.</param>
    /// <param name="limit">How many at the most, 1 to 10,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<IllRequest>> ChangedAsync(string site, TransactionStatus status, ChangeMark after, int limit, CancellationToken cancellationToken);

    /// <summary>Moves a request to another status: the one way in which a status changes. Writes Transactions, Tracking and History together.</summary>
    /// <param name="order">What to move, where to, by whom.</param>
    /// <param name="within">The caller's open transaction, or null.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task<RouteAnswer> RouteAsync(RouteOrder order, DbTransaction? within, CancellationToken cancellationToken);

    /// <summary>Moves many requests together, each as <see cref="RouteAsync"/> does: for batches, of which each one costs far less.</summary>
    /// <returns>The answers in the order of the orders.</returns>
    Task<IReadOnlyList<RouteAnswer>> RouteAllAsync(IReadOnlyList<RouteOrder> orders, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Reads a user.</summary>
    /// <param name="userName">Compared without regard to case.</param>
    /// <param name="site">The code of the only site of which the user may be; null for every site.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Null where there is no such user.</returns>
    Task<User?> FindUserAsync(string userName, string? site, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Reads a user by the ExternalUserId, as it is written or all in capitals or small letters; the first by UserName where several bear it.</summary>
    /// <inheritdoc cref="FindUserAsync"/>
    Task<User?> FindUserByExternalIdAsync(string externalUserId, string? site, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Reads those requests of a user that a filter leaves.</summary>
    Task<QueryAnswer> QueryAsync(RequestQuery query, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Makes a user; UserName is needed, and NVTGC is the default site's where it is not given.</summary>
    Task<WriteAnswer> CreateUserAsync(RecordFields user, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Writes the fields given over those of a user who is there, by UserName.</summary>
    Task<WriteAnswer> UpdateUserAsync(RecordFields user, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Makes a request; Username, ProcessType, RequestType and TransactionStatus are needed. Its number is the record's to give.</summary>
    Task<WriteAnswer> CreateRequestAsync(RecordFields request, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Writes fields over those of a request and of its user, as staff do on the request form. The status is not among them: see <see cref="RouteAsync"/>.</summary>
    Task<EditAnswer> UpdateRequestAsync(RequestEdit edit, DbTransaction? within, CancellationToken cancellationToken) => throw Lacking();

    /// <summary>Adds a History entry to a request.</summary>
    /// <param name="transactionNumber">An existing request.</param>
    /// <param name="entry">Free text, not empty.</param>
    /// <param name="by">A user name of the staff, or <c>System</c>.</param>
    /// <param name="within">The caller's open transaction, or null.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task AddHistoryAsync(int transactionNumber, string entry, string by, DbTransaction? within, CancellationToken cancellationToken);

    /// <summary>Adds a Note to a request; the parameters are those of <see cref="AddHistoryAsync"/>, with ILLiad's note type (<c>Staff</c>, <c>System</c>).</summary>
    Task AddNoteAsync(int transactionNumber, string note, string noteType, string by, DbTransaction? within, CancellationToken cancellationToken);

    /// <summary>Writes another e-mail address onto the record of a request's user; everything that waits for this user is decided anew. Leaves a History entry without the address.</summary>
    /// <param name="transactionNumber">An existing request of the user.</param>
    /// <param name="address">The address, checked by the caller.</param>
    /// <param name="by">A user name of the staff.</param>
    /// <param name="within">The caller's open transaction, or null.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    Task CorrectEMailAddressAsync(int transactionNumber, string address, string by, DbTransaction? within, CancellationToken cancellationToken);

    private static NotSupportedException Lacking() => new("This record was made for an earlier contract.");
}

/// <summary>Where a reader of changes stands: the change number, then the transaction number within it.</summary>
public sealed record ChangeMark
{
    /// <summary>Before every change.</summary>
    public static readonly ChangeMark Start = new();

    /// <summary>The change number; every write of a request, its user or its site takes the next one.</summary>
    public long Change { get; init; }

    /// <summary>The transaction number within the change; an import gives one number to a whole batch.</summary>
    public int TransactionNumber { get; init; }
}

/// <summary>An order to move a request.</summary>
public sealed record RouteOrder
{
    public required int TransactionNumber { get; init; }

    public required TransactionStatus NewStatus { get; init; }

    /// <summary>The status that the caller believes the request to stand at; another one makes the answer <see cref="RouteAnswer.Stale"/>.</summary>
    public required TransactionStatus ExpectedStatus { get; init; }

    /// <summary>A user name of the staff, or <c>System</c> for what the host or an add-in does by itself.</summary>
    public required string By { get; init; }

    /// <summary>The History entry; null for the standard one, <c>Request routed from 'A' to 'B'.</c></summary>
    public string? Entry { get; init; }

    /// <summary>The arrival at the expected status that the caller believes to be the last one (<see cref="IllRequest.ArrivalId"/>); null where any will do.</summary>
    public long? ExpectedArrivalId { get; init; }
}

/// <summary>What became of a <see cref="RouteOrder"/>.</summary>
public abstract record RouteAnswer
{
    private RouteAnswer()
    {
    }

    /// <summary>The request stands at the new status.</summary>
    public sealed record Routed : RouteAnswer;

    /// <summary>Nothing was written: the request had moved, or came back since.</summary>
    public sealed record Stale : RouteAnswer
    {
        public required TransactionStatus FoundStatus { get; init; }

        /// <summary>Who moved it there, from Tracking.</summary>
        public required string MovedBy { get; init; }

        public required DateTimeOffset MovedAt { get; init; }
    }

    /// <summary>Nothing was written: there is no such request.</summary>
    public sealed record Missing : RouteAnswer;
}
