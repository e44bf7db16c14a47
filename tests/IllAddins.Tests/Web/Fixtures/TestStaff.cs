using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IllAddins.Tests.Web;

/// <summary>Accounts of staff for tests that are about something else: their password is hashed once and in one round, as a safe hash takes long on purpose.</summary>
internal static class TestStaff
{
    public const string Staff = "ann";

    public const string Admin = "root";

    public const string Password = "seven small boats";

    private static readonly string Hash = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword("", Password);

    /// <summary>Writes both accounts.</summary>
    public static async Task AddAsync(DbDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO Staff (UserName, PasswordHash, Role, CreatedAt) VALUES (@Staff, @Hash, 'staff', @at), (@Admin, @Hash, 'admin', @at)",
            new { Staff, Admin, Hash, at = "2026-03-01T09:00:00.000Z" });
    }
}
