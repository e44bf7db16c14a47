using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using IllAddins.Host.Requests;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IllAddins.Host.Web;

/// <summary>The accounts of the staff; user names are compared without regard to case.</summary>
public sealed class StaffAccounts(DbDataSource database, TimeProvider clock)
{
    /// <summary>Rounds of PBKDF2 (HMAC-SHA512); about 140 ms on a small server.</summary>
    public const int Rounds = 210_000;

    /// <summary>Characters.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Characters.</summary>
    public const int LongestUserName = 64;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // An unknown name is checked against this, so that the time taken does not tell which names there are.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword("", RandomNumberGenerator.GetHexString(32)));

    /// <summary>Adds an account, and writes down who did in the same transaction.</summary>
    /// <param name="userName">1 to 64 letters, digits, or one of <c>. _ - @</c>; leading and trailing spaces are cut.</param>
    /// <param name="role"><c>staff</c> or <c>admin</c>.</param>
    /// <param name="password">At least 10 characters.</param>
    /// <param name="by">Who adds it; <see cref="AuditTrail.ByItself"/> is not written down.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task<AddAccountAnswer> AddAsync(string userName, string role, string password, string by, CancellationToken cancellationToken)
    {
        var name = userName.Trim();
        if (Refusal(name, role, password) is { } refused)
            return new AddAccountAnswer.Refused(refused);
        var hash = Hasher.HashPassword(name, password);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO Staff (UserName, PasswordHash, Role, CreatedAt) VALUES (@name, @hash, @role, @at)
            ON CONFLICT (UserName) DO NOTHING
            """,
            new { name, hash, role, at = StoredTime.Write(clock.GetUtcNow()) },
            transaction);
        if (added == 0)
            return new AddAccountAnswer.Refused(AdminWords.AccountExists(name));
        AuditTrail.Add(connection, transaction, new AuditEntry { By = by, Act = "add", Subject = $"account {name}", Became = role }, clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return new AddAccountAnswer.Added();
    }

    /// <summary>Gives an account another password or role; whoever is signed in with it signs in again.</summary>
    /// <param name="userName">In any case.</param>
    /// <param name="role"><c>staff</c> or <c>admin</c>; null leaves it.</param>
    /// <param name="password">At least 10 characters; null leaves it.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    /// <returns>Why nothing was written, or null.</returns>
    public async Task<string?> ChangeAsync(string userName, string? role, string? password, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(userName.Trim(), cancellationToken) is not { } account)
            return AdminWords.NoSuchAccount(userName.Trim());
        if (Refusal(account.UserName, role ?? account.Role, password ?? new string('*', ShortestPassword)) is { } refused)
            return refused;
        var hash = password is null ? null : Hasher.HashPassword(account.UserName, password);
        return await WriteAsync(
            account,
            "UPDATE Staff SET Role = COALESCE(@role, Role), PasswordHash = COALESCE(@hash, PasswordHash) WHERE UserName = @UserName",
            new AuditEntry { By = by, Act = "change", Subject = $"account {account.UserName}", Was = role is null ? null : account.Role, Became = role, Detail = password is null ? null : "password" },
            new { role, hash, account.UserName },
            cancellationToken);
    }

    /// <summary>Removes an account; whoever is signed in with it is signed out by the next call. What it did stays under its name.</summary>
    /// <returns>Why nothing was removed, or null.</returns>
    public async Task<string?> RemoveAsync(string userName, string by, CancellationToken cancellationToken) =>
        await FindAsync(userName.Trim(), cancellationToken) is { } account
            ? await WriteAsync(
                account,
                "DELETE FROM Staff WHERE UserName = @UserName",
                new AuditEntry { By = by, Act = "remove", Subject = $"account {account.UserName}", Was = account.Role },
                new { account.UserName },
                cancellationToken)
            : AdminWords.NoSuchAccount(userName.Trim());

    /// <summary>The account, if name and password are right; takes as long where there is no such account.</summary>
    public async Task<StaffAccount?> VerifyAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(userName.Trim(), cancellationToken);
        var verdict = Hasher.VerifyHashedPassword("", row?.PasswordHash ?? NobodysHash.Value, password);
        return verdict == PasswordVerificationResult.Failed ? null : row?.ToAccount();
    }

    /// <summary>The account of a user name, or null.</summary>
    public async Task<StaffAccount?> FindAsync(string userName, CancellationToken cancellationToken) =>
        (await ReadAsync(userName, cancellationToken))?.ToAccount();

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<StaffAccount>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<StaffRow>("SELECT UserName, PasswordHash, Role FROM Staff ORDER BY UserName");
        return [.. rows.Select(row => row.ToAccount())];
    }

    private async Task<string?> WriteAsync(StaffAccount account, string sql, AuditEntry entry, object values, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.ExecuteAsync(sql, values, transaction) == 0)
            return AdminWords.NoSuchAccount(account.UserName);
        AuditTrail.Add(connection, transaction, entry, clock.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string? Refusal(string name, string role, string password) => (name, role, password) switch
    {
        ({ Length: 0 or > LongestUserName }, _, _) =>
            AdminWords.UserNameLength(name.Length, LongestUserName),
        _ when name.FirstOrDefault(sign => !char.IsLetterOrDigit(sign) && !"._-@".Contains(sign)) is var odd and not '\0' =>
            AdminWords.UserNameHasOddSign(name, odd),
        (_, not (Access.Staff or Access.Admin), _) =>
            AdminWords.NoSuchRole(role, Access.Staff, Access.Admin),
        (_, _, { Length: < ShortestPassword }) =>
            AdminWords.PasswordTooShort(password.Length, ShortestPassword),
        _ when string.Equals(name, password, StringComparison.OrdinalIgnoreCase) =>
            AdminWords.PasswordIsUserName,
        _ => null,
    };

    private async Task<StaffRow?> ReadAsync(string userName, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<StaffRow>(
            "SELECT UserName, PasswordHash, Role FROM Staff WHERE UserName = @userName", new { userName });
    }

    private sealed record StaffRow
    {
        public string UserName { get; init; } = "";

        public string PasswordHash { get; init; } = "";

        public string Role { get; init; } = "";

        public StaffAccount ToAccount() => new()
        {
            UserName = UserName,
            Role = Role,
            Stamp = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(PasswordHash)), 0, 16),
        };
    }
}

/// <summary>An account of the staff.</summary>
public sealed record StaffAccount
{
    public required string UserName { get; init; }

    /// <summary><c>staff</c> or <c>admin</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Changes when the password does: sessions that carry another one are over.</summary>
    public required string Stamp { get; init; }
}

/// <summary>What became of a new account.</summary>
public abstract record AddAccountAnswer
{
    private AddAccountAnswer()
    {
    }

    public sealed record Added : AddAccountAnswer;

    /// <summary>Nothing was written; the message says what to change.</summary>
    public sealed record Refused(string Message) : AddAccountAnswer;
}
