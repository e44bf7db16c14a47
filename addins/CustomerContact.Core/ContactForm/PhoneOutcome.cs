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
        PhoneOutcome.Reached => "reached",
        PhoneOutcome.LeftMessage => "left message",
        PhoneOutcome.NoAnswer => "no answer",
        _ => throw new UnreachableException(),
    };

    /// <summary>The History entry of an attempt.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="note">Staff's note; empty for none.</param>
    /// <param name="callAgain">When to call again, in words; empty for no time.</param>
    public static string Entry(PhoneOutcome outcome, string note, string callAgain) =>
        $"Phoned: {Of(outcome)}.{(callAgain.Length > 0 ? $" To be called again {callAgain}." : "")}{(note.Length > 0 ? $" Note: {note}" : "")}";
}
