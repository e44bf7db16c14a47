using System.Data.Common;
using IllAddins.Host.Data;

namespace IllAddins.Host.Requests;

/// <summary>Looks up one user.</summary>
internal sealed class UserSearch(DbDataSource database)
{
    public const string ByName = "u.UserName = @key";

    /// <summary>By index, which knows the letters as they are written: so the usual spellings are asked for.</summary>
    public const string ByExternalId = "u.ExternalUserId IN (@key, @lower, @upper)";

    private static readonly string Select = $"SELECT {FieldShape.Users.Column("u")} FROM Users u";

    /// <summary>The first user by UserName who fits, or null.</summary>
    /// <param name="where">One of the conditions above.</param>
    /// <param name="key">What is looked for.</param>
    /// <param name="site">The only site, or null for all.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<User?> FindAsync(string where, string key, string? site, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Select} WHERE {where} AND u.NVTGC = COALESCE(@site, u.NVTGC) ORDER BY u.UserName LIMIT 1";
        command.Set("@key", key);
        command.Set("@lower", key.ToLowerInvariant());
        command.Set("@upper", key.ToUpperInvariant());
        command.Set("@site", site);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var fields = FieldRow.Read(FieldShape.Users, reader, 0);
        return new User { UserName = (string)fields["UserName"]!, Fields = fields };
    }
}
