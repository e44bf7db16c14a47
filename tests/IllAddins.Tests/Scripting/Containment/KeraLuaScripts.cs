namespace IllAddins.Tests.Scripting.Containment;

/// <summary>What only Lua 5.4 lets a script write.</summary>
internal static partial class HostileScripts
{
    private static readonly (string, string)[] OfThisEngine =
    [
        ("local t = {} for i = 1, math.huge do t[i .. ''] = i end", TooManyKeys),
        ("local m = {} m.__call = setmetatable({}, m) return setmetatable({}, m)()", TooDeep),
        ("local t, m = {}, 2^19 - 1 for i = 1, 2^18 + 1 do t[i * m] = true end", TooManyKeys),
        ("local t, m = {}, 2^16 - 1 for i = 1, 2^15 + 1 do t[i * m] = true end", TooManyKeys),
        ("local x = setmetatable({}, {__name = ('x'):rep(1000000)}) return x + 1", "attempt to perform arithmetic on a xxx"),
        ("local t <close> = setmetatable({}, {__close = function() while true do end end})", TooLong),
        ("do local t <close> = setmetatable({}, {__close = function() while true do end end}) error('x') end", TooLong),
        ("local t = {} for i = 1, 1e5 do t = setmetatable({}, {__index = t}) end return t.x", "'__index' chain too long"),
        ("local e <close> = setmetatable({}, {__close = function() error({}) end}) error('x')", "an error with a table"),
        ("return -(0/0) ~= 0/0 and 1 // 0", "divide"),
        ("return math.mininteger // -1", "-9223372036854775808"),
        ("local function g(n) local s <close> = setmetatable({}, {__close = function() while true do end end}) if n > 0 then return g(n - 1) + 1 end while true do end end g(1000)", TooLong),
        ("local t = {} for i = 1, 200 do t[i] = 1 << i end return t[63] ~ t[62] >> 200", ""),
        ("return 1 << math.maxinteger", "0"),
        ("return math.maxinteger + 1 == math.mininteger", "True"),
        ("return math.maxinteger // 0.0", "Infinity"),
        ("return 5 % 0", "attempt to perform 'n"),
        ("for i = math.maxinteger - 1, math.maxinteger do end return 1", "1"),
        ("for i = 1, 10, 0 do end", "'for' step is zero"),
        ("local function f() local t <close> = setmetatable({}, {__close = function() f() end}) return 1 end f()", ""),
    ];
}
