namespace IllAddins.Host.Requests;

/// <summary>Why a row cannot be taken into the record.</summary>
public sealed record FieldProblem
{
    /// <summary>The column it is about; null where it is about the row as a whole.</summary>
    public string? Column { get; init; }

    /// <summary>What stands there, in words; a value in single quotes.</summary>
    public required string Found { get; init; }

    /// <summary>What could be taken instead.</summary>
    public required string Expected { get; init; }

    /// <summary>What to do about it, as a sentence; null where that goes without saying.</summary>
    public string? Remedy { get; init; }

    /// <summary>The problem as one line of text, e.g. <c>TransactionNumber: found '12x', expected a whole number from 1 to 2147483647.</c></summary>
    public string Words
    {
        get
        {
            var words = Column is null ? RecordWords.Problem(Found, Expected) : RecordWords.ProblemOfColumn(Column, Found, Expected);
            return Remedy is null ? words : $"{words} {Remedy}";
        }
    }

    /// <summary>A value as it is shown: in single quotes, without control characters, its first 40 characters.</summary>
    public static string Quote(string value)
    {
        const int Shown = 40;
        var text = value.Length > Shown ? value[..Shown] : value;
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return value.Length > Shown
            ? RecordWords.LongValue(clean, value.Length)
            : $"'{clean}'";
    }
}
