namespace IllAddins.Host.Scripting.Answers;

/// <summary>What a constructor such as <c>Wait.Hours</c> made, with the reason given to it.</summary>
public sealed record MadeAnswer(ScriptAnswer Answer, string? Reason);
