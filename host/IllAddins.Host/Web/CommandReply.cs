using System.Text.Json.Serialization;

namespace IllAddins.Host.Web;

/// <summary>The JSON that answers a command.</summary>
public sealed record CommandReply
{
    public required string Message { get; init; }

    public required bool Refused { get; init; }

    /// <summary>The document to open; null for none.</summary>
    public FileLink? File { get; init; }

    /// <summary>What is wrong, by field name; null where nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? FieldProblems { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UndoOffer? Undo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NextOffer? Next { get; init; }

    /// <summary>The reply to an answer whose document, if any, has been kept.</summary>
    public static CommandReply Of(CommandAnswer answer, FileLink? file) => new()
    {
        Message = answer.Message,
        Refused = answer.Refused,
        File = file,
        FieldProblems = answer.FieldProblems is { Count: > 0 } problems ? problems : null,
        Undo = answer.Undo,
        Next = answer.Next,
    };
}

/// <summary>Where a document is, for a short while.</summary>
public sealed record FileLink(string Url, string Name);
