using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace IllAddins.Host.Web;

/// <summary>How each member of the staff likes each screen, so that it follows them to another desk.</summary>
public sealed class ScreenViews(DbDataSource database, TimeProvider clock)
{
    /// <summary>The owner of the table in the account of migrations.</summary>
    public const string Owner = "screen views";

    /// <summary>The table; an entry, once released, is never changed.</summary>
    public static readonly IReadOnlyList<string> Migrations =
    [
        """
        CREATE TABLE ScreenViews (
            StaffUser TEXT NOT NULL COLLATE NOCASE REFERENCES Staff (UserName) ON DELETE CASCADE,
            Screen TEXT NOT NULL COLLATE NOCASE,
            -- JSON of how it is liked.
            Liked TEXT NOT NULL,
            ChangedAt TEXT NOT NULL,
            PRIMARY KEY (StaffUser, Screen)) STRICT;
        """,
    ];

    /// <summary>How somebody likes a screen; as it is at first where nothing was kept.</summary>
    public async Task<ScreenView> ReadAsync(string user, string screen, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var liked = await connection.ExecuteScalarAsync<string?>(
            "SELECT Liked FROM ScreenViews WHERE StaffUser = @user AND Screen = @screen ORDER BY Screen", new { user, screen });
        return liked is null ? new ScreenView() : JsonSerializer.Deserialize<ScreenView>(liked, JsonSerializerOptions.Web)!;
    }

    /// <summary>Keeps how somebody likes a screen, in place of what was kept before.</summary>
    public async Task KeepAsync(string user, string screen, ScreenView view, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO ScreenViews (StaffUser, Screen, Liked, ChangedAt) VALUES (@user, @screen, @liked, @at)
            ON CONFLICT (StaffUser, Screen) DO UPDATE SET Liked = excluded.Liked, ChangedAt = excluded.ChangedAt
            """,
            new { user, screen, liked = JsonSerializer.Serialize(view, JsonSerializerOptions.Web), at = StoredTime.Write(clock.GetUtcNow()) });
    }
}
