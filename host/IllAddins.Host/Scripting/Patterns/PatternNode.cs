namespace IllAddins.Host.Scripting.Patterns;

/// <summary>What one part of a pattern does.</summary>
internal enum NodeKind : byte
{
    Byte,
    Any,
    Set,
    Balanced,
    Frontier,
    BackReference,

    // What follows here ends the walk from part to part, or goes on in a walk of its own.
    OpenCapture,
    OpenPosition,
    CloseCapture,
    AtEnd,
    Matched,
    Malformed,
}

/// <summary>How often a byte, any or set may stand in a row.</summary>
internal enum Times : byte
{
    Once,
    Maybe,
    Most,
    AtLeastOnce,
    Fewest,
}

/// <summary>One part of a pattern.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Times">How often, for the kinds that compare one byte.</param>
/// <param name="First">The byte; the opening byte of a balanced pair; the number of a back reference.</param>
/// <param name="Last">The closing byte of a balanced pair.</param>
/// <param name="Place">Where its set, or for a malformed part its message, stands in the pattern.</param>
internal readonly record struct PatternNode(NodeKind Kind, Times Times = Times.Once, byte First = 0, byte Last = 0, int Place = 0);
