using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Conformance;

/// <summary>What scripts may rely on, whichever engine is compiled in; the table in scripts/README.md says the same in words.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("local a, b, c = 1, 2 return tostring(a) .. tostring(b) .. tostring(c)", "12nil")]
    [InlineData("local a, b = 1, 2 a, b = b, a return a .. '' .. b", "21")]
    [InlineData("local s = '' for i = 1, 3 do s = s .. i end return s", "123")]
    [InlineData("local s = '' for i = 3, 1, -1 do s = s .. i end return s", "321")]
    [InlineData("local s = '' for i = 1, 0 do s = s .. i end return s", "")]
    [InlineData("local i = 0 while true do i = i + 1 if i == 5 then break end end return tostring(i == 5)", "true")]
    [InlineData("local i = 0 repeat local done = i == 3 i = i + 1 until done return tostring(i == 4)", "true")]
    [InlineData("local s = '' for i = 1, 4 do if i == 2 then goto next end s = s .. i ::next:: end return s", "134")]
    [InlineData("local f = {} for i = 1, 3 do f[i] = function() return i end end return f[1]() .. '' .. f[2]() .. f[3]()", "123")]
    [InlineData("local function count(...) return select('#', ...) end return tostring(count(nil, nil)) .. count(nil) .. count(1, 2, 3)", "213")]
    [InlineData("local function all(...) local t = {...} return t[1] .. t[2] end return all('a', 'b')", "ab")]
    [InlineData("local function two() return 1, 2 end local t = {two(), two()} return tostring(#t)", "3")]
    [InlineData("local function two() return 1, 2 end return tostring(select('#', (two())))", "1")]
    [InlineData("local function f(n) if n == 0 then return 'end' end return f(n - 1) end return f(10000)", "end")]
    [InlineData("local function fact(n) return n < 2 and 1 or n * fact(n - 1) end return tostring(fact(10) == 3628800)", "true")]
    [InlineData("return tostring(nil == false) .. tostring(0 and 1) .. tostring(not 0) .. tostring('' and true)", "false1falsetrue")]
    [InlineData("return tostring(1 == '1') .. tostring('a' ~= 'b') .. tostring({} == {})", "falsetruefalse")]
    [InlineData("return tostring(1 < 2 and 'a' < 'b' and 'Z' < 'a' and not ('b' < 'a'))", "true")]
    [InlineData("return 'a' .. 1 .. 'b'", "a1b")]
    [InlineData("return ('x') .. [[\n<b>]] .. [==[ ]] ]==]", "x<b> ]] ")]
    [InlineData("return '\\65\\x42\\z   C\\t|\\\\|\\''", "ABC\t|\\|'")]
    [InlineData("--[[ a long\ncomment ]] --[==[ another ]==] return 'x' -- end", "x")]
    [InlineData("local t = {1, 2, [10] = 3, x = 4, ['y z'] = 5; 6} return tostring(#t) .. t[3] .. t[10] .. t.x .. t['y z']", "36345")]
    [InlineData("local t = {a = {b = {c = 'deep'}}} return t.a.b.c", "deep")]
    [InlineData("local o = {n = 'me'} function o:name(x) return self.n .. x end return o:name('!')", "me!")]
    [InlineData("local ok, e = pcall(function() error('x', 0) end) return tostring(ok) .. e", "falsex")]
    [InlineData("local ok, a, b = pcall(function() return 1, 2 end) return tostring(ok) .. a .. b", "true12")]
    [InlineData("local ok, e = pcall(error, {code = 7}) return tostring(ok) .. e.code", "false7")]
    [InlineData("local ok, e = xpcall(function() error('x', 0) end, function(e) return e .. '!' end) return tostring(ok) .. e", "falsex!")]
    [InlineData("local ok, e = pcall(function() local ok, e = pcall(error, 'in', 0) error(e .. ' out', 0) end) return e", "in out")]
    [InlineData("return type(nil) .. type(1) .. type('') .. type({}) .. type(type) .. type(true)", "nilnumberstringtablefunctionboolean")]
    [InlineData("return tostring(nil) .. tostring(true) .. tostring({}) .. tostring(function() end)", "niltruetablefunction")]
    [InlineData("return tostring(undefined)", "nil")]
    [InlineData("return tostring(_G.tostring == tostring)", "true")]
    public void A_program_means_the_same_on_every_engine(string body, string expected) => Assert.Equal(new ScriptAnswer.Value(expected), Lua.Body(body));

    [Theory]
    [InlineData("__index = function(_, k) return k .. '!' end", "return t.x", "x!")]
    [InlineData("__index = {x = 'y'}", "return t.x", "y")]
    [InlineData("__newindex = function() end", "t.x = 1 return tostring(t.x)", "nil")]
    [InlineData("__call = function(_, a, b) return a .. b end", "return t('a', 'b')", "ab")]
    [InlineData("__tostring = function() return 'me' end", "return tostring(t)", "me")]
    [InlineData("__len = function() return 7 end", "return tostring(#t)", "7")]
    [InlineData("__unm = function() return 'neg' end", "return -t", "neg")]
    [InlineData("__concat = function(a, b) return 'joined' end", "return t .. 'x'", "joined")]
    [InlineData("__add = function() return 'a' end, __sub = function() return 's' end, __mul = function() return 'm' end", "return (t + 1) .. (1 - t) .. (t * t)", "asm")]
    [InlineData("__div = function() return 'd' end, __mod = function() return 'o' end, __pow = function() return 'p' end", "return (t / 1) .. (t % 1) .. (t ^ 2)", "dop")]
    [InlineData("__lt = function(a, b) return a.n < b.n end, __le = function(a, b) return a.n <= b.n end", "local u = setmetatable({n = 2}, m) t.n = 1 return tostring(t < u) .. tostring(t <= t) .. tostring(t > u) .. tostring(u >= t)", "truetruefalsetrue")]
    [InlineData("__eq = function() return true end", "return tostring(t == setmetatable({}, m)) .. tostring(t == 1) .. tostring(rawequal(t, {}))", "truefalsefalse")]
    [InlineData("__pairs = function(s) return function(_, k) if not k then return 'k', 'v' end end, s, nil end", "for k, v in pairs(t) do return k .. v end", "kv")]
    public void Metatables_mean_the_same_on_every_engine(string meta, string body, string expected) => Assert.Equal(
        new ScriptAnswer.Value(expected),
        Lua.Body($"local m = {{{meta}}} local t = setmetatable({{}}, m) {body}"));

    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("-3", -3.0)]
    [InlineData("2 ^ 0.5 * 2 ^ 0.5 > 2 and 1 or 0", 1.0)]
    public void A_number_is_answered_as_its_value(string expression, double expected) =>
        Assert.Equal(expected, Convert.ToDouble(Lua.Value(expression), System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Texts_truths_and_nil_are_answered_as_they_are()
    {
        Assert.Equal("Łąkowa", Lua.Value("'Łąkowa'"));
        Assert.Equal(true, Lua.Value("1 == 1"));
        Assert.Null(Lua.Value("nil"));
        Assert.Equal(new ScriptAnswer.Unusable("table"), Lua.Body("return {}"));
    }
}
