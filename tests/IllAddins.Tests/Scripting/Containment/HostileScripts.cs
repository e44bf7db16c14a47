namespace IllAddins.Tests.Scripting.Containment;

/// <summary>Scripts that try to stay, to grow, to break out or to spoil what others use; each is the body of RoutingDelay.</summary>
internal static partial class HostileScripts
{
    public const string TooLong = "ran longer than";
    public const string TooLarge = "needed more than";
    public const string TooDeep = "called each other too deeply";

    /// <summary>Part of the fault's text, or what the harmless answer is.</summary>
    public static IEnumerable<(string Body, string Expected)> All => [.. Endless, .. Slow, .. WithoutHaste, .. Tampering, .. Reaching, .. Odd];

    /// <summary>Those that another limit than that of time must stop.</summary>
    public static IEnumerable<(string Body, string Expected)> WithoutHaste => [.. Large, .. Deep, .. Patterns];

    private static readonly (string, string)[] Endless =
    [
        ("while true do end", TooLong),
        ("repeat until false", TooLong),
        ("for i = 1, math.huge do end", TooLong),
        ("for i = 1, math.maxinteger do end", TooLong),
        ("::again:: goto again", TooLong),
        ("local function f() return f() end return f()", TooLong),
        ("while true do pcall(function() while true do end end) end", TooLong),
        ("while true do pcall(error) end", TooLong),
        ("xpcall(function() while true do end end, function() while true do end end)", TooLong),
        ("xpcall(error, function() while true do end end)", TooLong),
        ("while true do xpcall(function() error('x') end, function(e) error(e) end) end", TooLong),
        ("table.sort({3, 2, 1}, function(a, b) while true do end end)", TooLong),
        ("local t = {} for i = 1, 50000 do t[i] = i % 7 end while true do table.sort(t, rawequal) end", ""),
        ("(('x'):rep(10)):gsub('x', function() while true do end end)", TooLong),
        ("for a in ('x'):gmatch('x') do while true do end end", TooLong),
        ("local t = setmetatable({}, {__index = function() while true do end end}) return t.x", TooLong),
        ("local t = setmetatable({}, {__newindex = function() while true do end end}) t.x = 1", TooLong),
        ("local t = setmetatable({}, {__eq = function() while true do end end}) return t == setmetatable({}, {})", TooLong),
        ("local t = setmetatable({}, {__tostring = function() while true do end end}) return tostring(t)", TooLong),
        ("local t = setmetatable({}, {__tostring = function() while true do end end}) return ('%s'):format(t)", TooLong),
        ("local t = setmetatable({}, {__pairs = function() while true do end end}) for k in pairs(t) do end", TooLong),
        ("local t = setmetatable({}, {__len = function() while true do end end}) return #t", TooLong),
        ("local t = setmetatable({}, {__concat = function() while true do end end}) return t .. 'x'", TooLong),
        ("local t <close> = setmetatable({}, {__close = function() while true do end end})", TooLong),
        ("do local t <close> = setmetatable({}, {__close = function() while true do end end}) error('x') end", TooLong),
        ("local t = setmetatable({}, {__index = function(_, k) return k end}) for _ in ipairs(t) do end", TooLong),
        ("table.move({}, 1, 1 << 60, 2)", TooLong),
        ("table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 'x')", TooLong),
        ("table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)", TooLong),
        ("table.concat(setmetatable({}, {__index = table.concat}), '', 1, 1 << 60)", TooLong),
        ("local s = '' local t = {} setmetatable(t, {__index = function() return s end}) table.concat(t, '', 1, 1 << 60)", TooLong),
        ("local a, b, t = ('x'):rep(1 << 23) .. 'a', ('x'):rep(1 << 23) .. 'b', {} for i = 1, 9000 do t[i] = i % 2 == 0 and a or b end table.sort(t)", TooLong),
        ("local a, b = ('x'):rep(1 << 23) .. 'a', ('x'):rep(1 << 23) .. 'b' while a < b do end", TooLong),
        ("local a = ('1'):rep(1 << 23) while true do local x = a + 1 end", TooLong),
        ("local a = ('ż'):rep(1 << 22) while true do utf8.len(a) end", TooLong),
        ("local a = ('x'):rep(1 << 22) while true do a:upper():lower():reverse() end", TooLong),
        ("local s = ('x'):rep(1 << 20) while true do s:find('y', 1, true) end", TooLong),
        ("return #(''):rep(1 << 60)", "0"),
        ("return #(''):rep(1 << 60, '')", "0"),
        ("while true do local ok = pcall(string.rep, 'x', -1) end", TooLong),
        ("while true do local x = request.LoanTitle end", TooLong),
        ("while true do pcall(function() return request.Nonsense end) end", TooLong),
        ("while true do os.date('%c') end", TooLong),
        ("while true do for k, v in pairs(request) do end end", TooLong),
        ("for w in function() return 1 end do end", TooLong),
        ("return select('#', table.unpack({}, 1, 1e8))", "too many results to unpack"),
    ];

