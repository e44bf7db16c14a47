using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using IllAddins.CustomerContact.Core.Notices;

namespace IllAddins.CustomerContact.Notices;

/// <summary>The stored templates.</summary>
public sealed class TemplateStore(DbDataSource database)
{
    /// <summary>All templates as they are now, ready for a sweep.</summary>
    public async Task<TemplateStock> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // First: what is changed between the two reads is found again at the next sweep.
        var change = await connection.ExecuteScalarAsync<long>("SELECT Number FROM TemplateChanges WHERE Id = 1");
        var rows = (await connection.QueryAsync<TemplateRow>("""
            SELECT NVTGC, Name, Description, FromName, FromAddress, ToName, ToAddress, CC, BCC, Subject, Body, HtmlBody, Disabled
            FROM EMailTemplates ORDER BY NVTGC, Name
            """)).AsList();
        return new TemplateStock(rows.Select(Read), Version(rows), change);
    }

    /// <summary>Puts the default templates into a store that never had any. One that was deleted later stays deleted.</summary>
    public static void Seed(DbTransaction within)
    {
        if (within.Connection!.ExecuteScalar<long>("SELECT COUNT(*) FROM ContactSeeds WHERE Name = 'templates'", transaction: within) > 0)
            return;
        within.Connection!.Execute("INSERT INTO ContactSeeds (Name) VALUES ('templates')", transaction: within);
        within.Connection!.Execute(
            "INSERT INTO EMailTemplates (NVTGC, Name, Description, Subject, Body) VALUES (@NVTGC, @Name, @Description, @Subject, @Body)",
            DefaultTemplates.All.Concat(DefaultLetters.All).Select(template => new { NVTGC = Site.DefaultCode, template.Name, template.Description, template.Subject, template.Body }),
            within);
    }

    // Taken from the content, so that a template edited by any tool counts.
    private static string Version(List<TemplateRow> rows)
    {
        var content = string.Join('\u001f', rows.Select(row => row.ToString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..8];
    }

    private static NotificationTemplate Read(TemplateRow row) => new()
    {
        NVTGC = row.NVTGC,
        Name = row.Name,
        Description = row.Description,
        Enabled = row.Disabled == 0,
        FromName = row.FromName ?? "",
        FromAddress = row.FromAddress ?? "",
        ToName = row.ToName ?? "",
        ToAddress = row.ToAddress ?? "",
        CC = row.CC ?? "",
        BCC = row.BCC ?? "",
        Subject = row.Subject,
        Body = row.Body,
        HtmlBody = row.HtmlBody ?? "",
    };

    private sealed record TemplateRow
    {
        public string NVTGC { get; init; } = "";

        public string Name { get; init; } = "";

        public string Description { get; init; } = "";

        public string? FromName { get; init; }

        public string? FromAddress { get; init; }

        public string? ToName { get; init; }

        public string? ToAddress { get; init; }

        public string? CC { get; init; }

        public string? BCC { get; init; }

        public string Subject { get; init; } = "";

        public string Body { get; init; } = "";

        public string? HtmlBody { get; init; }

        public int Disabled { get; init; }
    }
}
