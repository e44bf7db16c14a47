namespace IllAddins.Tests.Scripting.Containment;

/// <summary>What only this engine lets a script write, or does in .NET where a limit may not reach.</summary>
internal static partial class HostileScripts
{
    private static readonly (string, string)[] OfThisEngine =
    [
        ("local m = {} local t = setmetatable({}, m) m.__call = t return t()", "the __call of a metatable is a table; it must be a function"),
        ("local m = {__call = type} local t = setmetatable({}, m) m.__call = t return t()", "table"),
        ("local t = type for i = 1, 100000 do t = setmetatable({}, {__call = t}) end return t()", "it must be a function"),
        ("local m = {} local t = setmetatable({}, m) m.__iterator = function() for x in t do end end for x in t do end", ""),
        ("local t = setmetatable({}, {__iterator = 1}) for x in t do end", ""),
        ("local t = setmetatable({}, {__iterator = function() while true do end end}) for x in t do end", "attempt to call a table value"),
        ("for x in {1, 2, 3} do end return 1", ""),
        ("local t = {} for i = 1, 1e5 do t = setmetatable({}, {__index = t}) end return t.x", ""),
        ("local f = |x| x + 1 return f(1)", "'|' is Lua 5.4 and not known to MoonSharp"),
        ("return 1 != 2", "unexpected symbol near '!'"),
        ("return 7 // 2", "'//' is Lua 5.4 and not known to MoonSharp, the engine of this host; write math.floor(a / b) in its place"),
        ("local t = ${1, 2}", "unexpected symbol near '$'"),
        ("while true do local s = 'a' .. 1.5 end", TooLong),
        ("local t = {} for i = 1, 200000 do t[i] = i end while true do t[200000] = nil local n = #t t[200000] = 1 end", TooLong),
        ("local t = {} for i = 1, 100000 do t[i * 1.5] = i end while true do for i = 1, 100000 do t[i * 1.5] = nil end next(t) end", TooLong),
        ("while true do pcall(error, {}) end", TooLong),
        ("while true do pcall(string.rep) end", TooLong),
        ("while true do tostring(nil):x() end", "attempt to call a nil value"),
    ];
}