    private static readonly (string, string)[] Large =
    [
        ("return #('x'):rep(1 << 30)", TooLarge),
        ("return #('x'):rep(math.maxinteger)", "resulting string too large"),
        ("return #('x'):rep(1 << 20, ('y'):rep(1 << 20))", "resulting string too large"),
        ("return #('x'):rep(1 << 20, ('y'):rep(1 << 9))", TooLarge),
        ("local s = 'x' while true do s = s .. s end", TooLarge),
        ("local s = 'x' while true do s = s .. s .. s end", TooLarge),
        ("local t = {} while true do t[#t + 1] = {} end", TooLarge),
        ("local t = {} for i = 1, math.huge do t[i] = i end", TooLarge),
        ("local t = {} for i = 1, math.huge do t[i .. ''] = i end", TooManyKeys),
        ("local t = {} while true do t[#t + 1] = function() return t end end", TooLarge),
        ("local t = {} while true do t = {t, t} end", TooLarge),
        ("local s = ('x'):rep(1 << 20) local t = {} for i = 1, 100 do t[i] = s end return #table.concat(t)", TooLarge),
        ("local s = ('x'):rep(1 << 20) return #('%s%s%s%s%s%s%s%s%s%s'):rep(10):format(table.unpack((function() local t = {} for i = 1, 100 do t[i] = s end return t end)()))", TooLarge),
        ("return #(('x'):rep(1 << 16)):gsub('x', ('y'):rep(1 << 16))", TooLarge),
        ("return #(('x'):rep(1 << 12)):gsub('x', function() return ('y'):rep(1 << 16) end)", TooLarge),
        ("local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(1000) .. #t end end) end", TooLarge),
        ("while true do pcall(string.rep, 'x', 1 << 30) end", TooLarge),
        ("pcall(string.rep, 'x', 1 << 30) return 5", TooLarge),
        ("local s = ('x'):rep(20 << 20) local t = s:upper() return #t", TooLarge),
        ("return #table.pack(table.unpack({}, 1, 990000)) + #table.pack(table.unpack({}, 1, 990000))", ""),
        ("local keep = {} for i = 1, 1e9 do keep[i] = (('a'):rep(50000)):gsub('a', 'b') .. i end", ""),
    ];

