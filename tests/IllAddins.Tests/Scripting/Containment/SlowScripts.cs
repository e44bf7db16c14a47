namespace IllAddins.Tests.Scripting.Containment;

/// <summary>Scripts that make one step inside the engine slow, where a limit may not reach, and traps laid while a script is loaded.</summary>
internal static partial class HostileScripts
{
    // Keys that share one place in a table of 2^n entries are multiples of 2^n - 1.
    private static readonly (string, string)[] Slow =
    [
        ("local m = 2^14 - 1 while true do local t = {} for i = 1, 2^13 + 1 do t[i * m] = true end end", TooLong),
        ("local m = 2^13 - 1 while true do local t = {} for i = 1, 2^12 + 1 do t[i * m] = true end end", TooLong),
        ("local t, m = {}, 2^13 - 1 for i = 1, 4096 do t[i * m] = true end setmetatable(t, {__index = t}) while true do pcall(function() return t[-m] end) end", TooLong),
        ("return #table.concat(setmetatable({}, {__index = type}), '', 1, 2^60)", ""),
        ("table.sort(setmetatable({}, {__len = function() return 2^60 end}))", ""),
        ("table.sort(setmetatable({}, {__len = function() return 2^31 - 2 end, __index = type, __newindex = rawequal}))", ""),
        ("local t = {} for i = 1, 4000 do t[i] = ('x'):rep(5000) .. (i * 7919 % 4000) end while true do table.sort(t) end", TooLong),
        ("return #('x'):rep(30 * 2^20)", TooLarge),
        ("while true do local x = #('x'):rep(10 * 2^20) end", TooLong),
        ("while true do local x = #(''):rep(10 * 2^20, 'x') end", TooLong),
        ("local s = ('x'):rep(900000) return #s:match(('('):rep(31) .. '.*' .. (')'):rep(31))", ""),
        ("local s = ('x'):rep(900000) return select('#', s:find(('('):rep(31) .. '.*' .. (')'):rep(31)))", ""),
        ("local s = ('('):rep(10 * 2^20) while true do pcall(string.find, s, '%b()') end", TooLong),
        ("local p = ('a?'):rep(30) .. 'b' while true do pcall(string.find, ('a'):rep(15), p) end", TooLong),
        ("local a, b = ('a\\0'):rep(2^22) .. '1', ('a\\0'):rep(2^22) .. '2' while true do local x = a < b end", TooLong),
        ("local s = ('\\0'):rep(2^20) while true do local x = ('%q'):format(s) end", TooLong),
        ("local a = ('9'):rep(2^22) while true do local x = tonumber(a) or tonumber(a, 16) end", TooLong),
        ("local t = {} for i = 1, 100000 do t[i] = {} end while true do local s = ('x'):rep(250000) end", TooLong),
        ("local t = {} for i = 1, 150000 do t[i] = {{}} end while true do pcall(string.rep, 'x', 2^23) end", TooLarge),
        ("local s = string for i = 1, 90 do s = setmetatable({}, {__index = s}) end while true do local x = s.find end", TooLong),
        ("while true do pcall(error, setmetatable({}, {__tostring = function() while true do end end})) end", TooLong),
        ("while true do pcall(function() return request[('Transaction'):rep(20)] end) end", TooLong),
        ("while true do os.date(('%c'):rep(500)) end", TooLong),
        ("error(setmetatable({}, {__tostring = function() while true do end end}))", "an error with a table"),
        ("return (('x'):rep(2^20) .. '%p'):format('x')", "invalid conversion '%p' to 'format'"),
    ];

    /// <summary>Whole scripts.</summary>
    public static (string Script, string Expected)[] Traps =>
    [
        ("local m = {}\nt = setmetatable({}, m)\nm.__gc = function() while true do end end\nfunction RoutingDelay() return 1 end", "1"),
        ("t = setmetatable({}, _G)\nfunction __gc() while true do end end\nfunction RoutingDelay() return 1 end", "1"),
        ("function __index() while true do end end\nt = setmetatable({}, _G)\nfunction RoutingDelay() return t.x end", TooLong),
        ("t = setmetatable({}, string)\nfunction RoutingDelay() return tostring(next(string) ~= nil) .. ('a'):rep(2) end", "trueaa"),
        ("local t, m = {}, 2^19 - 1\nfor i = 1, 2^18 + 1 do t[i * m] = true end\nfunction RoutingDelay() return 1 end", ""),
        ("t = {}\nfor i = 1, 100000 do t[i] = function() return i end end\nfunction RoutingDelay() return #t end", ""),
        ("local m = setmetatable({}, {__pairs = function() while true do end end, __len = function() while true do end end})\nt = setmetatable({}, m)\nfunction RoutingDelay() return 1 end", "1"),
        ("t = setmetatable({}, {__index = function() while true do end end, __newindex = function() while true do end end})\nfunction RoutingDelay() return t[1] end", TooLong),
        ("t = setmetatable({}, {__metatable = 'x', __name = 'y', __close = 1, __mode = nil})\nfunction RoutingDelay() return tostring(t) end", "y"),
        ("local next_of = pairs({[function() end] = 1})\nfunction RoutingDelay() return type(next_of()) end", "RoutingDelay changed 'i', a local variable outside the function."),
        ("RoutingDelay = setmetatable({}, {__call = function() while true do end end})", "RoutingDelay is a table; it must be a function"),
        ("RoutingDelay = pcall", "False"),
        ("RoutingDelay = error", "an error with a table"),
        ("RoutingDelay = tostring", "table"),
        ("RoutingDelay = ipairs", "Unusable"),
        ("RoutingDelay = setmetatable", "cannot change a protected metatable"),
        ("while true do end", TooLong),
        ("error(setmetatable({}, {__tostring = function() while true do end end}))", "an error with a table"),
        ("return RoutingDelay", "NoHook"),
        ("_ENV = setmetatable({}, {__index = function() while true do end end})\nfunction RoutingDelay() end", "NoHook"),
        ("local _ENV = {}\nfunction RoutingDelay() while true do end end", "NoHook"),
    ];
}
