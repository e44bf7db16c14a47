namespace IllAddins.Host.Cli;

/// <summary>What a verb says to the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some of the input was refused, or something needs staff; the rest was done.</summary>
    public const int SomeRefused = 1;

    /// <summary>Nothing could be done.</summary>
    public const int CannotRun = 2;
}