    private static readonly (string, string)[] Deep =
    [
        ("local function f() return 1 + f() end return f()", ""),
        ("local function f() pcall(f) end f()", ""),
        ("local function f() return pcall(f) end return f()", ""),
        ("local function f() return f, pcall(f), f() end f()", ""),
        ("local function f(a) return (('x'):gsub('x', f)) end return f()", TooDeep),
        ("local function f() table.sort({1, 2}, f) end f()", "nested too deeply"),
        ("local t = setmetatable({}, {}) local m = {__index = function(t, k) return t[k .. 'x'] end} return setmetatable({}, m).x", ""),
        ("local t = {} for i = 1, 1e5 do t = setmetatable({}, {__index = t}) end return t.x", "'__index' chain too long"),
        ("local t = setmetatable({}, {}) local m = {} m.__tostring = function(s) return tostring(s) end return tostring(setmetatable({}, m))", "nested too deeply"),
        ("local m = {} m.__call = setmetatable({}, m) return setmetatable({}, m)()", TooDeep),
        ("local m = {__call = pcall} return setmetatable({}, m)()", ""),
        ("local function f(...) return f(1, ...) end f()", ""),
    ];

    private static readonly (string, string)[] Patterns =
    [
        ("return (('a'):rep(30)):find(('a?'):rep(30) .. ('a'):rep(30))", "steps and was stopped"),
        ("return (('a'):rep(40)):match(('a*'):rep(20) .. 'b')", "steps and was stopped"),
        ("return (('a'):rep(40)):gsub(('a-'):rep(20) .. 'b', 'x')", "steps and was stopped"),
        ("for w in (('a'):rep(40)):gmatch(('a*'):rep(20) .. 'b') do end", "steps and was stopped"),
        ("return (('a'):rep(1 << 22)):find('.-b')", "steps and was stopped"),
        ("while true do pcall(string.find, ('a'):rep(40), ('a*'):rep(20) .. 'b') end", TooLong),
        ("return ('a'):find(('('):rep(40))", "too many captures"),
        ("return (('a'):rep(500)):find(('a?'):rep(500))", "pattern too complex"),
        ("return ('a'):find(('.'):rep(1 << 20))", "the pattern is longer than 10000 bytes"),
        ("return (('x'):rep(1 << 22)):find(('('):rep(1 << 18) .. 'y' .. ('x'):rep(1 << 18), 1, true)", "nil"),
        ("local s = ('a'):rep(1 << 21) return s:find(('a'):rep(1 << 19) .. 'b' .. ('a'):rep(1 << 19), 1, true)", "steps and was stopped"),
        ("return (('('):rep(1 << 20)):find(('%b()'):rep(10))", "steps and was stopped"),
        ("return (('ab'):rep(1 << 18)):find('(.-)(.-)(.-)%1%2%3c')", "steps and was stopped"),
    ];

    private static readonly (string, string)[] Tampering =
    [
        ("string.find = nil", "string.find cannot be set: the library belongs to the host."),
        ("string.x = 1", "string.x cannot be set: the library belongs to the host."),
        ("table.insert(string, 1)", "string.1 cannot be set: the library belongs to the host."),
        ("tostring = nil", "globals are read-only"),
        ("_G.pairs = nil", "globals are read-only"),
        ("_ENV.pairs = nil", "globals are read-only"),
        ("_G._G = {}", "globals are read-only"),
        ("setmetatable(_G, {})", "cannot change a protected metatable"),
        ("setmetatable(string, {})", "cannot change a protected metatable"),
        ("setmetatable('', {})", "table expected, got string"),
        ("(''):x()", "attempt to call a nil value (method 'x')"),
        ("('').find = 1", "attempt to index a string value"),
        ("local _, g = pairs(_G) g.evil = 1", "attempt to index a nil value (local 'g')"),
        ("local _, s = pairs(string) s.find = nil", "attempt to index a nil value (local 's')"),
        ("local n = next(string) string[n] = nil", "cannot be set: the library belongs to the host."),
        ("return rawset == nil and rawget == nil and getmetatable == nil and rawlen == nil", "True"),
        ("setmetatable({}, {__gc = function() while true do end end})", "setmetatable with __gc is not available"),
        ("setmetatable({}, {__mode = 'k'})", "setmetatable with __mode is not available"),
        ("local m = setmetatable({}, {__index = {__gc = print}}) setmetatable({}, m) return 1", "1"),
        ("local t = setmetatable({}, {__metatable = 1}) setmetatable(t, nil)", "cannot change a protected metatable"),
        ("table.sort(_G)", ""),
        ("for k in pairs(_G) do if k == '_G' then return k end end", ""),
        ("setmetatable({}, string) return 1", "1"),
        ("request.User = nil", "request.User cannot be set"),
        ("table.move({1, 2}, 1, 2, 1, request)", "request.1 cannot be set"),
        ("os.time(request)", "request.year is no field."),
    ];

