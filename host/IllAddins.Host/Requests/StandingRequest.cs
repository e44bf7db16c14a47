using System.Data.Common;

namespace IllAddins.Host.Requests;

/// <summary>A request and its user as they stand inside an open transaction.</summary>
public sealed record StandingRequest
{
    private static readonly string FindText = $"""
        SELECT t.Site, t.Extra, u.Extra, u.UserName, {FieldShape.Transactions.Column("t")}, {FieldShape.Users.Column("u")}
        FROM Transactions t JOIN Users u ON u.UserName = t.Username
        WHERE t.TransactionNumber = @number ORDER BY t.TransactionNumber
        """;

    public required string Site { get; init; }

    public required string UserName { get; init; }

    public required FieldRow Transaction { get; init; }

    public required FieldRow User { get; init; }

    /// <summary>The columns that ILLiad does not know, as JSON; null for none.</summary>
    public string? TransactionExtra { get; init; }

    /// <inheritdoc cref="TransactionExtra"/>
    public string? UserExtra { get; init; }

    /// <summary>Null where there is no such request.</summary>
    public static StandingRequest? Find(RecordBatch batch, int number)
    {
        using var command = batch.Connection.CreateCommand();
        command.Transaction = batch.Within;
        command.CommandText = FindText;
        Data.Commands.Set(command, "@number", number);
        using var reader = command.ExecuteReader();
        return !reader.Read() ? null : new StandingRequest
        {
            Site = reader.GetString(0),
            TransactionExtra = reader.IsDBNull(1) ? null : reader.GetString(1),
            UserExtra = reader.IsDBNull(2) ? null : reader.GetString(2),
            UserName = reader.GetString(3),
            Transaction = FieldRow.Read(FieldShape.Transactions, reader, 4),
            User = FieldRow.Read(FieldShape.Users, reader, 5),
        };
    }
}
