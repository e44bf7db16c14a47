using IllAddins.Host.Scripting.Api;
using static IllAddins.Host.Scripting.Reference.Entry;

namespace IllAddins.Host.Scripting.Reference;

/// <summary>The library of numbers.</summary>
internal static class NumberEntries
{
    private static readonly ApiParameter X = Takes("x", "number", "A number.");
    private static readonly ApiParameter More = Takes("...", "number", "More numbers.");

    public static ApiSection Section { get; } = new()
    {
        Title = "Numbers (math)",
        About = "Without random: the same request gets the same answer.",
        Functions =
        [
            Function("math.abs", "number", "Without its sign.", X),
            Function("math.acos", "number", "The arc cosine, in radians.", X),
            Function("math.asin", "number", "The arc sine, in radians.", X),
            Function("math.atan", "number", "The arc tangent of y / x, in radians.", Takes("y", "number", "A number."), MayTake("x", "number", "1 where it is left out.")),
            Function("math.ceil", "integer", "The next whole number that is not less.", X),
            Function("math.cos", "number", "The cosine.", X),
            Function("math.deg", "number", "Radians in degrees.", X),
            Function("math.exp", "number", "e to the power of x.", X),
            Function("math.floor", "integer", "The next whole number that is not greater.", X),
            Function("math.fmod", "number", "What is left of x / y, with the sign of x.", X, Takes("y", "number", "A number.")),
            Function("math.log", "number", "The logarithm.", X, MayTake("base", "number", "e where it is left out.")),
            Function("math.max", "number", "The greatest.", X, More),
            Function("math.min", "number", "The least.", X, More),
            Function("math.modf", "number; number", "The whole part and the rest.", X),
            Function("math.rad", "number", "Degrees in radians.", X),
            Function("math.sin", "number", "The sine.", X),
            Function("math.sqrt", "number", "The square root.", X),
            Function("math.tan", "number", "The tangent.", X),
            Function("math.tointeger", "integer?", "As a whole number; nil where it is none.", Takes("x", "any", "A value.")),
            Function("math.type", "string?", "\"integer\" or \"float\"; nil for what is no number.", Takes("x", "any", "A value.")),
            Function("math.ult", "boolean", "Whether one whole number is below another, both taken without sign.", Takes("one", "integer", "A number."), Takes("other", "integer", "Another.")),
        ],
        Values =
        [
            Value("math.huge", "number", "Above every other number."),
            Value("math.maxinteger", "integer", "The greatest whole number."),
            Value("math.mininteger", "integer", "The least whole number."),
            Value("math.pi", "number", "3.14159..."),
        ],
    };
}