    private static readonly (string, string)[] Reaching =
    [
        ("io.open('/etc/passwd')", "attempt to index a nil value (global 'io')"),
        ("os.execute('true')", "attempt to call a nil value (field 'execute')"),
        ("os.exit()", "attempt to call a nil value (field 'exit')"),
        ("os.getenv('HOME')", "attempt to call a nil value (field 'getenv')"),
        ("os.remove('x')", "attempt to call a nil value (field 'remove')"),
        ("load('return 1')()", "attempt to call a nil value (global 'load')"),
        ("loadstring('return 1')", "attempt to call a nil value (global 'loadstring')"),
        ("dofile('/etc/passwd')", "attempt to call a nil value (global 'dofile')"),
        ("loadfile('/etc/passwd')", "attempt to call a nil value (global 'loadfile')"),
        ("require('os')", "require loads libraries"),
        ("package.loadlib('libc.so.6', 'system')", "attempt to index a nil value (global 'package')"),
        ("debug.getregistry()", "attempt to index a nil value (global 'debug')"),
        ("coroutine.wrap(function() while true do end end)()", "attempt to index a nil value (global 'coroutine')"),
        ("collectgarbage('stop')", "attempt to call a nil value (global 'collectgarbage')"),
        ("string.dump(function() end)", "attempt to call a nil value (field 'dump')"),
        ("luanet.load_assembly('System')", "attempt to index a nil value (global 'luanet')"),
        ("import('System.IO')", "attempt to call a nil value (global 'import')"),
        ("clr.System.IO.File.ReadAllText('/etc/passwd')", "attempt to index a nil value (global 'clr')"),
        ("return math.random()", "attempt to call a nil value (field 'random')"),
        ("return host", ""),
        ("return tostring(request) .. tostring({}) .. tostring(print) .. tostring(type)", "tabletablenilfunction"),
        ("return ('%s'):format(type)", "function"),
    ];

    private static readonly (string, string)[] Odd =
    [
        ("error(nil)", "an error without a message"),
        ("error({})", "an error with a table"),
        ("error(print)", "an error without a message"),
        ("error(function() end)", "an error with a function"),
        ("error(('x'):rep(1 << 22))", "xxx"),
        ("error('\\xff\\xfe')", "\ufffd"),
        ("error('a', math.maxinteger)", "a"),
        ("error('a', math.mininteger)", "a"),
        ("local e <close> = setmetatable({}, {__close = function() error({}) end}) error('x')", "an error with a table"),
        ("assert(false)", "assertion failed!"),
        ("assert(nil, {})", "an error with a table"),
        ("error('MAIN/notify.lua:99999999999999999999: x', 0)", "MAIN/notify.lua:99999999999999999999: x"),
        ("os.date(('%c'):rep(1 << 22))", "the format is longer than 1000 bytes"),
        ("return request[('x'):rep(1 << 22)]", "xxx... is no field."),
        ("return ('x'):rep(1 << 22)", "RoutingDelay answered with a text of 4194304 bytes; it may have 65536."),
        ("return 0/0", "NaN"),
        ("return -(0/0) ~= 0/0 and 1 // 0", "divide"),
        ("return math.mininteger // -1", "-9223372036854775808"),
        ("return '\\xff'", "\ufffd"),
        ("return table.unpack({}, 1, 200)", ""),
    ];
}
