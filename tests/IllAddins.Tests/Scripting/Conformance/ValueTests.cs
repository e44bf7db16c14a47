using System.Globalization;
using IllAddins.Host.Scripting;

namespace IllAddins.Tests.Scripting.Conformance;

/// <summary>Numbers, texts, patterns and tables as every engine has them.</summary>
public sealed class ValueTests
{
    public static TheoryData<string, string> Numbers => new()
    {
        { "1 + 2 * 3 - 4", "3" },
        { "7 / 2", "3.5" },
        { "1 / 3", "0.33333333333333" },
        { "0.1", "0.1" },
        { "-0.25", "-0.25" },
        { "7 % 3", "1" },
        { "-7 % 3", "2" },
        { "5.5 % 2", "1.5" },
        { "1e100", "1e+100" },
        { "1.5e-10", "1.5e-10" },
        { "123456789012", "123456789012" },
        { "0x10", "16" },
        { "tonumber(' 0x10 ') * 1", "16" },
        { "tonumber('10') + 5", "15" },
        { "10 .. 20", "1020" },
        { "1 / 0 > 1e308", "true" },
        { "-1 / 0 < -1e308", "true" },
        { "0 / 0 == 0 / 0", "false" },
        { "1 == 1.0", "true" },
        { "2 ^ 10 == 1024", "true" },
        { "math.floor(3.7)", "3" },
        { "math.floor(-3.5)", "-4" },
        { "math.ceil(3.2)", "4" },
        { "math.max(1, 5, 3)", "5" },
        { "math.min(4, 2, 8)", "2" },
        { "math.abs(-4)", "4" },
        { "math.huge > 1e308", "true" },
        { "math.fmod(-7, 3) == -1", "true" },
        { "math.fmod(7, -3) == 1", "true" },
        { "math.sqrt(16) == 4", "true" },
        { "('%.4f'):format(math.pi)", "3.1416" },
        { "tonumber('12')", "12" },
        { "tonumber(' 1.5 ')", "1.5" },
        { "tonumber('1,5')", "nil" },
        { "tonumber('')", "nil" },
        { "tonumber('x')", "nil" },
        { "tonumber('z', 36)", "35" },
        { "tonumber('101', 2)", "5" },
        { "tonumber(nil)", "nil" },
    };

    public static TheoryData<string, string> Texts => new()
    {
        { "#'abc'", "3" },
        { "('Ab'):upper() .. ('Ab'):lower()", "ABab" },
        { "('abc'):sub(2)", "bc" },
        { "('abc'):sub(-2)", "bc" },
        { "('abc'):sub(2, 2) .. ('abc'):sub(5) .. ('abc'):sub(0, 1)", "ba" },
        { "('abc'):byte(1)", "97" },
        { "string.char(72, 105)", "Hi" },
        { "('ab'):rep(3)", "ababab" },
        { "('ab'):rep(3, '-')", "ab-ab-ab" },
        { "('ab'):rep(0) .. ('ab'):rep(-1)", "" },
        { "('abc'):reverse()", "cba" },
        { "('abc'):len()", "3" },
        { "('%d|%5d|%-5d|%05d'):format(42, 42, 42, 42)", "42|   42|42   |00042" },
        { "('%5.2f|%.0f|%g'):format(3.14159, 2.5, 0.1)", " 3.14|2|0.1" },
        { "('%s|%5s|%-5s|%.2s'):format('ab', 'ab', 'ab', 'abc')", "ab|   ab|ab   |ab" },
        { "('%x|%X|%o|%c|%%'):format(255, 255, 8, 65)", "ff|FF|10|A|%" },
        { "('%q'):format('a\"b')", "\"a\\\"b\"" },
        { "('%s %s'):format(nil, true)", "nil true" },
        { "('%d'):format('10')", "10" },
        { "('Ελληνικά'):find('ληνι', 1, true) ~= nil", "true" },
        { "('a' .. 'ż') == 'aż'", "true" },
    };

