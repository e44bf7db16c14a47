using System.Data.Common;
using Dapper;
using IllAddins.Host.Requests;

namespace IllAddins.Host.Addins.Settings;

/// <summary>The values of the settings that add-ins register: read at every use, so that a change counts at once, whichever process made it.</summary>
/// <param name="database">Where the values are kept.</param>
/// <param name="seal">For secrets.</param>
/// <param name="file">A setting of appsettings.json or the environment; null where it is not set.</param>
/// <param name="clock">Says when something was changed.</param>
/// <param name="log">Told who changed which setting, never to what.</param>
public sealed class AddinSettings(DbDataSource database, SecretSeal seal, Func<string, string?> file, TimeProvider clock, ILogger log)
{
    private const string AllSites = "";

    /// <summary>The value that holds; null for none.</summary>
    /// <param name="addin">The add-in's name.</param>
    /// <param name="setting">One that it registered.</param>
    /// <param name="site">A site's code; null asks for the value of all sites.</param>
    public string? Value(string addin, AddinSetting setting, string? site)
    {
        var standing = Standing(addin, setting, site);
        if (standing.Trouble is { } trouble)
            log.LogError("The setting {Setting} of {Addin}: {Trouble}", setting.Name, addin, setting is AddinSetting.Secret ? "it cannot be read." : trouble);
        return standing.Value is { Length: > 0 } value ? value : null;
    }

    /// <summary>The value that holds, and where it comes from.</summary>
    /// <inheritdoc cref="Value"/>
    public SettingStanding Standing(string addin, AddinSetting setting, string? site)
    {
        var stored = Stored(addin, setting.Name, setting.PerSite ? site ?? AllSites : AllSites);
        if (stored is null)
            return file($"Addins:{addin}:{setting.Name}") is { Length: > 0 } entered
                ? Read(setting, entered, new SettingStanding { Origin = SettingOrigin.File })
                : Without(setting);
        var origin = new SettingStanding { Origin = stored.NVTGC == AllSites ? SettingOrigin.AllSites : SettingOrigin.Site, ChangedBy = stored.ChangedBy, ChangedAt = StoredTime.Read(stored.ChangedAt) };
        if (setting is not AddinSetting.Secret)
            return Read(setting, stored.Value, origin);
        return seal.Open(stored.Value) is { } secret
            ? origin with { Value = secret }
            : origin with { Trouble = AddinWords.SecretUnreadable };
    }

    /// <summary>Keeps values, in one transaction.</summary>
    /// <param name="addin">The add-in's name.</param>
    /// <param name="site">The code of a site that is there; null for all sites.</param>
    /// <param name="values">Of settings that it registered, as <see cref="SettingText.Read"/> made them; null takes the kept one away.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="cancellationToken">Cancels before anything is written.</param>
    public async Task KeepAsync(string addin, string? site, IReadOnlyList<(AddinSetting Setting, string? Value)> values, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (setting, value) in values)
        {
            AuditTrail.Add(connection, transaction, await ActAsync(connection, transaction, addin, site, setting, value, by), clock.GetUtcNow());
            await connection.ExecuteAsync(value is null ? Removal : Writing, Row(addin, site, setting, value, by), transaction);
        }

        await transaction.CommitAsync(cancellationToken);
        foreach (var (setting, value) in values)
            log.LogInformation("{By} {Did} the setting {Setting} of {Addin} for {Site}.", by, value is null ? "took away" : "changed", setting.Name, addin, site ?? "all sites");
    }

    private static async Task<AuditEntry> ActAsync(DbConnection connection, DbTransaction within, string addin, string? site, AddinSetting setting, string? value, string by)
    {
        var was = await connection.ExecuteScalarAsync<string?>(
            "SELECT Value FROM AddinSettings WHERE Addin = @addin AND Name = @name AND NVTGC = @site", new { addin, name = setting.Name, site = site ?? AllSites }, within);
        string? Shown(string? kept) => kept is not null && setting is AddinSetting.Secret ? "(a secret)" : kept;
        return new AuditEntry { By = by, Act = value is null ? "clear" : "set", Subject = $"setting {setting.Name} of {addin}", Site = site, Was = Shown(was), Became = Shown(value) };
    }

    private const string Removal = "DELETE FROM AddinSettings WHERE Addin = @addin AND Name = @name AND NVTGC = @site";

    private const string Writing = """
        INSERT INTO AddinSettings (Addin, Name, NVTGC, Value, ChangedBy, ChangedAt) VALUES (@addin, @name, @site, @value, @by, @at)
        ON CONFLICT (Addin, Name, NVTGC) DO UPDATE SET Value = excluded.Value, ChangedBy = excluded.ChangedBy, ChangedAt = excluded.ChangedAt
        """;

    private object Row(string addin, string? site, AddinSetting setting, string? value, string by) => new
    {
        addin,
        name = setting.Name,
        site = site ?? AllSites,
        value = value is not null && setting is AddinSetting.Secret ? seal.Close(value) : value,
        by,
        at = StoredTime.Write(clock.GetUtcNow()),
    };

    private static SettingStanding Without(AddinSetting setting) => new() { Origin = SettingOrigin.Default, Value = SettingText.Default(setting) };

    // What a file says, or an earlier version of the add-in took, may be none for this version.
    private static SettingStanding Read(AddinSetting setting, string entered, SettingStanding origin) => SettingText.Read(setting, entered) switch
    {
        SettingReading.Good good => origin with { Value = good.Value },
        SettingReading.Bad bad => origin with { Value = SettingText.Default(setting), Trouble = AddinWords.DefaultHolds(bad.Problem) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private StoredSetting? Stored(string addin, string name, string site)
    {
        using var connection = database.OpenConnection();
        return connection.QueryFirstOrDefault<StoredSetting>(
            """
            SELECT NVTGC, Value, ChangedBy, ChangedAt FROM AddinSettings
            WHERE Addin = @addin AND Name = @name AND NVTGC IN (@site, '')
            ORDER BY NVTGC DESC LIMIT 1
            """, new { addin, name, site });
    }

    private sealed record StoredSetting
    {
        public required string NVTGC { get; init; }

        public required string Value { get; init; }

        public required string ChangedBy { get; init; }

        public required string ChangedAt { get; init; }
    }
}

/// <summary>Where the value of a setting comes from.</summary>
public enum SettingOrigin
{
    /// <summary>The add-in's own default.</summary>
    Default,

    /// <summary>appsettings.json or the environment.</summary>
    File,

    /// <summary>Entered for all sites.</summary>
    AllSites,

    /// <summary>Entered for this site.</summary>
    Site,
}

/// <summary>How a setting stands.</summary>
public sealed record SettingStanding
{
    /// <summary>Empty for none. Of a secret the secret itself: never to be shown.</summary>
    public string Value { get; init; } = "";

    public required SettingOrigin Origin { get; init; }

    /// <summary>Why what was entered does not hold; null where it does.</summary>
    public string? Trouble { get; init; }

    /// <summary>Who entered it; null where nobody did.</summary>
    public string? ChangedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}
