namespace IllAddins.Tests.Scripting.Containment;

/// <summary>Scripts that try to stay, to grow, to break out or to spoil what others use; each is the body of RoutingDelay.</summary>
internal static partial class HostileScripts
{
    public const string TooLong = "ran longer than";
    public const string TooLarge = "needed more than";
    public const string TooDeep = "called each other too deeply";
    private const string NestedTooDeeply = "nested too deeply";
    private const string TooManyKeys = "a table had more than 16384 keys";

    /// <summary>What a limit says that ends a script.</summary>
    public static readonly string[] Stops = [TooLong, TooLarge, TooDeep, NestedTooDeeply, TooManyKeys];

    /// <summary>Part of the fault's text, or what the harmless answer is.</summary>
    public static IEnumerable<(string Body, string Expected)> All => [.. Endless, .. Slow, .. WithoutHaste, .. Tampering, .. Reaching, .. Odd, .. OfThisEngine];

    /// <summary>A whole script that does it when it is asked.</summary>
    public static string WhenAsked(string body) => $"function RoutingDelay(request) {body}\nend";

    /// <summary>A whole script that does it while it is loaded, and answers the index when it is asked.</summary>
    public static string WhenLoaded(string body, int index) => $"local request = {{}}\nlocal function run()\n{body}\nend\nlocal kept = run()\nfunction RoutingDelay() return {index} end";

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
        ("local m = {__eq = function() while true do end end} return setmetatable({}, m) == setmetatable({}, m)", TooLong),
        ("local t = setmetatable({}, {__tostring = function() while true do end end}) return tostring(t)", TooLong),
        ("local t = setmetatable({}, {__tostring = function() while true do end end}) return ('%s'):format(t)", TooLong),
        ("local t = setmetatable({}, {__pairs = function() while true do end end}) for k in pairs(t) do end", TooLong),
        ("local t = setmetatable({}, {__len = function() while true do end end}) return #t", TooLong),
        ("local t = setmetatable({}, {__concat = function() while true do end end}) return t .. 'x'", TooLong),
        ("local t = setmetatable({}, {__index = function(_, k) return k end}) for _ in ipairs(t) do end", TooLong),
        ("table.move({}, 1, 2^60, 2)", TooLong),
        ("table.insert(setmetatable({}, {__len = function() return 2^60 end}), 1, 'x')", TooLong),
        ("table.remove(setmetatable({}, {__len = function() return 2^60 end}), 1)", TooLong),
        ("table.concat(setmetatable({}, {__index = table.concat}), '', 1, 2^60)", TooLong),
        ("local s = '' local t = {} setmetatable(t, {__index = function() return s end}) table.concat(t, '', 1, 2^60)", TooLong),
        ("local a, b, t = ('x'):rep(2^23) .. 'a', ('x'):rep(2^23) .. 'b', {} for i = 1, 9000 do t[i] = i % 2 == 0 and a or b end table.sort(t)", TooLong),
        ("local a, b = ('x'):rep(2^23) .. 'a', ('x'):rep(2^23) .. 'b' while a < b do end", TooLong),
        ("local a = ('1'):rep(2^23) while true do local x = a + 1 end", TooLong),
        ("local a = ('ż'):rep(2^22) while true do utf8.len(a) end", TooLong),
        ("local a = ('x'):rep(2^22) while true do a:upper():lower():reverse() end", TooLong),
        ("local s = ('x'):rep(2^20) while true do s:find('y', 1, true) end", TooLong),
        ("return #(''):rep(2^60)", "0"),
        ("return #(''):rep(2^60, '')", "0"),
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
        ("return #('x'):rep(2^30)", TooLarge),
        ("return #('x'):rep(math.maxinteger)", "resulting string too large"),
        ("return #('x'):rep(2^20, ('y'):rep(2^20))", "resulting string too large"),
        ("return #('x'):rep(2^20, ('y'):rep(2^9))", TooLarge),
        ("local s = 'x' while true do s = s .. s end", TooLarge),
        ("local s = 'x' while true do s = s .. s .. s end", TooLarge),
        ("local t = {} while true do t[#t + 1] = {} end", TooLarge),
        ("local t = {} for i = 1, math.huge do t[i] = i end", TooLarge),
        ("local t = {} while true do t[#t + 1] = function() return t end end", TooLarge),
        ("local t = {} while true do t = {t, t} end", TooLarge),
        ("local s = ('x'):rep(2^20) local t = {} for i = 1, 100 do t[i] = s end return #table.concat(t)", TooLarge),
        ("local s = ('x'):rep(2^20) return #('%s%s%s%s%s%s%s%s%s%s'):rep(10):format(table.unpack((function() local t = {} for i = 1, 100 do t[i] = s end return t end)()))", TooLarge),
        ("return #(('x'):rep(2^16)):gsub('x', ('y'):rep(2^16))", TooLarge),
        ("return #(('x'):rep(2^12)):gsub('x', function() return ('y'):rep(2^16) end)", TooLarge),
        ("local t = {} while true do pcall(function() while true do t[#t + 1] = ('x'):rep(1000) .. #t end end) end", TooLarge),
        ("while true do pcall(string.rep, 'x', 2^30) end", TooLarge),
        ("pcall(string.rep, 'x', 2^30) return 5", TooLarge),
        ("local s = ('x'):rep(20 * 2^20) local t = s:upper() return #t", TooLarge),
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
        ("local function f() table.sort({1, 2}, f) end f()", NestedTooDeeply),
        ("local t = setmetatable({}, {}) local m = {__index = function(t, k) return t[k .. 'x'] end} return setmetatable({}, m).x", ""),
        ("local t = setmetatable({}, {}) local m = {} m.__tostring = function(s) return tostring(s) end return tostring(setmetatable({}, m))", NestedTooDeeply),
        ("local m = {__call = pcall} return setmetatable({}, m)()", ""),
        ("local function f(...) return f(1, ...) end f()", ""),
    ];

    private static readonly (string, string)[] Patterns =
    [
        ("return (('a'):rep(30)):find(('a?'):rep(30) .. ('a'):rep(30))", "steps and was stopped"),
        ("return (('a'):rep(40)):match(('a*'):rep(20) .. 'b')", "steps and was stopped"),
        ("return (('a'):rep(40)):gsub(('a-'):rep(20) .. 'b', 'x')", "steps and was stopped"),
        ("for w in (('a'):rep(40)):gmatch(('a*'):rep(20) .. 'b') do end", "steps and was stopped"),
        ("return (('a'):rep(2^22)):find('.-b')", "steps and was stopped"),
        ("while true do pcall(string.find, ('a'):rep(40), ('a*'):rep(20) .. 'b') end", TooLong),
        ("return ('a'):find(('('):rep(40))", "too many captures"),
        ("return (('a'):rep(500)):find(('a?'):rep(500))", "pattern too complex"),
        ("return ('a'):find(('.'):rep(2^20))", "the pattern is longer than 10000 bytes"),
        ("return (('x'):rep(2^22)):find(('('):rep(2^18) .. 'y' .. ('x'):rep(2^18), 1, true)", "nil"),
        ("local s = ('a'):rep(2^21) return s:find(('a'):rep(2^19) .. 'b' .. ('a'):rep(2^19), 1, true)", "steps and was stopped"),
        ("return (('('):rep(2^20)):find(('%b()'):rep(10))", "steps and was stopped"),
        ("return (('ab'):rep(2^18)):find('(.-)(.-)(.-)%1%2%3c')", "steps and was stopped"),
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
        ("(''):x()", "attempt to call a nil value"),
        ("('').find = 1", "attempt to index a string value"),
        ("local _, g = pairs(_G) g.evil = 1", "attempt to index a nil value"),
        ("local _, s = pairs(string) s.find = nil", "attempt to index a nil value"),
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
        ("io.open('/etc/passwd')", "attempt to index a nil value"),
        ("os.execute('true')", "attempt to call a nil value"),
        ("os.exit()", "attempt to call a nil value"),
        ("os.getenv('HOME')", "attempt to call a nil value"),
        ("os.remove('x')", "attempt to call a nil value"),
        ("load('return 1')()", "attempt to call a nil value"),
        ("loadstring('return 1')", "attempt to call a nil value"),
        ("dofile('/etc/passwd')", "attempt to call a nil value"),
        ("loadfile('/etc/passwd')", "attempt to call a nil value"),
        ("require('os')", "require loads libraries"),
        ("package.loadlib('libc.so.6', 'system')", "attempt to index a nil value"),
        ("debug.getregistry()", "attempt to index a nil value"),
        ("coroutine.wrap(function() while true do end end)()", "attempt to index a nil value"),
        ("collectgarbage('stop')", "attempt to call a nil value"),
        ("string.dump(function() end)", "attempt to call a nil value"),
        ("luanet.load_assembly('System')", "attempt to index a nil value"),
        ("import('System.IO')", "attempt to call a nil value"),
        ("clr.System.IO.File.ReadAllText('/etc/passwd')", "attempt to index a nil value"),
        ("return math.random()", "attempt to call a nil value"),
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
        ("error(('x'):rep(2^22))", "xxx"),
        ("error('\\xff\\xfe')", "\ufffd"),
        ("error('a', math.maxinteger)", "a"),
        ("error('a', math.mininteger)", "a"),
        ("assert(false)", "assertion failed!"),
        ("assert(nil, {})", "an error with a table"),
        ("error('MAIN/notify.lua:99999999999999999999: x', 0)", "MAIN/notify.lua:99999999999999999999: x"),
        ("os.date(('%c'):rep(2^12))", "the format is longer than 1000 bytes"),
        ("return request[('x'):rep(2^22)]", "xxx... is no field."),
        ("return ('x'):rep(2^22)", "RoutingDelay answered with a text of 4194304 bytes; it may have 65536."),
        ("return 0/0", "NaN"),
        ("return ('%99999d'):format(1)", "invalid"),
        ("return #('%99d'):format(1)", "99"),
        ("return #('%.99f'):format(1 / 3)", "101"),
        ("return #('%99.99f'):format(2^1000)", "402"),
        ("return (('%s'):rep(1000)):format(table.unpack({}, 1, 1000))", "nilnil"),
        ("return #(('%99s'):rep(4000)):format(table.unpack({}, 1, 4000))", "396000"),
        ("return ('%d'):format(1.5)", "number has no integer representation"),
        ("return ('%d'):format(3.0)", "3"),
        ("return math.huge", "Infinity"),
        ("return -math.huge", "-Infinity"),
        ("return -0.0", "0"),
        ("return 1e308 * 10 == math.huge and -(0 / 0) ~= 0 / 0", "True"),
        ("return tostring(2^53)", "9.007199254741e+15"),
        ("local t = {} t['a\\0b'] = 1 return t['a\\0b']", "1"),
        ("return request['Loan\\0Title']", "is no field."),
        ("return request[0 / 0]", "is no field."),
        ("local t = {} t[0 / 0] = 1", "index is NaN"),
        ("local t = {} t[nil] = 1", "index is nil"),
        ("return ('x'):sub(-2^62, 2^62) .. ('x'):byte(-2^62, 2^62) .. ('x'):find('x', -2^62)", "x1201"),
        ("return #('x'):rep(-2^62)", "0"),
        ("return tostring(setmetatable({}, {__tostring = function() return {} end}))", "'__tostring' must return a string"),
        ("local e e = setmetatable({}, {__tostring = function() error(e) end}) error(e)", "an error with a table"),
        ("local e e = setmetatable({}, {__index = function() error(e) end}) return e.x", "an error with a table"),
        ("local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end}) return t[1]", ""),
        ("local function f(n) if n == 0 then error({}) end local ok, e = pcall(f, n - 1) error(e) end f(150)", ""),
        ("return pcall(pcall, pcall, pcall, error, 'x')", "True"),
        ("return select('#', table.unpack({}, 1, 5000))", "5000"),
        ("return select(-1, table.unpack({}, 1, 5000))", "nil"),
        ("local function f(...) return select('#', ...) end return f(table.unpack({}, 1, 5000))", "5000"),
        ("local t = {table.unpack({}, 1, 5000)} return #t", "0"),
        ("return #string.char(table.unpack((function() local t = {} for i = 1, 5000 do t[i] = i % 256 end return t end)()))", "5000"),
        ("return math.max(table.unpack((function() local t = {} for i = 1, 5000 do t[i] = i end return t end)()))", "5000"),
        ("return tostring(1e15 + 0.5) .. tostring(-1e-7)", "1e+15-1e-07"),
        ("local a = {} local b = setmetatable(a, {__concat = function(x, y) return x .. y end}) return b .. b", ""),
        ("local a = setmetatable({}, {__lt = function(x, y) return x < y end}) return a < a", ""),
        ("local a = setmetatable({}, {__eq = function(x, y) return x == y end}) return a == setmetatable({}, {__eq = function() return 1 end})", ""),
        ("local a = setmetatable({}, {__unm = function(x) return -x end}) return -a", ""),
        ("for i = 1, 0 / 0 do return 'ran' end return 'none'", ""),
        ("for i = 1e308, math.huge, 1e308 do end return 'done'", ""),
        ("::a:: ::b:: do goto a end", TooLong),
        ("local s = 'x' for i = 1, 5 do s = s:gsub('x', ('x'):rep(60)) end return #s", ""),
        ("log(('x'):rep(2^22)) for i = 1, 1e5 do log(i) end return 1", ""),
        ("return '\\xff'", "\ufffd"),
        ("return table.unpack({}, 1, 200)", ""),
    ];
}
