namespace IllAddins.Host.Scripting.Reference;

/// <summary>Something that the two Lua engines do differently, and that a script which shall run on either leaves alone.</summary>
/// <param name="What">What a script would write or look at.</param>
/// <param name="KeraLua">What KeraLua, Lua 5.4 itself, does.</param>
/// <param name="MoonSharp">What MoonSharp does.</param>
/// <param name="Instead">What both do alike.</param>
public sealed record EngineDifference(string What, string KeraLua, string MoonSharp, string Instead);

/// <summary>All that the engines do differently; what is not named here the conformance tests hold them to.</summary>
public static class EngineDifferences
{
    public static IReadOnlyList<EngineDifference> All { get; } =
    [
        new("`10 / 2` or `2 ^ 3` as a text", "`5.0`, `8.0`", "`5`, `8`: whole numbers are not told from fractions, nor by `math.type`", "`(\"%d\"):format(10 / 2)`"),
        new("whole numbers beyond 2^53, `math.maxinteger`", "exact, and go round beyond 2^63", "fractions, exact to 2^53", "numbers below 2^53"),
        new("`//`, `&`, `|`, `~`, `<<`, `>>`, `<const>`, `<close>`", "Lua 5.4's", "an error that names the sign when the script is loaded", "`math.floor(a / b)`; plain locals"),
        new("`a % b` with a `b` below 0", "has the sign of `b`", "may have another", "a divisor above 0, or `math.fmod`"),
        new("`a % 0`", "an error for whole numbers", "no number", "a look at the divisor"),
        new("a fraction joined with `..`", "14 digits: `0.33333333333333`", "up to 17, and `1E+100`", "`(\"%.2f\"):format(x)` or `tostring(x)`"),
        new("reckoning with texts: `\"10\" + 5`", "where the text is a number", "the same, but `\"1,000\"` counts and `\"0x10\"` does not", "`tonumber(text)`, which is the same"),
        new("`a > b` and `a >= b` where one is no number (`0 / 0`)", "false", "true, as it asks whether `a <= b` is not", "`b < a` and `b <= a`"),
        new("`select(\"#\", ...)` without any values", "0", "1, and `...` hands on a nil", "a parameter with a name"),
        new("`t[#t + 1] = f()` where `f` changes `t`", "the place is worked out first", "`f` is called first", "`local value = f()` and then the assignment"),
        new("`0 / 0` as a text", "`-nan` or `nan`", "`nan`", "`x ~= x`"),
        new("the wording of Lua's own errors", "`attempt to index a nil value (field 'x')`", "`attempt to index a nil value`", "file and line, and `error(\"...\")` with words of your own"),
        new("`error(text, 2)` in a function that `return f()` has called", "the line that called the outer one", "the line of that `return`", "`error(text)`"),
        new("a chain of more than 100 tables, each the `__index` of the one before", "is followed", "an error", "fewer"),
        new("a `__eq` that only one of two tables has, or of a table made while loading and one made in the call", "is asked", "is not asked", "a function `same(a, b)`"),
        new("a metamethod put in the place of another after `setmetatable`, and a `__call` that is a table", "counts", "does not; is an error", "functions, put in before"),
        new("a table with more than 16,384 keys that are not 1, 2, 3 and so on", "an error", "is only held to the memory limit", "fewer"),
        new("a function that an add-in offers, `BranchSlips.Shelf(place)`", "is called", "is not offered: `attempt to index a nil value`", "what the request and the host tell"),
        new("the limit of memory", "what the script holds", "what one call allocates, whether it still holds it or not", "little of either"),
    ];
}