    public static TheoryData<string, string> Patterns => new()
    {
        { "('hello world'):find('o w')", "5" },
        { "select(2, ('hello'):find('l+'))", "4" },
        { "('a.b'):find('.', 1, true)", "2" },
        { "('a.b'):find('%.')", "2" },
        { "tostring(('a'):find('b'))", "nil" },
        { "('key = value'):match('^(%w+)%s*=')", "key" },
        { "table.concat({('2026-03-09'):match('(%d+)-(%d+)-(%d+)')}, '/')", "2026/03/09" },
        { "('  trim  '):match('^%s*(.-)%s*$')", "trim" },
        { "('f(a(b)c)d'):match('%b()')", "(a(b)c)" },
        { "('THE (quick) fox'):gsub('%f[%a]%a+', string.lower)", "the (quick) fox" },
        { "select(2, ('banana'):gsub('a', 'o'))", "3" },
        { "('banana'):gsub('a', 'o', 2)", "bonona" },
        { "('abc'):gsub('%w', '%0%0')", "aabbcc" },
        { "('hello world'):gsub('(%w+) (%w+)', '%2 %1')", "world hello" },
        { "('$name'):gsub('%$(%w+)', {name = 'Zoë'})", "Zoë" },
        { "('a b'):gsub('%w', function(c) return c == 'a' and 'x' or nil end)", "x b" },
        { "('abc'):gsub('', '-')", "-a-b-c-" },
        { "('abab'):match('(ab)%1')", "ab" },
        { "('abc'):match('()b()')", "2" },
        { "('x'):rep(5000):find('^x*$')", "1" },
        { "(('x'):rep(300) .. 'y'):match('(.-)y') == ('x'):rep(300)", "true" },
        { "(function() local s = '' for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do s = s .. k .. v end return s end)()", "a1b2" },
        { "('[x]'):match('[%[%]]')", "[" },
        { "('a-b'):match('[a-]+')", "a-" },
        { "('A1'):match('%u%d') .. tostring(('a'):match('%u'))", "A1nil" },
    };

    public static TheoryData<string, string> Tables => new()
    {
        { "table.concat({1, 2, 3}, ', ')", "1, 2, 3" },
        { "table.concat({}, ', ')", "" },
        { "table.concat({'a', 'b', 'c'}, '', 2, 3)", "bc" },
        { "(function() local t = {1, 2, 3} table.insert(t, 1, 0) table.insert(t, 4) return table.concat(t) end)()", "01234" },
        { "(function() local t = {1, 2, 3} return table.remove(t, 1) .. table.remove(t) .. #t end)()", "131" },
        { "tostring(table.remove({}))", "nil" },
        { "(function() local t = {3, 1, 2} table.sort(t) return table.concat(t) end)()", "123" },
        { "(function() local t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) return table.concat(t) end)()", "321" },
        { "(function() local t = {'b', 'B', 'a', 'Z'} table.sort(t) return table.concat(t) end)()", "BZab" },
        { "select('#', table.unpack({1, nil, 3}, 1, 3))", "3" },
        { "table.pack(1, nil).n", "2" },
        { "table.concat(table.move({1, 2, 3}, 1, 3, 2))", "1123" },
        { "select(-1, 1, 2, 3)", "3" },
        { "(function() local s = '' for i, v in ipairs({'a', 'b', nil, 'd'}) do s = s .. i .. v end return s end)()", "1a2b" },
        { "(function() local s = '' for k, v in pairs({c = 3, a = 1, [2] = 'y', [1] = 'x', b = 2}) do s = s .. k .. v end return s end)()", "1x2ya1b2c3" },
        { "(function() local t = {a = 1, b = 2, c = 3} local n = 0 for k in pairs(t) do t[k] = nil n = n + 1 end return n .. tostring(next(t)) end)()", "3nil" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(Patterns))]
    [MemberData(nameof(Tables))]
    public void An_expression_has_the_same_value_on_every_engine(string expression, string expected) =>
        Assert.Equal(expected, Lua.Value($"tostring(({expression}))"));

    [Fact]
    public void Equal_values_keep_their_order_when_a_list_is_sorted()
    {
        const string Sort = """
            local t = {}
            for i = 1, 200 do t[i] = {(i * 7) % 5, i} end
            table.sort(t, function(a, b) return a[1] < b[1] end)
            for i = 2, #t do
              if t[i][1] < t[i - 1][1] or (t[i][1] == t[i - 1][1] and t[i][2] < t[i - 1][2]) then return "not at " .. i end
            end
            return "in order"
            """;
        Assert.Equal(new ScriptAnswer.Value("in order"), Lua.Body(Sort));
    }

    [Theory]
    [InlineData("function() return true end")]
    [InlineData("function(a, b) return a <= b end")]
    [InlineData("function(a, b) return (a * 7919) % 13 < (b * 31) % 7 end")]
    public void A_comparison_that_contradicts_itself_loses_no_value(string before) => Assert.Equal(
        new ScriptAnswer.Value("5050 100"),
        Lua.Body($"local t = {{}} for i = 1, 100 do t[i] = i end table.sort(t, {before}) local sum = 0 for _, v in ipairs(t) do sum = sum + v end return sum .. ' ' .. #t"));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-EG")]
    public void Numbers_and_texts_know_no_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Unlike(culture);
            Assert.Equal("1.5|1.50|-2.5|nil|TITLE title|31.12.", Lua.Value("1.5 .. '|' .. ('%.2f'):format(1.5) .. '|' .. ('-2.5' * 1) .. '|' .. tostring(tonumber('1,5')) .. '|' .. ('title'):upper() .. ' ' .. ('TITLE'):lower() .. '|31.12.'"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The host knows no cultures; this one has the signs that would show.</summary>
    private static CultureInfo Unlike(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = name == "ar-EG" ? "٫" : ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = name == "tr-TR" ? "−" : "-";
        return culture;
    }
}
