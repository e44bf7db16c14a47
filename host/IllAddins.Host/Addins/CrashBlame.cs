namespace IllAddins.Host.Addins;

/// <summary>Which add-in brought a process down.</summary>
public static class CrashBlame
{
    /// <summary>Blames the add-in whose code stands innermost on the stack that the process printed; where none can be told, those that were being called.</summary>
    /// <param name="left">What the process left.</param>
    /// <param name="addins">The names of the add-ins that are there.</param>
    /// <returns>None where the process was killed from outside, or crashed by a fault of the host.</returns>
    public static IReadOnlyList<MarkedCall> Of(LeftRun left, IReadOnlyList<string> addins)
    {
        if (left.Words.Length == 0)
            return [];
        var known = addins.Concat(left.Calls.Select(call => call.Addin)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var onStack = left.Words.Split('\n').Select(line => known.Find(addin => IsOf(line, addin))).FirstOrDefault(addin => addin is not null);
        if (onStack is not null)
            return [left.Calls.FirstOrDefault(call => Same(call.Addin, onStack)) ?? new MarkedCall(onStack, "", CallWords.OwnWork)];
        if (left.Words.StartsWith("Unhandled exception", StringComparison.Ordinal))
            return [];
        // The core add-in's sweeps are under way at most times; it is blamed where nobody else can be.
        return left.Calls.Any(call => !CoreAddin.Is(call.Addin)) ? [.. left.Calls.Where(call => !CoreAddin.Is(call.Addin))] : left.Calls;
    }

    private static bool IsOf(string line, string addin) =>
        line.TrimStart() is var frame
        && (frame.StartsWith($"at {addin}.", StringComparison.Ordinal) || frame.StartsWith($"at IllAddins.{addin}.", StringComparison.Ordinal));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
