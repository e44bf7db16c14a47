using System.Diagnostics;

namespace IllAddins.CustomerContact.Core.ContactForm;

/// <summary>What came of phoning a patron; the names are stored.</summary>
public enum PhoneOutcome
{
    /// <summary>The patron was told: the request moves on.</summary>
    Reached,

    LeftMessage,

    NoAnswer,
}

/// <summary>Attempts to phone in words.</summary>
public static class PhoneWords
{
    /// <summary><c>reached</c>, <c>left message</c>, <c>no answer</c>.</summary>
    public static string Of(PhoneOutcome outcome) => outcome switch
    {
        PhoneOutcome.Reached => CallWords.Reached,
        PhoneOutcome.LeftMessage => CallWords.LeftMessage,
        PhoneOutcome.NoAnswer => CallWords.NoAnswer,
        _ => throw new UnreachableException(),
    };

    /// <summary>The History entry of an attempt.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="note">Staff's note; empty for none.</param>
    /// <param name="callAgain">When to call again, in words; empty for no time.</param>
    public static string Entry(PhoneOutcome outcome, string note, string callAgain) =>
        $"{CallWords.Phoned(Of(outcome))}{(callAgain.Length > 0 ? $" {CallWords.CallAgain(callAgain)}" : "")}{(note.Length > 0 ? $" {CallWords.Note(note)}" : "")}";
}
